package org.counterpoint.analysis.report;

import java.util.Optional;
import org.counterpoint.analysis.stats.Estimate;
import org.counterpoint.analysis.stats.Interval;

/**
 * A value as a bar from 0: solid up to the low end of its interval, then a line to its high end
 * with a stroke at the value. {@code ████├─┼──┤}
 *
 * @param columns that the scale has
 * @param most the value at its end
 */
record Bar(Glyphs glyphs, int columns, double most) {

  Bar {
    if (columns < 1 || !(most > 0)) {
      throw new IllegalArgumentException(columns + " columns up to " + most);
    }
  }

  /** No wider than the columns. */
  String of(Estimate estimate) {
    Optional<Interval> interval = estimate.interval();
    return interval.map(i -> of(estimate.center(), i)).orElseGet(() -> of(estimate.center()));
  }

  private String of(double value, Interval interval) {
    int at = column(value);
    int low = Math.min(at, column(interval.low()));
    int high = Math.max(at, column(interval.high()));
    StringBuilder bar = new StringBuilder(glyphs.full().repeat(low));
    for (int i = low; i <= high; i++) {
      if (i == at) {
        bar.append(stroke(low < at, high > at));
      } else if (i == low) {
        bar.append(glyphs.low());
      } else if (i == high) {
        bar.append(interval.high() > most ? glyphs.beyond() : glyphs.high());
      } else {
        bar.append(glyphs.line());
      }
    }
    return bar.toString();
  }

  private String stroke(boolean hasLow, boolean hasHigh) {
    if (hasLow) {
      return hasHigh ? glyphs.value() : glyphs.high();
    }
    return hasHigh ? glyphs.low() : glyphs.lone();
  }

  /** Without an interval, to an eighth of a column. */
  private String of(double value) {
    double length = Math.max(0, Math.min(1, value / most)) * columns;
    int whole = (int) length;
    int steps = glyphs.parts().length() + 1;
    int part = (int) ((length - whole) * steps);
    return glyphs.full().repeat(whole) + (part > 0 ? glyphs.parts().substring(part - 1, part) : "");
  }

  /** In which a value falls; the last one also has what is beyond. */
  private int column(double value) {
    return (int) Math.max(0, Math.min(columns - 1, value / most * columns));
  }
}
