package org.counterpoint.analysis.stats;

import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.counterpoint.analysis.model.Fork;
import org.counterpoint.analysis.model.Measurement;
import org.counterpoint.analysis.model.Metric;
import org.counterpoint.analysis.model.Unit;

/**
 * What a measurement is judged by, one value a fork: where single operations were timed, the 99th
 * percentile of their times, since the throughput of such a loop is mostly the timer's; otherwise
 * the primary metric. A report ranks by it, and a run stops by it.
 *
 * @param tailOf what was timed, where it is that percentile
 * @param higherIsBetter the direction
 */
public record Yardstick(
    Unit unit, Optional<Timing> tailOf, boolean higherIsBetter, BlockMeans forks) {

  /** Whether it is the 99th percentile of what was timed. */
  public boolean isTail() {
    return tailOf.isPresent();
  }

  /** Empty where percentiles were to be had, and too few samples stand behind this one. */
  public static Optional<Yardstick> of(Measurement measurement) {
    return of(measurement, Fork::mean);
  }

  /** By another value of each fork than the mean of its iterations, such as their median. */
  static Optional<Yardstick> of(Measurement measurement, ToDoubleFunction<Fork> value) {
    Optional<Timing> timing = Timing.of(measurement);
    if (timing.isPresent()) {
      return Quantiles.timed(measurement, Quantiles.Point.P99)
          .map(tail -> of(tail, timing, /* higherIsBetter= */ false, value));
    }
    boolean higherIsBetter = measurement.cell().mode().higherIsBetter();
    return Optional.of(of(measurement.primary(), Optional.empty(), higherIsBetter, value));
  }

  private static Yardstick of(
      Metric metric,
      Optional<Timing> tailOf,
      boolean higherIsBetter,
      ToDoubleFunction<Fork> value) {
    return new Yardstick(
        metric.unit(), tailOf, higherIsBetter, BlockMeans.of(metric.forks(), value));
  }
}
