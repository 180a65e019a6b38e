package org.counterpoint.analysis.stats;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.apache.commons.math3.distribution.FDistribution;
import org.apache.commons.math3.exception.MathIllegalStateException;
import org.apache.commons.math3.linear.SingularMatrixException;

/**
 * The Universal Scalability Law as forks at several loads estimate it.
 *
 * <p>By {@link NonlinearFit}; intervals by t with n − p degrees of freedom, λ's and N*'s on the
 * scale of logs. A fit whose κ comes out at or below 0, or σ below 0, is made again with that one
 * at 0.
 *
 * @param model the law
 * @param lambda λ with its standard error and interval
 * @param sigma σ likewise; a standard error of 0 where it was held at 0
 * @param kappa κ likewise
 * @param peakInterval of N*, 95 %, made on the scale of logs; empty where there is no peak
 * @param rss sum of the squared residuals, in the scale of the fit
 * @param degreesOfFreedom points less free parameters
 * @param levels distinct loads
 * @param largestLoad of the points
 * @param lackOfFit the p-value of the law being the right one, by the spread of points at one load;
 *     empty where no load has several, or there are no more loads than parameters
 */
public record UslFit(
    UslModel model,
    Parameter lambda,
    Parameter sigma,
    Parameter kappa,
    Optional<Interval> peakInterval,
    double rss,
    int degreesOfFreedom,
    int levels,
    double largestLoad,
    OptionalDouble lackOfFit) {

  /** Fewer say little of two numbers that bend one curve. */
  public static final int MIN_LEVELS = 5;

  /** Without as many no fit is made at all. */
  public static final int LEAST_LEVELS = 3;

  private static final double START_SIGMA = 0.05;
  private static final double START_KAPPA = 0.001;

  /** On which scale residuals are squared. */
  public enum Scale {
    /** Every load weighs the same: what differs is a ratio. What measurements are fitted by. */
    LOG,
    /** The largest values weigh most: what most of the published fits are made by. */
    PLAIN
  }

  /**
   * A number of the law.
   *
   * @param standardError 0 where the number was held at 0
   * @param interval 95 %
   */
  public record Parameter(double value, double standardError, Interval interval) {

    static final Parameter HELD_AT_ZERO = new Parameter(0, 0, new Interval(0, 0));

    /** Whether the fit was made without it. */
    public boolean isHeld() {
      return standardError == 0 && value == 0;
    }
  }

  /**
   * Fits; empty where the points have fewer than {@link #LEAST_LEVELS} loads or no more points than
   * numbers to find, or where no law comes near them.
   */
  public static Optional<UslFit> of(List<UslPoint> points, Scale scale) {
    long levels = points.stream().mapToDouble(UslPoint::load).distinct().count();
    if (levels < LEAST_LEVELS || points.size() <= LEAST_LEVELS) {
      return Optional.empty();
    }
    try {
      return Optional.of(bounded(new Attempt(points, scale)));
    } catch (MathIllegalStateException | SingularMatrixException e) {
      return Optional.empty();
    }
  }

  /** With all three numbers, and again without those that came out below what they can be. */
  private static UslFit bounded(Attempt attempt) {
    UslCurve.Free free = new UslCurve.Free(true, true);
    while (true) {
      NonlinearFit fit = attempt.fit(free);
      double[] found = fit.parameters();
      boolean sigma = free.sigma() && free.sigma(found) >= 0;
      boolean kappa = free.kappa() && free.kappa(found) > 0;
      if (sigma == free.sigma() && kappa == free.kappa()) {
        return attempt.described(free, fit);
      }
      // One at a time, κ first: without it σ may well be above 0.
      free = new UslCurve.Free(kappa == free.kappa() ? sigma : free.sigma(), kappa);
    }
  }

  /** The points as numbers of a size that least squares can handle, whatever their unit. */
  private static final class Attempt {

    private final double[] loads;
    private final double[] targets;
    private final double unit;
    private final boolean logs;

    Attempt(List<UslPoint> points, Scale scale) {
      loads = points.stream().mapToDouble(UslPoint::load).toArray();
      unit = points.stream().mapToDouble(UslPoint::throughput).max().orElseThrow();
      logs = scale == Scale.LOG;
      targets =
          points.stream()
              .mapToDouble(point -> point.throughput() / unit)
              .map(x -> logs ? Math.log(x) : x)
              .toArray();
    }

    NonlinearFit fit(UslCurve.Free free) {
      double perLoad = 0;
      for (int i = 0; i < loads.length; i++) {
        double x = logs ? Math.exp(targets[i]) : targets[i];
        perLoad = Math.max(perLoad, x / loads[i]);
      }
      double[] start = new double[free.count()];
      start[0] = logs ? Math.log(perLoad) : perLoad;
      if (free.sigma()) {
        start[1] = START_SIGMA;
      }
      if (free.kappa()) {
        start[free.count() - 1] = START_KAPPA;
      }
      return NonlinearFit.of(new UslCurve(loads, free, logs), targets, start);
    }

    UslFit described(UslCurve.Free free, NonlinearFit fit) {
      double[] found = fit.parameters();
      double t = StudentT.quantile(fit.degreesOfFreedom());
      double lambda = unit * (logs ? Math.exp(found[0]) : found[0]);
      UslModel model = new UslModel(lambda, free.sigma(found), free.kappa(found));
      return new UslFit(
          model,
          lambda(lambda, fit.standardError(0), t),
          free.sigma() ? parameter(model.sigma(), fit.standardError(1), t) : Parameter.HELD_AT_ZERO,
          free.kappa()
              ? parameter(model.kappa(), fit.standardError(free.count() - 1), t)
              : Parameter.HELD_AT_ZERO,
          peakInterval(model, free, fit, t),
          logs ? fit.rss() : fit.rss() * unit * unit,
          fit.degreesOfFreedom(),
          (int) Arrays.stream(loads).distinct().count(),
          Arrays.stream(loads).max().orElseThrow(),
          lackOfFit(fit.rss(), free.count()));
    }

    private Parameter lambda(double value, double error, double t) {
      return logs
          ? new Parameter(value, value * error, Interval.ofLogs(Math.log(value), t * error))
          : parameter(value, unit * error, t);
    }

    private static Parameter parameter(double value, double error, double t) {
      return new Parameter(value, error, new Interval(value - t * error, value + t * error));
    }

    /** By the delta method on ln N* = ½(ln(1−σ) − ln κ). */
    private static Optional<Interval> peakInterval(
        UslModel model, UslCurve.Free free, NonlinearFit fit, double t) {
      if (model.peak().isEmpty()) {
        return Optional.empty();
      }
      double[] gradient = new double[free.count()];
      if (free.sigma()) {
        gradient[1] = -0.5 / (1 - model.sigma());
      }
      gradient[free.count() - 1] = -0.5 / model.kappa();
      double center = Math.log(model.peak().getAsDouble());
      return Optional.of(Interval.ofLogs(center, t * fit.standardErrorOf(gradient)));
    }

    /**
     * The F test of what the law leaves between loads against what remains within them.
     *
     * <p>N. R. Draper, H. Smith, "Applied Regression Analysis" (1998), section 2.1.
     */
    private OptionalDouble lackOfFit(double squares, int parameters) {
      Map<Double, List<Integer>> byLoad = new TreeMap<>();
      for (int i = 0; i < loads.length; i++) {
        byLoad.computeIfAbsent(loads[i], key -> new ArrayList<>()).add(i);
      }
      double pure = 0;
      for (List<Integer> level : byLoad.values()) {
        double mean = level.stream().mapToDouble(i -> targets[i]).average().orElseThrow();
        pure += level.stream().mapToDouble(i -> (targets[i] - mean) * (targets[i] - mean)).sum();
      }
      int pureDf = loads.length - byLoad.size();
      int lackDf = byLoad.size() - parameters;
      if (pureDf < 1 || lackDf < 1 || pure <= 0) {
        return OptionalDouble.empty();
      }
      double f = Math.max(0, squares - pure) / lackDf / (pure / pureDf);
      // Without a generator: nothing is drawn from it.
      return OptionalDouble.of(
          1 - new FDistribution(null, lackDf, pureDf).cumulativeProbability(f));
    }
  }
}
