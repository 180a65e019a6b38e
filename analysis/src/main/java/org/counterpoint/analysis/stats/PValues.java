package org.counterpoint.analysis.stats;

import java.util.Arrays;
import java.util.Comparator;

/** What the corrections for many tests share. */
final class PValues {

  private PValues() {}

  /**
   * The positions of the p-values, smallest first.
   *
   * @throws IllegalArgumentException if one is not a probability
   */
  static Integer[] ascending(double... pValues) {
    for (double p : pValues) {
      if (!(p >= 0 && p <= 1)) {
        throw new IllegalArgumentException("not a probability: " + p);
      }
    }
    Integer[] positions = new Integer[pValues.length];
    Arrays.setAll(positions, i -> i);
    Arrays.sort(positions, Comparator.comparingDouble(i -> pValues[i]));
    return positions;
  }
}
