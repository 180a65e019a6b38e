package org.counterpoint.analysis.stats;

import org.apache.commons.math3.distribution.TDistribution;

/** Student's t at the one confidence that is used here: 95 %, two-sided. */
final class StudentT {

  private StudentT() {}

  /** The 0.975 quantile, to within 1e-9. */
  static double quantile(double degreesOfFreedom) {
    return distribution(degreesOfFreedom).inverseCumulativeProbability(0.975);
  }

  /** The chance of a value at least as far from 0, on either side. */
  static double twoSidedP(double t, double degreesOfFreedom) {
    return Math.min(1, 2 * distribution(degreesOfFreedom).cumulativeProbability(-Math.abs(t)));
  }

  private static TDistribution distribution(double degreesOfFreedom) {
    // Without a generator: nothing is drawn from it, and seeding one costs more than the quantile.
    return new TDistribution(null, degreesOfFreedom);
  }
}
