package org.counterpoint.analysis.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Vertical marks of a history, their texts above the plot in as many rows as they need. */
final class TrendMarks {

  /** Room beside the plot. */
  static final int RIGHT = 44;

  private static final int ROW = 18;
  private static final int MOST_ROWS = 4;
  private static final double GAP = 10;

  /**
   * A mark.
   *
   * @param at 0 to 1
   * @param isChange false of a break
   */
  record Mark(double at, String text, boolean isChange) {}

  /**
   * A mark's text.
   *
   * @param row above the plot, from 0
   * @param left in pixels from the plot's edge
   */
  record Placed(Mark mark, int row, double left, double right) {}

  private final List<Mark> marks;
  private final List<Placed> placed = new ArrayList<>();

  private TrendMarks(List<Mark> marks) {
    this.marks = marks;
  }

  /**
   * The marks of a plot.
   *
   * @param width of the plot, in pixels
   */
  static TrendMarks of(List<Mark> marks, double width) {
    TrendMarks all = new TrendMarks(marks.stream().sorted(byPlace()).toList());
    all.place(width);
    return all;
  }

  private static Comparator<Mark> byPlace() {
    return Comparator.comparingDouble(Mark::at).thenComparing(Mark::text);
  }

  /** In the first row in which there is room; where there is none, the table has the text. */
  private void place(double width) {
    double[] ends = new double[MOST_ROWS];
    for (Mark mark : marks) {
      double length = Canvas.widthOf(mark.text(), Frame.SMALL);
      double left = Math.max(0, Math.min(width - length, mark.at() * width - length / 2));
      for (int row = 0; row < MOST_ROWS; row++) {
        if (ends[row] == 0 || left > ends[row] + GAP) {
          ends[row] = left + length;
          placed.add(new Placed(mark, row, left, left + length));
          break;
        }
      }
    }
  }

  List<Placed> placed() {
    return List.copyOf(placed);
  }

  /** Of all rows, in pixels. */
  int height() {
    return ROW * (1 + placed.stream().mapToInt(Placed::row).max().orElse(-1));
  }

  void draw(Canvas canvas) {
    for (Mark mark : marks) {
      canvas.line(
          new double[] {mark.at(), mark.at()},
          new double[] {0, 1},
          mark.isChange() ? Palette.TEXT : Palette.FLOOR,
          mark.isChange() ? Palette.solid(2f) : Palette.floorStroke());
    }
    for (Placed one : placed) {
      double y = canvas.pixelY(1) - 6 - ROW * one.row();
      canvas.text(
          one.mark().text(),
          canvas.pixelX(0) + one.left(),
          y,
          Frame.SMALL,
          one.mark().isChange() ? Palette.TEXT : Palette.QUIET_TEXT,
          Canvas.Align.LEFT);
    }
  }
}
