package org.counterpoint.analysis.stats;

import org.apache.commons.math3.stat.StatUtils;
import org.counterpoint.analysis.model.Values;

/**
 * The logs of one measurement's fork means, which is the sample that every interval and every
 * verdict rests on.
 *
 * <p>The fork is the sample, never the iteration: forks of one benchmark differ by more than their
 * iterations do, so an interval over pooled iterations is too narrow. Logs, since run-to-run
 * effects multiply: a difference of logs is the log of a ratio, and its distribution is less
 * skewed.
 *
 * @param n forks
 * @param mean of ln(fork mean)
 * @param variance of ln(fork mean), with n − 1; 0 for a single fork
 */
public record LogSample(int n, double mean, double variance) {

  public LogSample {
    if (n < 1 || !Double.isFinite(mean) || !(variance >= 0) || !Double.isFinite(variance)) {
      throw new IllegalArgumentException("n " + n + ", mean " + mean + ", variance " + variance);
    }
  }

  /**
   * The sample of these fork means.
   *
   * @throws IllegalArgumentException if there is none, or one is not above zero
   */
  public static LogSample of(Values forkMeans) {
    return ofLogs(logs(forkMeans));
  }

  /** Whether a log can be taken of each, and there is at least one. */
  public static boolean canBeTakenOf(Values forkMeans) {
    return !forkMeans.isEmpty() && forkMeans.stream().allMatch(value -> value > 0);
  }

  /** The sample of one log, or one difference of logs, a fork. */
  static LogSample ofLogs(double... logs) {
    return new LogSample(
        logs.length, StatUtils.mean(logs), logs.length == 1 ? 0 : StatUtils.variance(logs));
  }

  /** The logs themselves; throws as {@link #of} does. */
  static double[] logs(Values values) {
    if (!canBeTakenOf(values)) {
      throw new IllegalArgumentException("values must be above zero: " + values);
    }
    return values.stream().map(Math::log).toArray();
  }

  /** The standard error of the mean, {@code s/√n}. */
  double standardError() {
    return Math.sqrt(variance / n);
  }

  /**
   * Half the width of the 95 % interval of the mean, {@code t(0.975, n−1)·s/√n}; n of 2 or more.
   */
  double halfWidth() {
    return StudentT.quantile(n - 1) * standardError();
  }
}
