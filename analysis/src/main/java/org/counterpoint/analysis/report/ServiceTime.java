package org.counterpoint.analysis.report;

import java.util.List;
import java.util.Optional;

/**
 * Percentiles of every contender in one setting.
 *
 * @param lines in the registry's order
 * @param floor the timer alone, where a control timed it
 * @param contest of the 99th percentile
 */
record ServiceTime(
    Setting setting, Quantity quantity, List<Line> lines, Optional<Floor> floor, Contest contest) {

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

  ServiceTime {
    lines = List.copyOf(lines);
  }
}
