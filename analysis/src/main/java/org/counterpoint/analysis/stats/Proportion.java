package org.counterpoint.analysis.stats;

import org.apache.commons.math3.distribution.BetaDistribution;

/**
 * How often something happens, from how often it did.
 *
 * @param hits of the tries
 * @param interval 95 %, never too narrow
 */
public record Proportion(int hits, int tries, Interval interval) {

  private static final double EACH_SIDE = 0.025;

  public Proportion {
    if (hits < 0 || tries < 1 || hits > tries) {
      throw new IllegalArgumentException(hits + " of " + tries);
    }
  }

  /**
   * With the interval of C. J. Clopper and E. S. Pearson, "The use of confidence or fiducial limits
   * illustrated in the case of the binomial", Biometrika 26 (1934).
   */
  public static Proportion of(int hits, int tries) {
    double low = hits == 0 ? 0 : beta(hits, tries - hits + 1.0, EACH_SIDE);
    double high = hits == tries ? 1 : beta(hits + 1.0, tries - hits, 1 - EACH_SIDE);
    return new Proportion(hits, tries, new Interval(low, high));
  }

  private static double beta(double a, double b, double probability) {
    // Without a generator: nothing is drawn from it.
    return new BetaDistribution(null, a, b).inverseCumulativeProbability(probability);
  }
}
