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
}
