package org.counterpoint.analysis.stats;

import org.apache.commons.math3.distribution.TDistribution;

/**
 * How one sample compares with another, by Welch's t on the logs of fork means.
 *
 * <p>B. L. Welch, "The generalization of 'Student's' problem when several different population
 * variances are involved", Biometrika 34 (1947); degrees of freedom after Satterthwaite (1946).
 *
 * @param value the ratio of geometric means, first over second
 * @param interval of the ratio, 95 %, two-sided
 * @param degreesOfFreedom Satterthwaite's; positive infinity where neither sample varies
 * @param pValue two-sided, of the ratio being 1
 */
public record Ratio(double value, Interval interval, double degreesOfFreedom, double pValue) {

  /**
   * First over second, from forks that were not run in pairs.
   *
   * @throws IllegalArgumentException if a sample has fewer than two forks
   */
  public static Ratio welch(LogSample first, LogSample second) {
    if (first.n() < 2 || second.n() < 2) {
      throw new IllegalArgumentException("two forks a side at least: " + first + ", " + second);
    }
    double a = first.variance() / first.n();
    double b = second.variance() / second.n();
    double difference = first.mean() - second.mean();
    double error = Math.sqrt(a + b);
    if (error == 0) {
      double point = Math.exp(difference);
      return new Ratio(
          point, new Interval(point, point), Double.POSITIVE_INFINITY, difference == 0 ? 1 : 0);
    }
    double df = (a + b) * (a + b) / (a * a / (first.n() - 1) + b * b / (second.n() - 1));
    TDistribution student = new TDistribution(df);
    double half = student.inverseCumulativeProbability(0.975) * error;
    double p = 2 * student.cumulativeProbability(-Math.abs(difference) / error);
    return new Ratio(
        Math.exp(difference),
        new Interval(Math.exp(difference - half), Math.exp(difference + half)),
        df,
        p);
  }
}
