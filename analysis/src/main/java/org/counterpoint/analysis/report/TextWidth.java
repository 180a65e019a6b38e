package org.counterpoint.analysis.report;

import java.util.ArrayList;
import java.util.List;

/**
 * Text in the columns of a terminal, where an ideograph takes two and a combining mark none (after
 * M. Kuhn's {@code wcwidth}, 2007; where terminals differ, the wider).
 */
final class TextWidth {

  private TextWidth() {}

  /** Columns that a terminal needs. */
  static int of(String text) {
    return text.codePoints().map(TextWidth::of).sum();
  }

  private static int of(int c) {
    return switch (Character.getType(c)) {
      case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.FORMAT -> 0;
      default -> isWide(c) ? 2 : 1;
    };
  }

  private static boolean isWide(int c) {
    return (c >= 0x1100 && c <= 0x115F)
        || (c >= 0x231A && c <= 0x23FF)
        || (c >= 0x2600 && c <= 0x27BF)
        || (c >= 0x2B00 && c <= 0x2BFF)
        || (c >= 0x2E80 && c <= 0xA4CF)
        || (c >= 0xA960 && c <= 0xA97F)
        || (c >= 0xAC00 && c <= 0xD7A3)
        || (c >= 0xF900 && c <= 0xFAFF)
        || (c >= 0xFE30 && c <= 0xFE6F)
        || (c >= 0xFF00 && c <= 0xFF60)
        || (c >= 0xFFE0 && c <= 0xFFE6)
        || (c >= 0x16FE0 && c <= 0x18CFF)
        || (c >= 0x1F000 && c <= 0x1FAFF)
        || (c >= 0x20000 && c <= 0x3FFFD);
  }

  /** The text, or as much of it as fits with that behind it. */
  static String fit(String text, int columns, String ellipsis) {
    if (of(text) <= columns) {
      return text;
    }
    return head(text, Math.max(0, columns - of(ellipsis))) + ellipsis;
  }

  /** As much of the text as fits. */
  private static String head(String text, int columns) {
    StringBuilder head = new StringBuilder();
    int used = 0;
    for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
      used += of(text.codePointAt(i));
      if (used > columns) {
        break;
      }
      head.appendCodePoint(text.codePointAt(i));
    }
    return head.toString();
  }

  /** With blanks behind it up to so many columns. */
  static String padded(String text, int columns) {
    return text + " ".repeat(Math.max(0, columns - of(text)));
  }

  /**
   * In lines that fit: broken at blanks, and within a word that is longer than a line.
   *
   * @param indent before every line but the first
   */
  static List<String> wrap(String text, int columns, String indent) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (String word : text.split(" ", -1)) {
      String rest = word;
      if (!line.toString().isBlank() && of(line + " " + rest) > columns) {
        lines.add(line.toString());
        line = new StringBuilder(indent);
      } else if (!line.isEmpty() && !line.toString().equals(indent)) {
        line.append(' ');
      }
      while (of(line + rest) > columns) {
        String head = head(rest, columns - of(line.toString()));
        lines.add(line + head);
        rest = rest.substring(head.length());
        line = new StringBuilder(indent);
      }
      line.append(rest);
    }
    lines.add(line.toString());
    return lines;
  }
}
