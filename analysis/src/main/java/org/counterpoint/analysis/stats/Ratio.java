package org.counterpoint.analysis.stats;

import java.util.Arrays;
import org.counterpoint.analysis.model.Values;

/**
 * How one sample compares with another, by Student's t on the logs of fork means.
 *
 * <p>The direction is the caller's: a ratio above 1 is better where higher is better.
 *
 * @param value the ratio of geometric means, first over second
 * @param interval of the ratio, 95 %, two-sided
 * @param degreesOfFreedom of t; positive infinity where there is no variance at all
 * @param pValue two-sided, of the ratio being 1
 */
public record Ratio(double value, Interval interval, double degreesOfFreedom, double pValue) {

  public Ratio {
    if (!Double.isFinite(value) || !(degreesOfFreedom > 0) || !(pValue >= 0 && pValue <= 1)) {
      throw new IllegalArgumentException(
          "ratio " + value + ", degrees of freedom " + degreesOfFreedom + ", p " + pValue);
    }
  }

  /**
   * First over second, from forks that were not run in pairs.
   *
   * <p>B. L. Welch, "The generalization of 'Student's' problem when several different population
   * variances are involved", Biometrika 34 (1947); degrees of freedom after F. E. Satterthwaite,
   * "An approximate distribution of estimates of variance components", Biometrics Bulletin 2
   * (1946).
   *
   * @throws IllegalArgumentException if a sample has fewer than two forks
   */
  public static Ratio welch(LogSample first, LogSample second) {
    if (first.n() < 2 || second.n() < 2) {
      throw new IllegalArgumentException("two forks a side at least: " + first + ", " + second);
    }
    double a = first.variance() / first.n();
    double b = second.variance() / second.n();
    // Shares rather than squares of a and b, which underflow first.
    double shareA = a / (a + b);
    double shareB = b / (a + b);
    double df = 1 / (shareA * shareA / (first.n() - 1) + shareB * shareB / (second.n() - 1));
    return ofDifference(first.mean() - second.mean(), Math.sqrt(a + b), df);
  }

  /**
   * First over second, from forks that were run in pairs: position i of both is the same block, so
   * that what slowed a whole block cancels.
   *
   * <p>Student, "The probable error of a mean", Biometrika 6 (1908), on the differences of logs.
   *
   * @throws IllegalArgumentException if the numbers of forks differ or are below two, or a value is
   *     not above zero
   */
  public static Ratio paired(Values first, Values second) {
    if (first.size() != second.size() || first.size() < 2) {
      throw new IllegalArgumentException(
          "as many forks on both sides, two at least: " + first + ", " + second);
    }
    double[] differences = LogSample.logs(first);
    double[] subtrahends = LogSample.logs(second);
    Arrays.setAll(differences, i -> differences[i] - subtrahends[i]);
    LogSample sample = LogSample.ofLogs(differences);
    return ofDifference(sample.mean(), sample.standardError(), sample.n() - 1);
  }

  private static Ratio ofDifference(double difference, double error, double df) {
    double value = Interval.finiteExp(difference);
    if (error == 0) {
      Interval point = new Interval(value, value);
      return new Ratio(value, point, Double.POSITIVE_INFINITY, difference == 0 ? 1 : 0);
    }
    Interval interval = Interval.ofLogs(difference, StudentT.quantile(df) * error);
    return new Ratio(value, interval, df, StudentT.twoSidedP(difference / error, df));
  }
}
