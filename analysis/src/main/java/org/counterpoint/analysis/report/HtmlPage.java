package org.counterpoint.analysis.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The document as one file that needs no other and no network. Its script sorts, filters and
 * unfolds; without it everything is there all the same.
 */
final class HtmlPage implements Block.Page {

  private static final String STYLE =
      resource("page.css")
          + "@media screen and (prefers-color-scheme: dark) {\n"
          + PageColors.rules()
          + "}\n";

  /** As XML it would be markup: the marks make it text to a parser of either kind. */
  private static final String SCRIPT = "//<![CDATA[\n" + resource("page.js") + "//]]>";

  private final StringBuilder out = new StringBuilder();
  private final HtmlTable tables = new HtmlTable(out);
  private final Letters.Shared drawings;

  private HtmlPage(Letters.Shared drawings) {
    this.drawings = drawings;
  }

  /**
   * The whole file.
   *
   * @param svgs the charts of the document, by id
   */
  static String of(List<Block> document, Map<String, String> svgs) {
    HtmlPage page = new HtmlPage(Letters.shared(svgs));
    page.head(title(document));
    page.contents(document);
    page.letters();
    page.out.append("<main id=\"content\">\n");
    document.stream().filter(block -> !isTitle(block)).forEach(block -> block.on(page));
    page.out.append("</main>\n<script>").append(SCRIPT).append("</script>\n</body>\n</html>\n");
    return page.out.toString();
  }

  /** Not hidden by a rule: browsers draw nothing of what they don't lay out. */
  private void letters() {
    if (!drawings.outlines().isEmpty()) {
      out.append(
              "<svg class=\"letters\" xmlns=\"http://www.w3.org/2000/svg\" width=\"0\" height=\"0\"")
          .append(" aria-hidden=\"true\">\n<defs>\n")
          .append(drawings.outlines())
          .append("\n</defs>\n</svg>\n");
    }
  }

  private static boolean isTitle(Block block) {
    return block instanceof Block.Heading heading && heading.level() == 1;
  }

  private static String title(List<Block> document) {
    return document.stream()
        .filter(HtmlPage::isTitle)
        .map(block -> ((Block.Heading) block).text())
        .findFirst()
        .orElse("Counterpoint report");
  }

  private void head(String title) {
    String text = Escape.html(title);
    out.append("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\"/>\n")
        .append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>\n")
        .append("<meta http-equiv=\"Content-Security-Policy\" content=\"")
        .append(policy())
        .append("\"/>\n<title>")
        .append(text)
        .append("</title>\n<style>\n")
        .append(STYLE)
        .append("</style>\n</head>\n<body>\n")
        .append("<a class=\"skip\" href=\"#content\">Skip to the answer</a>\n<header>\n<h1>")
        .append(text)
        .append("</h1>\n</header>\n");
  }

  /**
   * Nothing is fetched and nothing is sent, whatever stands in the page; and no script runs but
   * this one, should a name from a file ever get through as markup.
   */
  private static String policy() {
    return "default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-"
        + sha256(SCRIPT)
        + "'; base-uri 'none'; form-action 'none'";
  }

  private static String sha256(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return Base64.getEncoder().encodeToString(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  private void contents(List<Block> document) {
    out.append("<nav aria-label=\"Contents\">\n<ul>\n");
    for (Block block : document) {
      if (block instanceof Block.Heading heading
          && heading.level() == 2
          && !heading.anchor().isEmpty()) {
        out.append("<li><a href=\"#")
            .append(Escape.html(heading.anchor()))
            .append("\">")
            .append(Escape.prose(heading.text()))
            .append("</a></li>\n");
      }
    }
    out.append("</ul>\n</nav>\n");
  }

  @Override
  public void heading(Block.Heading heading) {
    heading(heading.level(), heading.text(), heading.anchor());
    out.append('\n');
  }

  private void heading(int level, String text, String anchor) {
    out.append("<h").append(level);
    if (!anchor.isEmpty()) {
      out.append(" id=\"").append(Escape.html(anchor)).append('"');
    }
    out.append('>').append(Escape.prose(text)).append("</h").append(level).append('>');
  }

  @Override
  public void paragraph(Block.Paragraph paragraph) {
    out.append("<p>").append(Escape.prose(paragraph.text())).append("</p>\n");
  }

  @Override
  public void notice(Block.Notice notice) {
    out.append("<p class=\"notice\">").append(Escape.prose(notice.text())).append("</p>\n");
  }

  @Override
  public void bullets(Block.Bullets bullets) {
    out.append("<ul>\n");
    bullets
        .items()
        .forEach(item -> out.append("<li>").append(Escape.prose(item)).append("</li>\n"));
    out.append("</ul>\n");
  }

  @Override
  public void links(Block.Links links) {
    out.append("<ul>\n");
    for (Block.Link link : links.items()) {
      out.append("<li>").append(Escape.prose(link.text()));
      if (!link.chart().isEmpty()) {
        out.append(" <a href=\"#chart-").append(Escape.html(link.chart())).append("\">Chart</a>");
      }
      out.append("</li>\n");
    }
    out.append("</ul>\n");
  }

  @Override
  public void command(Block.Command command) {
    out.append("<pre><code>").append(Escape.html(command.line())).append("</code></pre>\n");
  }

  @Override
  public void details(Block.Details details) {
    out.append("<details>\n<summary>");
    heading(details.level(), details.heading(), details.anchor());
    out.append("</summary>\n<div class=\"folded\">\n");
    details.content().forEach(block -> block.on(this));
    out.append("</div>\n</details>\n");
  }

  @Override
  public void table(Block.Table table) {
    tables.plain(table);
  }

  @Override
  public void explorer(Block.Explorer explorer) {
    tables.explorer(explorer);
  }

  @Override
  public void figure(Block.Figure figure) {
    Chart chart = figure.chart();
    out.append("<figure id=\"chart-")
        .append(Escape.html(chart.id()))
        .append("\">\n<p class=\"finding\">")
        .append(Escape.html(chart.title()))
        .append("</p>\n");
    drawing(chart);
    out.append("<figcaption>")
        .append(Escape.prose(chart.caption()))
        .append(". <a href=\"#")
        .append(Escape.html(chart.data()))
        .append("\">The same as numbers</a>. <a href=\"charts/")
        .append(Escape.html(chart.id()))
        .append(".png\">PNG</a>.</figcaption>\n</figure>\n");
  }

  /** It stands below the table of its values, and is in no file. */
  @Override
  public void strip(Block.Strip strip) {
    Chart chart = strip.chart();
    out.append("<figure class=\"strip\">\n");
    drawing(chart);
    out.append("<figcaption>")
        .append(Escape.prose(chart.caption()))
        .append(".</figcaption>\n</figure>\n");
  }

  private void drawing(Chart chart) {
    String svg = drawings.svgs().get(chart.id());
    if (svg == null) {
      throw new IllegalArgumentException("no drawing of chart " + chart.id());
    }
    out.append("<div class=\"scroll\" role=\"group\" tabindex=\"0\" aria-label=\"")
        .append(Escape.html(chart.title()))
        .append("\">\n")
        .append(svg)
        .append("</div>\n");
  }

  private static String resource(String name) {
    try (InputStream in = HtmlPage.class.getResourceAsStream(name)) {
      return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
