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

  /** Such as {@code throughput, ops/us (more is better)}. */
  String text() {
    return name
        + ", "
        + unit.symbol()
        + (higherIsBetter ? " (more is better)" : " (less is better)");
  }
}
