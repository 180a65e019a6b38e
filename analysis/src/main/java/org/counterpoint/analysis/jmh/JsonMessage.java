package org.counterpoint.analysis.jmh;

/** The parser's own words, cut to what helps whoever looks at the file. */
final class JsonMessage {

  private JsonMessage() {}

  /** The first line, without the parser's settings and its list of all that JSON can be. */
  static String brief(String message) {
    return message
        .lines()
        .findFirst()
        .orElse("")
        .replaceFirst(": was expecting \\(.*", "")
        .replaceFirst(": enable `.*", "")
        .replaceFirst(" \\(start marker at .*", "")
        .strip();
  }
}
