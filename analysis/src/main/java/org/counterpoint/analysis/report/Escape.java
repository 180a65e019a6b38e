package org.counterpoint.analysis.report;

import java.util.regex.Pattern;

/** Text that came from a file, made harmless for where it goes. */
final class Escape {

  private static final Pattern NUMBER_AND_PERCENT = Pattern.compile("([0-9]) %");

  private Escape() {}

  /** For HTML and XML, in text and in attributes with double quotes. */
  static String html(String text) {
    StringBuilder out = new StringBuilder(text.length() + 16);
    text.codePoints()
        .forEach(
            c -> {
              switch (c) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append("&quot;");
                case '\'' -> out.append("&#39;");
                default -> out.appendCodePoint(isForbidden(c) ? 0xFFFD : c);
              }
            });
    return out.toString();
  }

  /** As {@link #html}, for sentences and numbers: no line ends between a number and its %. */
  static String prose(String text) {
    return NUMBER_AND_PERCENT.matcher(html(text)).replaceAll("$1\u00A0%");
  }

  /** For one line of Markdown or one cell of a table. */
  static String markdown(String text) {
    StringBuilder out = new StringBuilder(text.length() + 16);
    text.codePoints()
        .forEach(
            c -> {
              switch (c) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                // A host would take it for somebody's name and notify them.
                case '@' -> out.append("&#64;");
                case '\\', '`', '*', '_', '[', ']', '|', '#', '~', '$' ->
                    out.append('\\').appendCodePoint(c);
                case '\n', '\r', '\t' -> out.append(' ');
                default -> out.appendCodePoint(isForbidden(c) ? 0xFFFD : c);
              }
            });
    return out.toString();
  }

  /**
   * A text field of CSV after RFC 4180. A field that a spreadsheet would run as a formula gets an
   * apostrophe in front.
   */
  static String csv(String text) {
    String safe = !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    return safe.matches("(?s).*[\",\\r\\n].*") ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
  }

  /** For whoever escapes markup and nothing else. */
  static String writable(String text) {
    StringBuilder out = new StringBuilder(text.length());
    text.codePoints().forEach(c -> out.appendCodePoint(isForbidden(c) ? 0xFFFD : c));
    return out.toString();
  }

  /** What XML 1.0 has no way to write. */
  private static boolean isForbidden(int c) {
    return (c < 0x20 && c != '\t' && c != '\n' && c != '\r')
        || (c >= 0xD800 && c <= 0xDFFF)
        || c == 0xFFFE
        || c == 0xFFFF;
  }
}
