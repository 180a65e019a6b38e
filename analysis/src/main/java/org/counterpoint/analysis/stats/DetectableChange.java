package org.counterpoint.analysis.stats;

/**
 * The smallest change that a comparison finds in four of five tries: {@code (t(0.975, df) + t(0.8,
 * df)) · s · √(c/k)}, on the scale of logs. What is smaller may be found as well, by luck, and then
 * looks larger than it is.
 *
 * <p>J. Cohen, "Statistical Power Analysis for the Behavioral Sciences" (1988), chapter 2, with
 * Student's t in place of its noncentral form, which is larger by little.
 */
public final class DetectableChange {

  private static final double MISSES_AT_MOST = 0.2;
  private static final double LEVEL = 0.05;

  private DetectableChange() {}

  /**
   * Of pairs of forks.
   *
   * @param spread the standard deviation of the differences of logs within pairs
   * @param pairs two or more
   * @return the log of the ratio
   */
  public static double inPairs(double spread, int pairs) {
    return times(pairs - 1.0) * spread * Math.sqrt(1.0 / pairs);
  }

  /**
   * Of two sides whose forks are no pairs.
   *
   * @param spread the standard deviation of the logs of fork means, of each side
   * @param perSide forks, two or more
   * @return the log of the ratio
   */
  public static double unpaired(double spread, int perSide) {
    return times(2.0 * perSide - 2) * spread * Math.sqrt(2.0 / perSide);
  }

  private static double times(double degreesOfFreedom) {
    return StudentT.quantile(degreesOfFreedom, LEVEL)
        + StudentT.quantile(degreesOfFreedom, 2 * MISSES_AT_MOST);
  }
}
