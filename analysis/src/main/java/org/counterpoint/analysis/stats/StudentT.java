package org.counterpoint.analysis.stats;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.commons.math3.distribution.TDistribution;

/** Student's t, two-sided: at 95 % unless an error is named. */
final class StudentT {

  private record Key(double degreesOfFreedom, double error) {
    double quantile() {
      return distribution(degreesOfFreedom).inverseCumulativeProbability(1 - error / 2);
    }
  }

  /** More forks than that have no run. */
  private static final int USUAL = 100;

  // A run compares thousands of pairs of the same few sizes, and a quantile is found by bisection.
  private static final Map<Key, Double> KNOWN = new ConcurrentHashMap<>();

  private StudentT() {}

  /** The 0.975 quantile, to within 1e-9. */
  static double quantile(double degreesOfFreedom) {
    return quantile(degreesOfFreedom, 0.05);
  }

  /** The {@code 1 − error/2} quantile, to within 1e-9. */
  static double quantile(double degreesOfFreedom, double error) {
    boolean isUsual = degreesOfFreedom == Math.rint(degreesOfFreedom) && degreesOfFreedom < USUAL;
    return isUsual
        ? KNOWN.computeIfAbsent(new Key(degreesOfFreedom, error), Key::quantile)
        : new Key(degreesOfFreedom, error).quantile();
  }

  /** The chance of a value at least as far from 0, on either side. */
  static double twoSidedP(double t, double degreesOfFreedom) {
    return Math.min(1, 2 * upperTail(Math.abs(t), degreesOfFreedom));
  }

  /** The chance of a value of t or more. */
  static double upperTail(double t, double degreesOfFreedom) {
    return distribution(degreesOfFreedom).cumulativeProbability(-t);
  }

  private static TDistribution distribution(double degreesOfFreedom) {
    // Without a generator: nothing is drawn from it, and seeding one costs more than the quantile.
    return new TDistribution(null, degreesOfFreedom);
  }
}
