package org.counterpoint.analysis.stats;

/**
 * One fork's throughput at one load.
 *
 * @param load N, such as the number of threads; above 0
 * @param throughput X, above 0
 */
public record UslPoint(double load, double throughput) {

  public UslPoint {
    if (!(load > 0 && throughput > 0) || !Double.isFinite(load) || !Double.isFinite(throughput)) {
      throw new IllegalArgumentException("load " + load + ", throughput " + throughput);
    }
  }
}
