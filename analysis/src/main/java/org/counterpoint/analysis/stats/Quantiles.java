package org.counterpoint.analysis.stats;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
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
 */
public record Quantiles(
    Unit unit,
    Map<Point, Estimate> estimates,
    Map<Point, Values> perFork,
    double samples,
    boolean isBiased) {

  /** Slower operations never reach the 20 samples a millisecond at which JMH thins them out. */
  private static final double SLOW_ENOUGH_SECONDS = 50e-6;

  private static final String PREFIX = "serviceTime.";

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
  public static boolean isServiceTime(Measurement measurement) {
    return measurement.secondary().keySet().stream().anyMatch(name -> name.startsWith(PREFIX));
  }

  /** From a profiler's secondary metrics, or from the histograms of JMH's sample mode. */
  public static Optional<Quantiles> of(Measurement measurement) {
    return isServiceTime(measurement) ? ofMetrics(measurement) : ofHistograms(measurement);
  }

  /**
   * That percentile as the profiler of single operations has it, one value a fork; empty where it
   * has none, or too few samples in some fork.
   */
  static Optional<Metric> timed(Measurement measurement, Point point) {
    return Optional.ofNullable(measurement.secondary().get(PREFIX + point.label()))
        .filter(metric -> point.isSupportedBy(samples(measurement)));
  }

  /**
   * That percentile, one value a fork, from a profiler's secondary metric or else from JMH's sample
   * mode; empty where neither has it, or too few samples stand behind it in some fork.
   */
  public static Optional<Metric> perFork(Measurement measurement, Point point) {
    if (isServiceTime(measurement)) {
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

  private static double samples(Measurement measurement) {
    Metric counted = measurement.secondary().get(PREFIX + "samples");
    return counted == null ? 0 : counted.forkMeans().stream().min().orElse(0);
  }

  private static Optional<Quantiles> ofMetrics(Measurement measurement) {
    Map<Point, Values> perFork = new EnumMap<>(Point.class);
    Unit unit = Unit.of("ns/op");
    for (Point point : Point.values()) {
      Optional<Metric> metric = timed(measurement, point);
      if (metric.isPresent()) {
        unit = metric.get().unit();
        perFork.put(point, metric.get().forkMeans());
      }
    }
    return Optional.of(of(unit, perFork, samples(measurement), false));
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
    return Optional.of(of(metric.unit(), perFork, samples, isFast));
  }

  private static Histogram histogram(Fork fork) {
    return fork.histogram().orElseThrow();
  }

  private static Quantiles of(
      Unit unit, Map<Point, Values> perFork, double samples, boolean isBiased) {
    Map<Point, Estimate> estimates = new EnumMap<>(Point.class);
    perFork.forEach((point, values) -> estimates.put(point, Estimate.of(values)));
    return new Quantiles(unit, estimates, perFork, samples, isBiased);
  }

  /** The most that any of the estimates rests on. */
  public int forks() {
    return estimates.values().stream().mapToInt(Estimate::forks).max().orElse(0);
  }
}
