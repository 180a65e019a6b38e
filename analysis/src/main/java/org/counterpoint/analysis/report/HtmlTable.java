package org.counterpoint.analysis.report;

import java.util.List;
import java.util.Locale;

/** Tables as HTML: those that are read, and those that are sorted and filtered as well. */
final class HtmlTable {

  private final StringBuilder out;
  private int tables;

  /**
   * Of one page.
   *
   * @param out where they are written
   */
  HtmlTable(StringBuilder out) {
    this.out = out;
  }

  void plain(Block.Table table) {
    String id = caption(table);
    begin("scroll", id);
    rows(table);
  }

  /** What the script needs is hidden until it is there. */
  void explorer(Block.Explorer explorer) {
    Block.Table table = explorer.table();
    out.append("<section class=\"explorer\" data-explorer=\"\" id=\"")
        .append(Escape.html(explorer.anchor()))
        .append("\">\n");
    String id = caption(table);
    out.append("<div class=\"filters\" hidden=\"hidden\" role=\"group\" aria-label=\"Filters\">\n");
    explorer.filters().forEach(this::filter);
    out.append("<label>Search <input type=\"search\"/></label>\n")
        .append("<button type=\"button\" data-reset=\"\">Show all</button>\n</div>\n")
        .append("<p class=\"shown\" role=\"status\" aria-live=\"polite\"></p>\n");
    begin("scroll tall", id);
    rows(table);
    out.append("</section>\n");
  }

  private void filter(Block.Filter filter) {
    out.append("<label>")
        .append(Escape.html(filter.column()))
        .append(" <select data-filter=\"")
        .append(key(filter.column()))
        .append("\"><option value=\"\">all</option>");
    for (String value : filter.values()) {
      String text = Escape.prose(value);
      out.append("<option value=\"").append(text).append("\">").append(text).append("</option>");
    }
    out.append("</select></label>\n");
  }

  /** By which script and links name a column. */
  private static String key(String name) {
    return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
  }

  /** Not the table's own element, which would be as wide as the table and scroll with it. */
  private String caption(Block.Table table) {
    String id = "table-" + ++tables;
    out.append("<p class=\"caption\" id=\"")
        .append(id)
        .append("\">")
        .append(Escape.prose(table.caption()))
        .append("</p>\n");
    return id;
  }

  private void begin(String classes, String captionId) {
    out.append("<div class=\"")
        .append(classes)
        .append("\" role=\"group\" tabindex=\"0\" aria-labelledby=\"")
        .append(captionId)
        .append("\">\n<table aria-labelledby=\"")
        .append(captionId)
        .append("\">\n");
  }

  private void rows(Block.Table table) {
    out.append("<thead>\n<tr>");
    for (Block.Column column : table.columns()) {
      out.append("<th scope=\"col\" data-key=\"")
          .append(key(column.name()))
          .append(column.isNumber() ? "\" class=\"n" : "")
          .append("\">")
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
        .append(Escape.prose(cell.text()));
    if (!cell.below().isEmpty()) {
      out.append("<span class=\"below\">").append(Escape.prose(cell.below())).append("</span>");
    }
    out.append(first ? "</th>" : "</td>");
  }
}
