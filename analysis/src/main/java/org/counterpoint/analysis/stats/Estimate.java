package org.counterpoint.analysis.stats;

import java.util.Optional;
import org.counterpoint.analysis.model.Values;

/**
 * A quantity with the interval that the forks allow: {@code exp(mean(y) ± t(0.975, k−1)·s/√k)} over
 * {@code y = ln(fork mean)}. It estimates the geometric mean of the forks.
 *
 * @param forks k
 * @param center the geometric mean of the fork means; their arithmetic mean where one of them is
 *     not above zero, and then without an interval
 * @param interval 95 %, two-sided; absent below {@link #MIN_FORKS} forks
 */
public record Estimate(int forks, double center, Optional<Interval> interval) {

  /** Below this, a variance says too little for any interval. */
  public static final int MIN_FORKS = 3;

  public Estimate {
    if (forks < 1 || !Double.isFinite(center)) {
      throw new IllegalArgumentException(forks + " forks, center " + center);
    }
  }

  /**
   * The estimate that these fork means allow.
   *
   * @throws IllegalArgumentException if there is none
   */
  public static Estimate of(Values forkMeans) {
    if (!LogSample.canBeTakenOf(forkMeans)) {
      return new Estimate(forkMeans.size(), forkMeans.mean(), Optional.empty());
    }
    LogSample sample = LogSample.of(forkMeans);
    Optional<Interval> interval =
        sample.n() < MIN_FORKS
            ? Optional.empty()
            : Optional.of(Interval.ofLogs(sample.mean(), sample.halfWidth()));
    return new Estimate(sample.n(), Interval.finiteExp(sample.mean()), interval);
  }

  /**
   * The same of a quantity that can't be less or more than this: the interval is cut there, which
   * takes nothing from its coverage.
   *
   * @throws IllegalArgumentException if the center lies beyond
   */
  public Estimate within(double least, double most) {
    if (center < least || center > most) {
      throw new IllegalArgumentException(center + " is not in [" + least + ", " + most + "]");
    }
    return new Estimate(
        forks,
        center,
        interval.map(
            whole -> new Interval(Math.max(least, whole.low()), Math.min(most, whole.high()))));
  }
}
