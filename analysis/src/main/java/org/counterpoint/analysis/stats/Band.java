package org.counterpoint.analysis.stats;

import java.util.Arrays;
import java.util.Optional;
import org.counterpoint.analysis.model.Values;

/**
 * How far a value of a series may lie from the others before it stands apart: {@code median ±
 * max(floor, t(1 − 0.05/2n, 0.37·(n−1)) · 1.4826·MAD)}.
 *
 * <p>Median and MAD, since the values that stand apart must not widen the band that is to find
 * them. The MAD of n normal values says as much of their spread as a standard deviation of 37 % of
 * them (P. J. Rousseeuw, C. Croux, "Alternatives to the median absolute deviation", Journal of the
 * American Statistical Association 88, 1993): hence the degrees of freedom. The level is divided by
 * n (Bonferroni), so that about 5 % of all series without a strange value have one called so, and
 * not 5 % of all values. The floor is what makes a difference at all: the values of a series that
 * hardly varies are not told apart.
 *
 * @param median of the series
 * @param reach how far the band goes on either side
 */
public record Band(double median, double reach) {

  /** Below this a median has nothing to say of its own values. */
  public static final int MIN_VALUES = 3;

  private static final double LEVEL = 0.05;
  private static final double MAD_EFFICIENCY = 0.37;

  public Band {
    if (!Double.isFinite(median) || !(reach >= 0)) {
      throw new IllegalArgumentException("median " + median + ", reach " + reach);
    }
  }

  /**
   * The band of a series; empty below {@link #MIN_VALUES} values.
   *
   * @param floor in the unit of the values; not negative
   */
  public static Optional<Band> of(Values series, double floor) {
    int n = series.size();
    if (n < MIN_VALUES) {
      return Optional.empty();
    }
    double median = Outliers.percentile(series.toArray(), 50);
    double[] distances =
        Arrays.stream(series.toArray()).map(value -> Math.abs(value - median)).toArray();
    double sigma = Outliers.MAD_TO_SIGMA * Outliers.percentile(distances, 50);
    double t = StudentT.quantile(MAD_EFFICIENCY * (n - 1), LEVEL / n);
    return Optional.of(new Band(median, Math.max(floor, t * sigma)));
  }

  /** Whether a value stands apart on either side. */
  public boolean excludes(double value) {
    return Math.abs(value - median) > reach;
  }

  /** Whether a value stands apart above. */
  public boolean isBelow(double value) {
    return value - median > reach;
  }
}
