package org.counterpoint.analysis.stats;

import java.util.OptionalDouble;

/**
 * The Universal Scalability Law: {@code X(N) = λN / (1 + σ(N−1) + κN(N−1))}.
 *
 * <p>N. J. Gunther, "Guerrilla Capacity Planning" (2007), chapter 4.
 *
 * @param lambda λ, the throughput at a load of 1; above 0
 * @param sigma σ, contention: the part of the work that is done by one at a time; 0 or more
 * @param kappa κ, crosstalk: what every pair costs that has to agree; 0 or more
 */
public record UslModel(double lambda, double sigma, double kappa) {

  public UslModel {
    if (!(lambda > 0 && sigma >= 0 && kappa >= 0)
        || !Double.isFinite(lambda)
        || !Double.isFinite(sigma)
        || !Double.isFinite(kappa)) {
      throw new IllegalArgumentException(
          "lambda " + lambda + ", sigma " + sigma + ", kappa " + kappa);
    }
  }

  /** X(N), in the unit of λ. */
  public double throughput(double load) {
    return lambda * load / divisor(load);
  }

  /** R(N) = N/X(N), by J. D. C. Little's law: how long one of N takes. */
  public double residenceTime(double load) {
    return load / throughput(load);
  }

  /**
   * N* = √((1−σ)/κ), the load of the highest throughput. Empty where κ is 0, so that throughput
   * only ever grows, and where σ is 1 or more, so that it falls from a load of 1 on.
   */
  public OptionalDouble peak() {
    return kappa > 0 && sigma < 1
        ? OptionalDouble.of(Math.sqrt((1 - sigma) / kappa))
        : OptionalDouble.empty();
  }

  /** λ/σ, what throughput never exceeds; empty where σ is 0. */
  public OptionalDouble limit() {
    return sigma > 0 ? OptionalDouble.of(lambda / sigma) : OptionalDouble.empty();
  }

  private double divisor(double load) {
    return 1 + sigma * (load - 1) + kappa * load * (load - 1);
  }
}
