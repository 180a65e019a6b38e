package org.counterpoint.analysis.report;

import java.awt.Font;
import java.util.List;

/**
 * The names below the columns of a map, in up to three lines that end at spaces: a column without
 * its whole name says nothing.
 *
 * @param names of every column, in lines
 */
record ColumnNames(List<List<String>> names, Font font) {

  private static final int MOST_LINES = 3;
  private static final int LINE_HEIGHT = 15;

  /**
   * In letters as large as all of them fit; cut where even the smallest are too large.
   *
   * @param room for each, in pixels
   */
  static ColumnNames of(List<String> names, double room) {
    if (Canvas.allFit(names, Frame.LABEL, room)) {
      return new ColumnNames(names.stream().map(List::of).toList(), Frame.LABEL);
    }
    Font font =
        Fonts.largest(
            Frame.SMALL, size -> names.stream().allMatch(name -> isWhole(name, size, room)));
    return new ColumnNames(names.stream().map(name -> lines(name, font, room)).toList(), font);
  }

  private static List<String> lines(String name, Font font, double room) {
    return Canvas.wrap(name, font, room, MOST_LINES);
  }

  private static boolean isWhole(String name, Font font, double room) {
    return String.join(" ", lines(name, font, room)).equals(name);
  }

  /** What they need more than names of one line do, in pixels. */
  int extraHeight() {
    return (names.stream().mapToInt(List::size).max().orElse(1) - 1) * LINE_HEIGHT;
  }

  /** Writes them below a plot that they share in equal parts. */
  void letter(Canvas canvas) {
    for (int column = 0; column < names.size(); column++) {
      List<String> lines = names.get(column);
      for (int line = 0; line < lines.size(); line++) {
        canvas.text(
            lines.get(line),
            canvas.pixelX((column + 0.5) / names.size()),
            canvas.pixelY(0) + 20 + line * LINE_HEIGHT,
            font,
            Palette.TEXT,
            Canvas.Align.CENTER);
      }
    }
  }
}
