package org.counterpoint.analysis.stats;

import org.apache.commons.math3.fitting.leastsquares.MultivariateJacobianFunction;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.linear.RealVector;
import org.apache.commons.math3.util.Pair;

/**
 * The law's values and derivatives at the loads of some points, by those of its parameters that are
 * free: the others are 0.
 *
 * <p>On the log scale the first parameter is ln λ, on the plain one λ.
 */
final class UslCurve implements MultivariateJacobianFunction {

  /** Which of the two numbers that may be 0 are to be found. */
  record Free(boolean sigma, boolean kappa) {

    int count() {
      return 1 + (sigma ? 1 : 0) + (kappa ? 1 : 0);
    }

    double sigma(double... parameters) {
      return sigma ? parameters[1] : 0;
    }

    double kappa(double... parameters) {
      return kappa ? parameters[count() - 1] : 0;
    }
  }

  private final double[] loads;
  private final Free free;
  private final boolean logs;

  UslCurve(double[] loads, Free free, boolean logs) {
    this.loads = loads.clone();
    this.free = free;
    this.logs = logs;
  }

  @Override
  public Pair<RealVector, RealMatrix> value(RealVector point) {
    double[] parameters = point.toArray();
    double[] values = new double[loads.length];
    double[][] derivatives = new double[loads.length][free.count()];
    for (int i = 0; i < loads.length; i++) {
      double n = loads[i];
      double bySigma = n - 1;
      double byKappa = n * (n - 1);
      double divisor =
          positive(1 + free.sigma(parameters) * bySigma + free.kappa(parameters) * byKappa);
      double lambda = parameters[0];
      // d ln X: of ln λ it is 1, of the others minus their part of the divisor.
      values[i] = logs ? lambda + Math.log(n / divisor) : lambda * n / divisor;
      double scale = logs ? 1 : lambda * n / divisor;
      derivatives[i][0] = logs ? 1 : n / divisor;
      if (free.sigma()) {
        derivatives[i][1] = -scale * bySigma / divisor;
      }
      if (free.kappa()) {
        derivatives[i][free.count() - 1] = -scale * byKappa / divisor;
      }
    }
    return new Pair<>(new ArrayRealVector(values), new Array2DRowRealMatrix(derivatives));
  }

  /** On its way an optimizer may try what makes the law negative, where no log can be taken. */
  private static double positive(double divisor) {
    return Math.max(divisor, 1e-9);
  }
}
