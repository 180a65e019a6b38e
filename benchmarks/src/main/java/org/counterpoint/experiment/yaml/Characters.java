package org.counterpoint.experiment.yaml;

import java.util.Locale;

/**
 * Walks over the characters of a file before its YAML is parsed: what no YAML may have, and the tab
 * that everybody's editor puts in sooner or later.
 */
final class Characters {

  private final String file;
  private int line = 1;
  private int column = 1;
  private boolean afterReturn;
  private boolean indenting = true;

  private Characters(String file) {
    this.file = file;
  }

  /** Refuses the first character that cannot be where it is. */
  static void check(String file, String text) throws InvalidYaml {
    Characters walk = new Characters(file);
    int[] codePoints = text.codePoints().toArray();
    for (int c : codePoints) {
      walk.check(c);
      walk.pass(c);
    }
  }

  /** The place behind the last character. */
  static Place endOf(String file, String text) {
    Characters walk = new Characters(file);
    text.codePoints().forEach(walk::pass);
    return walk.place();
  }

  private Place place() {
    return new Place(file, line, column);
  }

  private void check(int c) throws InvalidYaml {
    if (c == '\t' && indenting) {
      throw place().refuse("a tab; indent with spaces");
    }
    if (!isPrintable(c)) {
      throw place()
          .refuse(String.format(Locale.ROOT, "the character U+%04X, which no YAML can have", c));
    }
  }

  /** YAML 1.2.2, production 1, but for the byte order mark, which belongs at the start alone. */
  private static boolean isPrintable(int c) {
    return c == '\t'
        || c == '\n'
        || c == '\r'
        || (c >= 0x20 && c <= 0x7E)
        || c == 0x85
        || (c >= 0xA0 && c <= 0xD7FF)
        || (c >= 0xE000 && c <= 0xFFFD && c != 0xFEFF)
        || c >= 0x10000;
  }

  private void pass(int c) {
    if (c == '\n' && afterReturn) {
      afterReturn = false;
      return;
    }
    afterReturn = c == '\r';
    if (c == '\n' || c == '\r') {
      line++;
      column = 1;
      indenting = true;
    } else {
      column++;
      indenting &= c == ' ';
    }
  }
}
