package org.counterpoint.analysis.stats;

import java.util.Arrays;
import org.apache.commons.math3.fitting.leastsquares.LeastSquaresBuilder;
import org.apache.commons.math3.fitting.leastsquares.LeastSquaresOptimizer;
import org.apache.commons.math3.fitting.leastsquares.LevenbergMarquardtOptimizer;
import org.apache.commons.math3.fitting.leastsquares.MultivariateJacobianFunction;
import org.apache.commons.math3.linear.RealMatrix;

/**
 * Nonlinear least squares with what its parameters may be off by.
 *
 * <p>By K. Levenberg and D. W. Marquardt ("A method for the solution of certain non-linear problems
 * in least squares", Quarterly of Applied Mathematics 2, 1944; "An algorithm for least-squares
 * estimation of nonlinear parameters", SIAM Journal on Applied Mathematics 11, 1963), as Commons
 * Math has it. The covariance is that of the linear model at the solution, {@code (JᵀJ)⁻¹·RSS/df}.
 */
final class NonlinearFit {

  private static final double NO_THRESHOLD = 1e-20;
  private static final int MOST_STEPS = 10_000;

  /** Its usual 1e-10 leaves a flat valley at the fifth digit. */
  private static final double TOLERANCE = 1e-13;

  private final double[] parameters;
  private final RealMatrix covariance;
  private final double rss;
  private final int degreesOfFreedom;

  private NonlinearFit(
      double[] parameters, RealMatrix covariance, double rss, int degreesOfFreedom) {
    this.parameters = parameters;
    this.covariance = covariance;
    this.rss = rss;
    this.degreesOfFreedom = degreesOfFreedom;
  }

  /**
   * The parameters by which the model comes nearest to the targets.
   *
   * @throws org.apache.commons.math3.exception.MathIllegalStateException if it does not converge
   * @throws org.apache.commons.math3.linear.SingularMatrixException if the targets do not determine
   *     the parameters
   * @throws IllegalArgumentException if there are no more targets than parameters
   */
  static NonlinearFit of(MultivariateJacobianFunction model, double[] targets, double... start) {
    int df = targets.length - start.length;
    if (df < 1) {
      throw new IllegalArgumentException(
          targets.length + " targets for " + start.length + " parameters");
    }
    LeastSquaresOptimizer.Optimum optimum =
        new LevenbergMarquardtOptimizer()
            .withCostRelativeTolerance(TOLERANCE)
            .withParameterRelativeTolerance(TOLERANCE)
            .withOrthoTolerance(TOLERANCE)
            .optimize(
                new LeastSquaresBuilder()
                    .model(model)
                    .target(targets)
                    .start(start)
                    .maxEvaluations(MOST_STEPS)
                    .maxIterations(MOST_STEPS)
                    .lazyEvaluation(false)
                    .build());
    // Not getRMS, which divides by the targets, nor getCovariances alone, which scales by nothing.
    double rss = Arrays.stream(optimum.getResiduals().toArray()).map(r -> r * r).sum();
    RealMatrix covariance = optimum.getCovariances(NO_THRESHOLD).scalarMultiply(rss / df);
    return new NonlinearFit(optimum.getPoint().toArray(), covariance, rss, df);
  }

  double[] parameters() {
    return parameters.clone();
  }

  double standardError(int parameter) {
    return Math.sqrt(covariance.getEntry(parameter, parameter));
  }

  /** Of a function of the parameters with that gradient, to first order (the delta method). */
  double standardErrorOf(double... gradient) {
    double[] moved = covariance.operate(gradient);
    double variance = 0;
    for (int i = 0; i < gradient.length; i++) {
      variance += gradient[i] * moved[i];
    }
    return Math.sqrt(Math.max(0, variance));
  }

  /** The sum of the squared residuals. */
  double rss() {
    return rss;
  }

  /** Targets less parameters. */
  int degreesOfFreedom() {
    return degreesOfFreedom;
  }
}
