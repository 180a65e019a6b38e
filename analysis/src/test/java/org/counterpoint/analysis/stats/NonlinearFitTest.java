package org.counterpoint.analysis.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.Arrays;
import java.util.List;
import org.apache.commons.math3.fitting.leastsquares.MultivariateJacobianFunction;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.util.Pair;
import org.junit.jupiter.api.Test;

/**
 * Against NIST's certified values for nonlinear regression: parameters and residuals to six digits,
 * standard errors to five.
 */
class NonlinearFitTest {

  private static final double PERCENT = 1e-4;

  private interface Curve {
    /** The value at x, then the derivatives by the parameters. */
    double[] at(double x, double... b);
  }

  private static final Curve MISRA1A =
      (x, b) -> {
        double e = Math.exp(-b[1] * x);
        return new double[] {b[0] * (1 - e), 1 - e, b[0] * x * e};
      };

  private static final Curve MGH09 =
      (x, b) -> {
        double above = x * x + x * b[1];
        double below = x * x + x * b[2] + b[3];
        double value = b[0] * above / below;
        return new double[] {
          value, above / below, b[0] * x / below, -value * x / below, -value / below
        };
      };

  private static double[] numbers(String text) {
    return Arrays.stream(text.split(" ", -1)).mapToDouble(Double::parseDouble).toArray();
  }

  private static double[] column(List<Reference.Row> rows, String name) {
    return rows.stream().mapToDouble(row -> row.number(name)).toArray();
  }

  private static MultivariateJacobianFunction over(double[] xs, Curve curve) {
    return point -> {
      double[] b = point.toArray();
      double[] values = new double[xs.length];
      double[][] derivatives = new double[xs.length][];
      for (int i = 0; i < xs.length; i++) {
        double[] there = curve.at(xs[i], b);
        values[i] = there[0];
        derivatives[i] = Arrays.copyOfRange(there, 1, there.length);
      }
      return new Pair<>(new ArrayRealVector(values), new Array2DRowRealMatrix(derivatives));
    };
  }

  private static void check(String dataset, Curve curve, String start) {
    List<Reference.Row> data = Reference.csv("nist_" + dataset + ".csv");
    Reference.Row certified =
        Reference.csv("nist_nonlinear_expected.csv").stream()
            .filter(row -> row.text("dataset").equals(dataset))
            .findFirst()
            .orElseThrow();
    NonlinearFit fit =
        NonlinearFit.of(
            over(column(data, "x"), curve), column(data, "y"), numbers(certified.text(start)));
    double[] parameters = numbers(certified.text("certified_b"));
    double[] errors = numbers(certified.text("certified_sd"));
    for (int i = 0; i < parameters.length; i++) {
      assertThat(fit.parameters()[i]).isCloseTo(parameters[i], withinPercentage(PERCENT));
      assertThat(fit.standardError(i)).isCloseTo(errors[i], withinPercentage(10 * PERCENT));
    }
    assertThat(fit.rss()).isCloseTo(certified.number("certified_rss"), withinPercentage(PERCENT));
    assertThat(fit.degreesOfFreedom()).isEqualTo((int) certified.number("df"));
    assertThat(Math.sqrt(fit.rss() / fit.degreesOfFreedom()))
        .isCloseTo(certified.number("certified_residual_sd"), withinPercentage(PERCENT));
  }

  @Test
  void findsMisra1a() {
    check("Misra1a", MISRA1A, "start1");
    check("Misra1a", MISRA1A, "start2");
  }

  /** From the nearer start alone: the farther one leads Levenberg-Marquardt astray, as is known. */
  @Test
  void findsMgh09() {
    check("MGH09", MGH09, "start2");
  }

  @Test
  void theErrorOfOneParameterIsThatOfItsOwnGradient() {
    List<Reference.Row> data = Reference.csv("nist_Misra1a.csv");
    NonlinearFit fit =
        NonlinearFit.of(over(column(data, "x"), MISRA1A), column(data, "y"), 250, 0.0005);
    assertThat(fit.standardErrorOf(0, 1)).isCloseTo(fit.standardError(1), withinPercentage(1e-9));
    assertThat(fit.standardErrorOf(2, 0))
        .isCloseTo(2 * fit.standardError(0), withinPercentage(1e-9));
  }

  @Test
  void wantsMoreTargetsThanParameters() {
    assertThatThrownBy(
            () -> NonlinearFit.of(over(new double[] {1, 2}, MISRA1A), new double[] {1, 2}, 1, 1))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
