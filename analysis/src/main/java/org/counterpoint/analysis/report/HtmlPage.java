package org.counterpoint.analysis.report;

import java.util.List;
import java.util.Map;

/** The document as one file that needs no other, no network and no script. */
final class HtmlPage implements Block.Page {

  private static final String STYLE =
      """
      :root { color-scheme: light; }
      * { box-sizing: border-box; }
      body { margin: 0; background: #fff; color: #1a1a1a;
        font: 1rem/1.55 system-ui, -apple-system, "Segoe UI", Roboto, "DejaVu Sans", sans-serif; }
      main { max-width: 58rem; margin: 0 auto; padding: 1.5rem 1rem 4rem; }
      h1 { font-size: 1.7rem; line-height: 1.25; margin: 0 0 1rem; }
      h2 { font-size: 1.35rem; margin: 2.5rem 0 .75rem; padding-top: .75rem;
        border-top: 1px solid #d5d5d5; }
      h3 { font-size: 1.1rem; margin: 1.75rem 0 .5rem; }
      h4 { font-size: 1rem; margin: 1.5rem 0 .5rem; }
      h1, h2, h3, h4, p, li, figcaption, td { overflow-wrap: anywhere; }
      p, ul { margin: .5rem 0 1rem; max-width: 46rem; }
      ul { padding-left: 1.25rem; }
      a { color: #00528a; }
      .notice { border: 2px solid #8a3b00; background: #fff6ee; padding: .6rem .9rem;
        font-weight: 600; max-width: none; }
      .scroll { overflow-x: auto; margin: .5rem 0 1.5rem; }
      table { border-collapse: collapse; font-size: .93rem; font-variant-numeric: tabular-nums; }
      .caption { color: #444; font-size: .87rem; margin: 1.25rem 0 .25rem; max-width: none; }
      th, td { padding: .3rem .7rem; border-bottom: 1px solid #dcdcdc; text-align: left;
        vertical-align: top; }
      thead th { border-bottom: 2px solid #767676; white-space: nowrap; }
      tbody th { font-weight: 600; }
      .n { text-align: right; white-space: nowrap; }
      .below { display: block; color: #505050; font-size: .85em; }
      figure { margin: 1rem 0 2rem; }
      figure .scroll { margin: 0; }
      figure svg { display: block; width: 100%; min-width: 34rem; height: auto;
        border: 1px solid #e2e2e2; }
      figcaption { font-size: .87rem; color: #444; padding-top: .4rem; }
      .finding { display: none; font-weight: 600; margin: 0 0 .4rem; }
      @media (max-width: 40rem) { .finding { display: block; } }
      @media print {
        main { max-width: none; padding: 0; }
        figure, tr { break-inside: avoid; }
        h2, h3, h4 { break-after: avoid; }
        figure svg { min-width: 0; }
        .scroll { overflow: visible; }
        a { color: inherit; text-decoration: none; }
      }
      """;

  private final StringBuilder out = new StringBuilder();
  private final Map<String, String> svgs;
  private int tables;

  private HtmlPage(Map<String, String> svgs) {
    this.svgs = svgs;
  }

  /**
   * The whole file.
   *
   * @param svgs the charts of the document, by id
   */
  static String of(List<Block> document, Map<String, String> svgs) {
    String title =
        document.stream()
            .filter(Block.Heading.class::isInstance)
            .map(block -> ((Block.Heading) block).text())
            .findFirst()
            .orElse("Counterpoint report");
    HtmlPage page = new HtmlPage(svgs);
    page.out
        .append("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\"/>\n")
        .append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>\n")
        .append("<title>")
        .append(Escape.html(title))
        .append("</title>\n<style>\n")
        .append(STYLE)
        .append("</style>\n</head>\n<body>\n<main>\n");
    document.forEach(block -> block.on(page));
    return page.out.append("</main>\n</body>\n</html>\n").toString();
  }

  @Override
  public void heading(Block.Heading heading) {
    out.append("<h").append(heading.level());
    if (!heading.anchor().isEmpty()) {
      out.append(" id=\"").append(Escape.html(heading.anchor())).append('"');
    }
    out.append('>')
        .append(Escape.html(heading.text()))
        .append("</h")
        .append(heading.level())
        .append(">\n");
  }

  @Override
  public void paragraph(Block.Paragraph paragraph) {
    out.append("<p>").append(Escape.html(paragraph.text())).append("</p>\n");
  }

  @Override
  public void notice(Block.Notice notice) {
    out.append("<p class=\"notice\">").append(Escape.html(notice.text())).append("</p>\n");
  }

  @Override
  public void bullets(Block.Bullets bullets) {
    out.append("<ul>\n");
    bullets.items().forEach(item -> out.append("<li>").append(Escape.html(item)).append("</li>\n"));
    out.append("</ul>\n");
  }

  @Override
  public void links(Block.Links links) {
    out.append("<ul>\n");
    for (Block.Link link : links.items()) {
      out.append("<li>").append(Escape.html(link.text()));
      if (!link.chart().isEmpty()) {
        out.append(" <a href=\"#chart-").append(Escape.html(link.chart())).append("\">Chart</a>");
      }
      out.append("</li>\n");
    }
    out.append("</ul>\n");
  }

  @Override
  public void table(Block.Table table) {
    String id = "table-" + ++tables;
    out.append("<p class=\"caption\" id=\"")
        .append(id)
        .append("\">")
        .append(Escape.html(table.caption()))
        .append("</p>\n<div class=\"scroll\" role=\"region\" tabindex=\"0\" aria-labelledby=\"")
        .append(id)
        .append("\">\n<table aria-labelledby=\"")
        .append(id)
        .append("\">\n<thead>\n<tr>");
    for (Block.Column column : table.columns()) {
      out.append("<th scope=\"col\"")
          .append(column.isNumber() ? " class=\"n\"" : "")
          .append('>')
          .append(Escape.html(column.name()))
          .append("</th>");
    }
    out.append("</tr>\n</thead>\n<tbody>\n");
    for (List<Block.Cell> row : table.rows()) {
      out.append("<tr>");
      for (int i = 0; i < row.size(); i++) {
        cell(row.get(i), table.columns().get(i), i == 0);
      }
      out.append("</tr>\n");
    }
    out.append("</tbody>\n</table>\n</div>\n");
  }

  private void cell(Block.Cell cell, Block.Column column, boolean first) {
    out.append(first ? "<th scope=\"row\"" : "<td")
        .append(column.isNumber() ? " class=\"n\"" : "")
        .append('>')
        .append(Escape.html(cell.text()));
    if (!cell.below().isEmpty()) {
      out.append("<span class=\"below\">").append(Escape.html(cell.below())).append("</span>");
    }
    out.append(first ? "</th>" : "</td>");
  }

  @Override
  public void figure(Block.Figure figure) {
    Chart chart = figure.chart();
    String svg = svgs.get(chart.id());
    if (svg == null) {
      throw new IllegalArgumentException("no drawing of chart " + chart.id());
    }
    String id = Escape.html(chart.id());
    out.append("<figure id=\"chart-")
        .append(id)
        .append("\" aria-describedby=\"")
        .append(Escape.html(chart.data()))
        .append("\">\n<p class=\"finding\">")
        .append(Escape.html(chart.title()))
        .append("</p>\n<div class=\"scroll\" role=\"region\" tabindex=\"0\" aria-label=\"")
        .append(Escape.html(chart.title()))
        .append("\">\n")
        .append(svg)
        .append("</div>\n<figcaption>")
        .append(Escape.html(chart.caption()))
        .append(". <a href=\"#")
        .append(Escape.html(chart.data()))
        .append("\">The same as numbers</a>. <a href=\"charts/")
        .append(id)
        .append(".png\">PNG</a>.</figcaption>\n</figure>\n");
  }
}
