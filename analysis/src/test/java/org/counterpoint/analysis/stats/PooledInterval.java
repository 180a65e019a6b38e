package org.counterpoint.analysis.stats;

import org.apache.commons.math3.distribution.TDistribution;
import org.apache.commons.math3.stat.StatUtils;

/**
 * The interval that JMH prints as {@code scoreError}: Student's t over the iterations of all forks,
 * as if they were independent. It is here to be shown wrong, and is no part of the analysis.
 */
final class PooledInterval {

  private PooledInterval() {}

  static Interval of(double[] iterations, double confidence) {
    double mean = StatUtils.mean(iterations);
    double error = Math.sqrt(StatUtils.variance(iterations) / iterations.length);
    double t =
        new TDistribution(null, iterations.length - 1)
            .inverseCumulativeProbability((1 + confidence) / 2);
    return new Interval(mean - t * error, mean + t * error);
  }

  /** Whether it excludes 0, at 95 %. */
  static boolean excludesZero(double... iterations) {
    return !of(iterations, 0.95).contains(0);
  }
}
