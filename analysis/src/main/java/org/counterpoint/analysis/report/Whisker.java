package org.counterpoint.analysis.report;

import java.awt.Color;
import org.counterpoint.analysis.stats.Interval;

/** An interval as a bar with a cap at each end. */
final class Whisker {

  private static final double CAP_PIXELS = 6.5;

  private Whisker() {}

  /** Along the axis of values, at a position of the unit square. */
  static void upright(Canvas canvas, double x, Interval interval, Scale scale, Color color) {
    upright(canvas, x, interval, scale, color, CAP_PIXELS / canvas.plotWidth());
  }

  /**
   * The same where there may be little room.
   *
   * @param cap how far its caps reach to each side, of the plot's width
   */
  static void upright(
      Canvas canvas, double x, Interval interval, Scale scale, Color color, double cap) {
    double low = scale.at(interval.low());
    double high = scale.at(interval.high());
    canvas.line(
        new double[] {x - cap, x + cap, x, x, x - cap, x + cap},
        new double[] {low, low, low, high, high, high},
        color,
        Palette.solid(1.5f));
  }

  /** Across it, at a height of the unit square. */
  static void level(Canvas canvas, double y, double low, double high, Color color) {
    double cap = CAP_PIXELS / canvas.plotHeight();
    canvas.line(
        new double[] {low, low, low, high, high, high},
        new double[] {y - cap, y + cap, y, y, y - cap, y + cap},
        color,
        Palette.solid(1.5f));
  }

  /** How far the i-th of n moves to the side, so that no bar hides another; of the plot's width. */
  static double aside(Canvas canvas, int i, int n) {
    double step = Math.min(6, 40.0 / n);
    return (i - (n - 1) / 2.0) * step / canvas.plotWidth();
  }
}
