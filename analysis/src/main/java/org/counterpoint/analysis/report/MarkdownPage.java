package org.counterpoint.analysis.report;

import java.util.List;
import java.util.stream.Collectors;

/** The document as Markdown that a code host renders; charts are linked, not contained. */
final class MarkdownPage implements Block.Page {

  private final StringBuilder out = new StringBuilder();

  private MarkdownPage() {}

  static String of(List<Block> document) {
    MarkdownPage page = new MarkdownPage();
    document.forEach(block -> block.on(page));
    return page.out.toString().stripTrailing() + "\n";
  }

  @Override
  public void heading(Block.Heading heading) {
    out.append("#".repeat(heading.level()))
        .append(' ')
        .append(Escape.markdown(heading.text()))
        .append("\n\n");
  }

  @Override
  public void paragraph(Block.Paragraph paragraph) {
    out.append(Escape.markdown(paragraph.text())).append("\n\n");
  }

  @Override
  public void notice(Block.Notice notice) {
    out.append("> **").append(Escape.markdown(notice.text())).append("**\n\n");
  }

  @Override
  public void bullets(Block.Bullets bullets) {
    bullets.items().forEach(item -> out.append("- ").append(Escape.markdown(item)).append('\n'));
    out.append('\n');
  }

  @Override
  public void links(Block.Links links) {
    for (Block.Link link : links.items()) {
      out.append("- ").append(Escape.markdown(link.text()));
      if (!link.chart().isEmpty()) {
        out.append(" [Chart](charts/").append(link.chart()).append(".svg)");
      }
      out.append('\n');
    }
    out.append('\n');
  }

  @Override
  public void table(Block.Table table) {
    out.append(Escape.markdown(table.caption())).append("\n\n");
    row(table.columns().stream().map(column -> Escape.markdown(column.name())).toList());
    row(table.columns().stream().map(column -> column.isNumber() ? "---:" : ":---").toList());
    table.rows().forEach(row -> row(row.stream().map(MarkdownPage::cell).toList()));
    out.append('\n');
  }

  private static String cell(Block.Cell cell) {
    return Escape.markdown(cell.text())
        + (cell.below().isEmpty() ? "" : "<br>" + Escape.markdown(cell.below()));
  }

  private void row(List<String> cells) {
    out.append(cells.stream().collect(Collectors.joining(" | ", "| ", " |\n")));
  }

  @Override
  public void figure(Block.Figure figure) {
    Chart chart = figure.chart();
    out.append("![")
        .append(Escape.markdown(chart.title()))
        .append("](charts/")
        .append(chart.id())
        .append(".svg)\n\n")
        .append(Escape.markdown(chart.caption()))
        .append(". [PNG](charts/")
        .append(chart.id())
        .append(".png)\n\n");
  }

  /** There is no file of it, and a page like this contains no drawing. */
  @Override
  public void strip(Block.Strip strip) {}

  @Override
  public void details(Block.Details details) {
    // Within a tag a host reads HTML, in which it finds somebody's name all the same.
    out.append("<details><summary>")
        .append(Escape.html(details.heading()).replace("@", "&#64;"))
        .append("</summary>\n\n");
    details.content().forEach(block -> block.on(this));
    out.append("</details>\n\n");
  }

  /** A host can neither sort nor filter, and the rows stand in the other tables. */
  @Override
  public void explorer(Block.Explorer explorer) {
    out.append(
        Escape.markdown(
            Words.count(explorer.table().rows().size(), "result")
                + ": the page "
                + Report.HTML
                + " has them in one table that can be sorted and filtered, "
                + Report.CSV
                + " has every fork."));
    out.append("\n\n");
  }

  /** Indented, so that no character in it means anything. */
  @Override
  public void command(Block.Command command) {
    out.append("    ").append(command.line().replaceAll("\\R", " ")).append("\n\n");
  }
}
