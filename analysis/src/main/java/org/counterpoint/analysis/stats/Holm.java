package org.counterpoint.analysis.stats;

/**
 * Holm's step-down correction: the chance of any false alarm in the whole family stays below the
 * level, whatever the dependence between its tests.
 *
 * <p>S. Holm, "A simple sequentially rejective multiple test procedure", Scandinavian Journal of
 * Statistics 6 (1979).
 */
public final class Holm {

  private Holm() {}

  /**
   * The adjusted p-values, in the order given; compare each with the family's level.
   *
   * @throws IllegalArgumentException if one is not a probability
   */
  public static double[] adjust(double... pValues) {
    Integer[] ascending = PValues.ascending(pValues);
    double[] adjusted = new double[pValues.length];
    double running = 0;
    for (int step = 0; step < ascending.length; step++) {
      double scaled = (ascending.length - step) * pValues[ascending[step]];
      running = Math.max(running, Math.min(1, scaled));
      adjusted[ascending[step]] = running;
    }
    return adjusted;
  }
}
