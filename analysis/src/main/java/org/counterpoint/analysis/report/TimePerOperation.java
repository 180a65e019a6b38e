package org.counterpoint.analysis.report;

import java.util.Optional;
import org.counterpoint.analysis.model.Unit;
import org.counterpoint.analysis.stats.Estimate;
import org.counterpoint.analysis.stats.Interval;

/** What a rate or a time of one thread is in nanoseconds an operation. */
final class TimePerOperation {

  static final Unit UNIT = Unit.of("ns/op");

  private static final double NANOS = 1e9;

  private TimePerOperation() {}

  /**
   * The reciprocal of a rate, whose interval turns over with it; exact for a geometric mean. Empty
   * where the unit is neither a rate nor a time, or a rate is not above zero.
   */
  static Optional<Estimate> of(Estimate estimate, Unit unit) {
    return switch (unit.kind()) {
      case OTHER -> Optional.empty();
      case TIME -> Optional.of(times(estimate, unit.scale() * NANOS));
      case RATE ->
          estimate.center() > 0 ? Optional.of(reciprocal(estimate, unit)) : Optional.empty();
    };
  }

  private static Estimate times(Estimate estimate, double factor) {
    return new Estimate(
        estimate.forks(),
        estimate.center() * factor,
        estimate.interval().map(i -> new Interval(i.low() * factor, i.high() * factor)));
  }

  private static Estimate reciprocal(Estimate estimate, Unit unit) {
    double factor = NANOS / unit.scale();
    return new Estimate(
        estimate.forks(),
        factor / estimate.center(),
        estimate.interval().map(i -> new Interval(factor / i.high(), factor / i.low())));
  }
}
