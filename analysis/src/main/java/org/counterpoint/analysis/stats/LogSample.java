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
    if (n < 1 || !Double.isFinite(mean) || !(variance >= 0)) {
      throw new IllegalArgumentException("n " + n + ", mean " + mean + ", variance " + variance);
    }
  }

  /**
   * The sample of these fork means.
   *
   * @throws IllegalArgumentException if there is none, or one is not above zero
   */
  public static LogSample of(Values forkMeans) {
    if (!canBeTakenOf(forkMeans)) {
      throw new IllegalArgumentException("fork means must be above zero: " + forkMeans);
    }
    double[] logs = forkMeans.stream().map(Math::log).toArray();
    return new LogSample(
        logs.length, StatUtils.mean(logs), logs.length == 1 ? 0 : StatUtils.variance(logs));
  }

  /** Whether a log can be taken of each, and there is at least one. */
  public static boolean canBeTakenOf(Values forkMeans) {
    return !forkMeans.isEmpty() && forkMeans.stream().allMatch(value -> value > 0);
  }
}
