package org.counterpoint.analysis.report;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.counterpoint.analysis.model.Unit;
import org.counterpoint.analysis.stats.Quantiles;
import org.counterpoint.analysis.stats.Timing;

/**
 * Percentiles of every contender in one setting: of service time, or of response time where
 * operations were due at a rate of their own.
 *
 * @param lines in the registry's order
 * @param floor the timer alone, where a control timed it
 * @param contest of the 99th percentile
 */
record ServiceTime(
    Setting setting, Quantity quantity, List<Line> lines, Optional<Floor> floor, Contest contest) {

  /** Why percentiles of fast operations in JMH's sample mode support no verdict. */
  static final String BIAS = "JMH's sample mode over-weights rare values of operations this fast";

  /**
   * A contender.
   *
   * @param quantiles absent unless it was measured
   * @param note what went wrong; empty when it was measured
   */
  record Line(
      Contender contender, Entry.Status status, Optional<Quantiles> quantiles, String note) {}

  /**
   * The timer alone.
   *
   * @param name the control's
   * @param threads at which it was measured
   */
  record Floor(String name, int threads, Quantiles quantiles) {}

  /** What contenders are ranked by. */
  static Quantity tail(Unit unit, Timing timing) {
    return new Quantity(timing.tailWords(), unit, false);
  }

  /** Whether it is that. */
  static boolean isTail(Quantity quantity) {
    return Arrays.stream(Timing.values())
        .anyMatch(timing -> quantity.name().equals(timing.tailWords()));
  }

  ServiceTime {
    lines = List.copyOf(lines);
  }
}
