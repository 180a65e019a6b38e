package org.counterpoint.analysis.report;

import org.counterpoint.analysis.model.Unit;

/**
 * What a number says.
 *
 * @param name such as {@code throughput}
 * @param unit as JMH writes it
 * @param higherIsBetter the direction
 */
public record Quantity(String name, Unit unit, boolean higherIsBetter) {

  /** JMH's score in that setting, such as {@code throughput} or {@code throughput of poll}. */
  static Quantity of(Setting setting, Unit unit) {
    String words = setting.mode().words();
    return new Quantity(
        setting.role().isEmpty() ? words : words + " of " + setting.role(),
        unit,
        setting.mode().higherIsBetter());
  }

  /** Such as {@code throughput, ops/us (more is better)}. */
  String text() {
    return name
        + ", "
        + unit.symbol()
        + (higherIsBetter ? " (more is better)" : " (less is better)");
  }
}
