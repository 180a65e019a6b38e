package org.counterpoint.analysis.report;

import java.util.List;

/**
 * Colours of a terminal, by a contender's place in the registry: the nearest of the 256 to those of
 * {@link Palette}, which people who see no red or no green tell apart. The black is left to the
 * terminal, whose ground may be black as well.
 *
 * @param isOn whether they are written at all; the text is the same without
 */
record Ansi(boolean isOn) {

  private static final String ESCAPE = "\u001B[";
  private static final List<String> COLORS =
      List.of("38;5;32", "38;5;166", "38;5;35", "38;5;214", "38;5;175", "38;5;74", "0", "38;5;100");

  /** In the contender's colour. */
  String of(int order, String text) {
    return code(COLORS.get(order % COLORS.size()), text);
  }

  /** What nobody may overlook. */
  String bold(String text) {
    return code("1", text);
  }

  private String code(String code, String text) {
    return isOn && !text.isEmpty() ? ESCAPE + code + "m" + text + ESCAPE + "0m" : text;
  }
}
