package org.counterpoint.analysis.stats;

import java.util.List;
import org.apache.commons.math3.stat.StatUtils;
import org.counterpoint.analysis.model.Values;

/**
 * Where the variance comes from: iterations within a fork, or forks that differ as wholes.
 *
 * <p>T. Kalibera, R. Jones, "Rigorous benchmarking in reasonable time", ISMM 2013: S1², S2² and T2²
 * of two levels. For m iterations a fork, m·S2² is the mean square between groups of a one-way
 * analysis of variance, and S1² the one within.
 *
 * @param withinForks S1²: the variance of iterations about their own fork's mean
 * @param betweenForks S2²: the variance of the fork means, iteration noise included
 * @param forkEffect T2² = S2² − S1²/m, at least 0: the variance of the fork means that would remain
 *     with endlessly many iterations
 */
public record VarianceComponents(double withinForks, double betweenForks, double forkEffect) {

  public VarianceComponents {
    if (!(withinForks >= 0 && betweenForks >= 0 && forkEffect >= 0)) {
      throw new IllegalArgumentException(
          "within " + withinForks + ", between " + betweenForks + ", fork effect " + forkEffect);
    }
  }

  /**
   * The components of the values as they are, in their unit squared.
   *
   * <p>Forks of unequal length are allowed: S1² is then pooled over the degrees of freedom, and the
   * 1/m of T2² is the mean of the forks' own 1/m, which keeps T2² unbiased before clipping.
   *
   * @param forks the iterations of each
   * @throws IllegalArgumentException below two forks, for an empty fork, or if every fork has a
   *     single iteration
   */
  public static VarianceComponents of(List<Values> forks) {
    return ofIterations(forks.stream().map(Values::toArray).toList());
  }

  /**
   * The components of ln(value), dimensionless: their square roots are coefficients of variation,
   * very nearly.
   *
   * @param forks the iterations of each
   * @throws IllegalArgumentException as {@link #of}, or if a value is not above zero
   */
  public static VarianceComponents ofLogs(List<Values> forks) {
    return ofIterations(forks.stream().map(LogSample::logs).toList());
  }

  private static VarianceComponents ofIterations(List<double[]> forks) {
    if (forks.size() < 2) {
      throw new IllegalArgumentException("two forks at least: " + forks.size());
    }
    double[] means = new double[forks.size()];
    double squares = 0;
    int freedom = 0;
    double reciprocal = 0;
    for (int i = 0; i < means.length; i++) {
      double[] iterations = forks.get(i);
      if (iterations.length == 0) {
        throw new IllegalArgumentException("a fork without an iteration");
      }
      means[i] = StatUtils.mean(iterations);
      if (iterations.length > 1) {
        squares += StatUtils.variance(iterations) * (iterations.length - 1);
      }
      freedom += iterations.length - 1;
      reciprocal += 1.0 / iterations.length / means.length;
    }
    if (freedom == 0) {
      throw new IllegalArgumentException("a fork with two iterations at least");
    }
    double within = squares / freedom;
    double between = StatUtils.variance(means);
    return new VarianceComponents(within, between, Math.max(0, between - within * reciprocal));
  }

  /** The forks' part of one iteration's variance, T2²/(T2² + S1²); 0 where nothing varies. */
  public double forkShare() {
    double total = forkEffect + withinForks;
    return total == 0 ? 0 : forkEffect / total;
  }
}
