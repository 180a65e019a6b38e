package org.counterpoint.analysis.stats;

import java.util.OptionalInt;

/**
 * How many forks a comparison wants: the smallest k a side with {@code t(0.975, 2k−2)·s·√(2/k) ≤
 * ln(1+h)}, that is, with an interval of the ratio no wider than ± h when both sides vary by s.
 */
public final class ForksNeeded {

  /** Fewer give no verdict, however quiet the machine. */
  public static final int AT_LEAST = Ranking.MIN_FORKS;

  /** More than that is no plan. */
  public static final int AT_MOST = 10_000;

  private static final double NORMAL_QUANTILE = 1.959963;

  private ForksNeeded() {}

  /**
   * Forks on each of two sides; empty where more than {@link #AT_MOST} would be needed.
   *
   * @param variation s, the coefficient of variation of fork means: 0.05 is 5 %
   * @param halfWidth h, the wanted half-width of the ratio's interval: 0.05 is 5 %
   * @throws IllegalArgumentException if s is negative, h is not above 0, or one is not finite
   */
  public static OptionalInt perSide(double variation, double halfWidth) {
    if (!(variation >= 0 && Double.isFinite(variation))
        || !(halfWidth > 0 && Double.isFinite(halfWidth))) {
      throw new IllegalArgumentException("variation " + variation + ", half-width " + halfWidth);
    }
    double wanted = Math.log1p(halfWidth);
    // t is above the normal quantile, so no smaller k can do.
    double bound = 2 * Math.pow(NORMAL_QUANTILE * variation / wanted, 2);
    for (int k = (int) Math.max(AT_LEAST, Math.min(bound, AT_MOST + 1.0)); k <= AT_MOST; k++) {
      if (StudentT.quantile(2.0 * k - 2) * variation * Math.sqrt(2.0 / k) <= wanted) {
        return OptionalInt.of(k);
      }
    }
    return OptionalInt.empty();
  }

  /**
   * About how many more forks on each side would decide a comparison that is open, if the forks to
   * come are as the forks so far: until the interval no longer holds the margin's nearer end. Empty
   * where more than {@link #AT_MOST} would be needed, since the ratio is right at the margin.
   *
   * @param forks that it rests on, on each side; 2 or more
   */
  public static OptionalInt more(LogRatio ratio, int forks, Margin margin) {
    double distance = Math.abs(Math.abs(ratio.difference()) - margin.log());
    // t is above the normal quantile, so no smaller k can do.
    double bound = forks * Math.pow(NORMAL_QUANTILE * ratio.standardError() / distance, 2);
    int least = (int) Math.max(AT_LEAST, Math.max(forks + 1.0, Math.min(bound, AT_MOST + 1.0)));
    for (int k = least; k <= AT_MOST; k++) {
      double growth = (k - 1.0) / (forks - 1.0);
      double error = ratio.standardError() * Math.sqrt((double) forks / k);
      if (error == 0 || StudentT.quantile(ratio.degreesOfFreedom() * growth) * error < distance) {
        return OptionalInt.of(k - forks);
      }
    }
    return OptionalInt.empty();
  }
}
