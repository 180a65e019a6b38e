package org.counterpoint.analysis.stats;

import java.util.List;
import java.util.Optional;

/**
 * The log of a ratio as forks estimate it: what the interval, the test of a difference and the test
 * of sameness are all taken from, so that they cannot disagree.
 *
 * @param difference of mean logs, first less second
 * @param standardError of the difference
 * @param degreesOfFreedom of t; positive infinity where there is no variance at all
 */
public record LogRatio(double difference, double standardError, double degreesOfFreedom) {

  public LogRatio {
    boolean exact = standardError == 0 && degreesOfFreedom == Double.POSITIVE_INFINITY;
    boolean estimated =
        standardError > 0
            && Double.isFinite(standardError)
            && degreesOfFreedom > 0
            && Double.isFinite(degreesOfFreedom);
    if (!Double.isFinite(difference) || !(exact || estimated)) {
      throw new IllegalArgumentException(
          difference + " ± " + standardError + ", degrees of freedom " + degreesOfFreedom);
    }
  }

  /**
   * From forks that were not run in pairs.
   *
   * <p>B. L. Welch, "The generalization of 'Student's' problem when several different population
   * variances are involved", Biometrika 34 (1947); degrees of freedom after F. E. Satterthwaite,
   * "An approximate distribution of estimates of variance components", Biometrics Bulletin 2
   * (1946).
   *
   * @throws IllegalArgumentException if a sample has fewer than two forks
   */
  public static LogRatio welch(LogSample first, LogSample second) {
    if (first.n() < 2 || second.n() < 2) {
      throw new IllegalArgumentException("two forks a side at least: " + first + ", " + second);
    }
    double a = first.variance() / first.n();
    double b = second.variance() / second.n();
    // Shares rather than squares of a and b, which underflow first.
    double shareA = a / (a + b);
    double shareB = b / (a + b);
    double df = 1 / (shareA * shareA / (first.n() - 1) + shareB * shareB / (second.n() - 1));
    return of(first.mean() - second.mean(), Math.sqrt(a + b), df);
  }

  /**
   * From the differences of logs within blocks, one a block, so that what slowed a whole block
   * cancels.
   *
   * <p>Student, "The probable error of a mean", Biometrika 6 (1908).
   *
   * @throws IllegalArgumentException if there are fewer than two
   */
  static LogRatio paired(double... differences) {
    if (differences.length < 2) {
      throw new IllegalArgumentException("two pairs at least: " + differences.length);
    }
    LogSample sample = LogSample.ofLogs(differences);
    return of(sample.mean(), sample.standardError(), sample.n() - 1);
  }

  /**
   * From the blocks in which both sides have a fork; see {@link #paired}. Empty where there are
   * fewer than two, or a log can't be taken of every value.
   */
  public static Optional<LogRatio> inPairs(BlockMeans first, BlockMeans second) {
    Pairs pairs = Pairs.of(first, second);
    return pairs.size() < 2 ? Optional.empty() : Optional.of(pairs.first(pairs.size()));
  }

  /**
   * A weighted sum of ratios that do not depend on each other, with Satterthwaite's degrees of
   * freedom: a ratio of ratios is one less another.
   *
   * @throws IllegalArgumentException if there is none, or not one weight for each
   */
  public static LogRatio sum(List<LogRatio> parts, double... weights) {
    if (parts.isEmpty() || parts.size() != weights.length) {
      throw new IllegalArgumentException(parts.size() + " parts, " + weights.length + " weights");
    }
    double difference = 0;
    double variance = 0;
    for (int i = 0; i < weights.length; i++) {
      difference += weights[i] * parts.get(i).difference;
      variance += square(weights[i] * parts.get(i).standardError);
    }
    double inverse = 0;
    for (int i = 0; i < weights.length && variance > 0; i++) {
      double share = square(weights[i] * parts.get(i).standardError) / variance;
      inverse += share * share / parts.get(i).degreesOfFreedom;
    }
    return of(difference, Math.sqrt(variance), 1 / inverse);
  }

  private static double square(double x) {
    return x * x;
  }

  private static LogRatio of(double difference, double error, double df) {
    return new LogRatio(difference, error, error == 0 ? Double.POSITIVE_INFINITY : df);
  }

  /**
   * The two-sided interval of the ratio.
   *
   * @param error the chance to miss: 0.05 for a 95 % interval
   */
  public Interval interval(double error) {
    return standardError == 0
        ? Interval.ofLogs(difference, 0)
        : Interval.ofLogs(difference, StudentT.quantile(degreesOfFreedom, error) * standardError);
  }

  /** Second over first. */
  public LogRatio inverted() {
    return new LogRatio(-difference, standardError, degreesOfFreedom);
  }

  /**
   * The two-sided p-value of a difference of no more than the margin. It is at most {@code error}
   * where the interval of that error lies beyond the margin on one side.
   */
  public double pDifferent(Margin margin) {
    double beyond = Math.abs(difference) - margin.log();
    if (standardError == 0) {
      return beyond > 0 ? 0 : 1;
    }
    return Math.min(1, 2 * StudentT.upperTail(beyond / standardError, degreesOfFreedom));
  }

  /**
   * What this says of a first that followed a second.
   *
   * @param pDifferent {@link #pDifferent} of that margin, as corrected for whatever else was asked
   * @param higherIsBetter the direction of both
   */
  public Verdict verdict(double pDifferent, Margin margin, boolean higherIsBetter) {
    if (pDifferent <= Looks.ERROR) {
      return difference > 0 == higherIsBetter ? Verdict.FASTER : Verdict.SLOWER;
    }
    return pSame(margin) <= Looks.ERROR / 2 ? Verdict.SAME : Verdict.UNCLEAR;
  }

  /**
   * The p-value of a difference of the margin or more, on whichever side. It is at most {@code
   * error/2} where the interval of that error lies within the margin.
   *
   * <p>D. J. Schuirmann, "A comparison of the two one-sided tests procedure and the power approach
   * for assessing the equivalence of average bioavailability", Journal of Pharmacokinetics and
   * Biopharmaceutics 15 (1987).
   */
  public double pSame(Margin margin) {
    double within = margin.log() - Math.abs(difference);
    if (standardError == 0) {
      return within > 0 ? 0 : 1;
    }
    return StudentT.upperTail(within / standardError, degreesOfFreedom);
  }
}
