package org.counterpoint.analysis.stats;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.stream.DoubleStream;
import org.counterpoint.analysis.model.Fork;
import org.counterpoint.analysis.model.Histogram;
import org.counterpoint.analysis.model.Measurement;
import org.counterpoint.analysis.model.Metric;
import org.counterpoint.analysis.model.Unit;
import org.counterpoint.analysis.model.Values;

/**
 * Percentiles of one operation's time, each estimated over forks from one value a fork.
 *
 * @param estimates only of the percentiles that enough samples stand behind in every fork
 * @param samples of the fork with the fewest; 0 when the file does not say
 * @param perFork the values that each estimate rests on
 * @param isBiased whether they come from a mode that gets the tail of such operations wrong
 * @param timing from when to when
 * @param keptUp the part of the offered operations that was achieved; 1 where none were offered
 */
public record Quantiles(
    Unit unit,
    Map<Point, Estimate> estimates,
    Map<Point, Values> perFork,
    double samples,
    boolean isBiased,
    Timing timing,
    double keptUp) {

  /** Slower operations never reach the 20 samples a millisecond at which JMH thins them out. */
  private static final double SLOW_ENOUGH_SECONDS = 50e-6;

  /** Whoever achieves less of what is offered has a queue that grows for ever. */
  private static final double KEEPS_UP = 0.98;

  /** Fewer samples beyond a percentile than this say nothing of it. */
  private static final double MIN_BEYOND = 10;

  /** The percentiles that are looked at, and the largest value. */
  public enum Point {
    P50("p50", 0.5),
    P90("p90", 0.9),
    P99("p99", 0.99),
    P999("p99.9", 0.999),
    P9999("p99.99", 0.9999),
    MAX("max", 1);

    private final String label;
    private final double fraction;

    Point(String label, double fraction) {
      this.label = label;
      this.fraction = fraction;
    }

    /** Such as {@code p99.9}. */
    public String label() {
      return label;
    }

    /** The position on an axis of nines; the largest value stands one behind the last. */
    public double nines() {
      return this == MAX ? 5 : -Math.log10(1 - fraction);
    }

    private boolean isSupportedBy(double samples) {
      return this == MAX ? samples >= 1 : samples * (1 - fraction) >= MIN_BEYOND * (1 - 1e-9);
    }
  }

  public Quantiles {
    estimates = Collections.unmodifiableMap(new TreeMap<>(estimates));
    perFork = Collections.unmodifiableMap(new TreeMap<>(perFork));
  }

  /** Whether the measurement timed single operations within a loop of something else. */
  public static boolean isTimed(Measurement measurement) {
    return Timing.of(measurement).isPresent();
  }

  /** From a profiler's secondary metrics, or from the histograms of JMH's sample mode. */
  public static Optional<Quantiles> of(Measurement measurement) {
    Optional<Timing> timing = Timing.of(measurement);
    return timing.isPresent() ? ofMetrics(measurement, timing.get()) : ofHistograms(measurement);
  }

  /**
   * That percentile as the profiler of single operations has it, one value a fork; empty where it
   * has none, or too few samples in some fork.
   */
  static Optional<Metric> timed(Measurement measurement, Point point) {
    return Timing.of(measurement).flatMap(timing -> timed(measurement, timing, point));
  }

  private static Optional<Metric> timed(Measurement measurement, Timing timing, Point point) {
    return Optional.ofNullable(measurement.secondary().get(timing.prefix() + point.label()))
        .filter(metric -> point.isSupportedBy(samples(measurement, timing)));
  }

  /**
   * That percentile, one value a fork, from a profiler's secondary metric or else from JMH's sample
   * mode; empty where neither has it, or too few samples stand behind it in some fork.
   */
  public static Optional<Metric> perFork(Measurement measurement, Point point) {
    if (isTimed(measurement)) {
      return timed(measurement, point);
    }
    return ofHistograms(measurement)
        .filter(all -> all.perFork.containsKey(point))
        .map(all -> ofForks(measurement.primary(), point));
  }

  /** Whether JMH's sample mode measured it, and thinned out the samples of its tail. */
  public static boolean isBiased(Measurement measurement) {
    return of(measurement).map(all -> all.isBiased).orElse(false);
  }

  private static Metric ofForks(Metric sampled, Point point) {
    return new Metric(
        point.label(),
        sampled.unit(),
        sampled.forks().stream()
            .map(
                fork ->
                    new Fork(
                        fork.block(),
                        Values.of(histogram(fork).quantile(point.fraction)),
                        Optional.empty()))
            .toList());
  }

  private static double samples(Measurement measurement, Timing timing) {
    Metric counted = measurement.secondary().get(timing.prefix() + "samples");
    return counted == null ? 0 : counted.forkMeans().stream().min().orElse(0);
  }

  private static Optional<Quantiles> ofMetrics(Measurement measurement, Timing timing) {
    Map<Point, Values> perFork = new EnumMap<>(Point.class);
    Unit unit = Unit.of("ns/op");
    for (Point point : Point.values()) {
      Optional<Metric> metric = timed(measurement, timing, point);
      if (metric.isPresent()) {
        unit = metric.get().unit();
        perFork.put(point, metric.get().forkMeans());
      }
    }
    Map<Point, Estimate> estimates = estimates(perFork);
    double samples = samples(measurement, timing);
    return Optional.of(
        new Quantiles(
            unit, estimates, perFork, samples, false, timing, keptUp(measurement, timing)));
  }

  private static Optional<Quantiles> ofHistograms(Measurement measurement) {
    Metric metric = measurement.primary();
    if (metric.unit().kind() != Unit.Kind.TIME
        || !metric.forks().stream()
            .allMatch(fork -> fork.histogram().filter(h -> h.total() > 0).isPresent())) {
      return Optional.empty();
    }
    double samples =
        metric.forks().stream().mapToDouble(fork -> histogram(fork).total()).min().orElse(0);
    boolean isFast = metric.forkMeans().mean() * metric.unit().scale() < SLOW_ENOUGH_SECONDS;
    Map<Point, Values> perFork = new EnumMap<>(Point.class);
    Arrays.stream(Point.values())
        .filter(point -> point.isSupportedBy(samples))
        .forEach(
            point -> {
              DoubleStream values =
                  metric.forks().stream()
                      .mapToDouble(fork -> histogram(fork).quantile(point.fraction));
              perFork.put(point, Values.of(values.toArray()));
            });
    Map<Point, Estimate> estimates = estimates(perFork);
    return Optional.of(
        new Quantiles(metric.unit(), estimates, perFork, samples, isFast, Timing.SERVICE, 1));
  }

  private static Histogram histogram(Fork fork) {
    return fork.histogram().orElseThrow();
  }

  private static Map<Point, Estimate> estimates(Map<Point, Values> perFork) {
    Map<Point, Estimate> estimates = new EnumMap<>(Point.class);
    perFork.forEach((point, values) -> estimates.put(point, Estimate.of(values)));
    return estimates;
  }

  private static double keptUp(Measurement measurement, Timing timing) {
    Metric offered = measurement.secondary().get(timing.prefix() + "offered");
    Metric achieved = measurement.primary();
    if (offered == null || !offered.unit().kind().equals(achieved.unit().kind())) {
      return 1;
    }
    return achieved.forkMeans().mean()
        * achieved.unit().scale()
        / (offered.forkMeans().mean() * offered.unit().scale());
  }

  /** Whether the operations that were offered were done, so that the times say something. */
  public boolean isKeepingUp() {
    return keptUp >= KEEPS_UP;
  }

  /** The longest time that any fork saw, of the operations that were timed. */
  public OptionalDouble longest() {
    Values longest = perFork.get(Point.MAX);
    return longest == null ? OptionalDouble.empty() : longest.stream().max();
  }

  /** The most that any of the estimates rests on. */
  public int forks() {
    return estimates.values().stream().mapToInt(Estimate::forks).max().orElse(0);
  }
}
