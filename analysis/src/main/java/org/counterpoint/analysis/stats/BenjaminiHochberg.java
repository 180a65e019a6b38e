package org.counterpoint.analysis.stats;

/**
 * The step-up correction of Benjamini and Hochberg: of what is called significant, the expected
 * share of false alarms stays below the level. For lists to explore; a verdict wants {@link Holm}.
 *
 * <p>Y. Benjamini, Y. Hochberg, "Controlling the false discovery rate: a practical and powerful
 * approach to multiple testing", Journal of the Royal Statistical Society B 57 (1995). It holds for
 * tests that are independent or positively dependent.
 */
public final class BenjaminiHochberg {

  private BenjaminiHochberg() {}

  /**
   * The adjusted p-values, in the order given; compare each with the level.
   *
   * @throws IllegalArgumentException if one is not a probability
   */
  public static double[] adjust(double... pValues) {
    Integer[] ascending = PValues.ascending(pValues);
    double[] adjusted = new double[pValues.length];
    double running = 1;
    for (int rank = ascending.length; rank >= 1; rank--) {
      // The quotient first: it is at least 1, so that no p can be rounded to below itself.
      double factor = (double) ascending.length / rank;
      running = Math.min(running, factor * pValues[ascending[rank - 1]]);
      adjusted[ascending[rank - 1]] = running;
    }
    return adjusted;
  }
}
