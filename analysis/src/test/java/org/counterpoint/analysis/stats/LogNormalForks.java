package org.counterpoint.analysis.stats;

import java.util.ArrayList;
import java.util.List;
import org.apache.commons.math3.random.RandomGenerator;
import org.counterpoint.analysis.model.Values;

/**
 * A benchmark that can be run thousands of times: {@code ln(value) = location + fork effect +
 * iteration noise}, both normal.
 *
 * <p>Draws come from a Commons Math generator, whose sequence is the same on every JDK.
 *
 * @param location ln of the median value
 * @param totalCv the coefficient of variation of one iteration, fork effect included
 * @param forkShare the fork effect's part of the variance on the log scale
 * @param correlation of one iteration's noise with the next one's, as in an AR(1) process
 */
record LogNormalForks(
    int forks,
    int iterations,
    double location,
    double totalCv,
    double forkShare,
    double correlation) {

  /** Independent iterations around 1, a total CV of 5 % and no fork effect. */
  static LogNormalForks of(int forks, int iterations) {
    return new LogNormalForks(forks, iterations, 0, 0.05, 0, 0);
  }

  LogNormalForks withForkShare(double share) {
    return new LogNormalForks(forks, iterations, location, totalCv, share, correlation);
  }

  LogNormalForks withTotalCv(double cv) {
    return new LogNormalForks(forks, iterations, location, cv, forkShare, correlation);
  }

  LogNormalForks withCorrelation(double rho) {
    return new LogNormalForks(forks, iterations, location, totalCv, forkShare, rho);
  }

  /** All values multiplied by the factor. */
  LogNormalForks times(double factor) {
    double moved = location + Math.log(factor);
    return new LogNormalForks(forks, iterations, moved, totalCv, forkShare, correlation);
  }

  /** One run: the iterations of each fork. */
  List<Values> draw(RandomGenerator random) {
    return draw(random, new double[forks]);
  }

  /** One run in which something outside, such as a drifting machine, moves ln of whole forks. */
  List<Values> draw(RandomGenerator random, double[] shifts) {
    List<Values> run = new ArrayList<>();
    for (int fork = 0; fork < forks; fork++) {
      double level = location + shifts[fork] + Math.sqrt(forkVariance()) * random.nextGaussian();
      double[] values = new double[iterations];
      double noise = 0;
      for (int i = 0; i < iterations; i++) {
        double fresh = Math.sqrt(iterationVariance()) * random.nextGaussian();
        noise =
            i == 0 ? fresh : correlation * noise + Math.sqrt(1 - correlation * correlation) * fresh;
        values[i] = Math.exp(level + noise);
      }
      run.add(Values.of(values));
    }
    return run;
  }

  /** The fork means of one run. */
  Values drawForkMeans(RandomGenerator random) {
    return forkMeans(draw(random));
  }

  static Values forkMeans(List<Values> run) {
    return Values.of(run.stream().mapToDouble(Values::mean).toArray());
  }

  /** The long-run arithmetic mean of iterations. */
  double mean() {
    return Math.exp(location + (forkVariance() + iterationVariance()) / 2);
  }

  /**
   * The long-run geometric mean of fork means, for independent iterations. The mean of m log-normal
   * values with ln-variance v has {@code E ln = v/2 − (e^v − 1)/(2m)}, to second order.
   */
  double geometricMeanOfForks() {
    double v = iterationVariance();
    return Math.exp(location + v / 2 - Math.expm1(v) / (2 * iterations));
  }

  double forkVariance() {
    return forkShare * Math.log1p(totalCv * totalCv);
  }

  double iterationVariance() {
    return (1 - forkShare) * Math.log1p(totalCv * totalCv);
  }
}
