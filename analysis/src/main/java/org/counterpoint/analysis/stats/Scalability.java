package org.counterpoint.analysis.stats;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import org.counterpoint.analysis.model.Cell;
import org.counterpoint.analysis.model.Fork;
import org.counterpoint.analysis.model.Jdk;
import org.counterpoint.analysis.model.Measurement;
import org.counterpoint.analysis.model.Mode;
import org.counterpoint.analysis.model.Run;
import org.counterpoint.analysis.model.Unit;

/**
 * How one thing scales with its load on one JDK.
 *
 * @param cell what it is, at no load in particular: without the load's param, at 1 thread where the
 *     threads are the load
 * @param load the param that is the load, or {@link #THREADS}
 * @param unit of the throughput
 * @param points one a fork
 * @param fit of the Universal Scalability Law, where there is one
 * @param warnings what a reader of the fit should know
 */
public record Scalability(
    Jdk jdk,
    Cell cell,
    String load,
    String unit,
    List<UslPoint> points,
    Optional<UslFit> fit,
    Set<Warning> warnings) {

  /** The load that every benchmark of JMH's has. */
  public static final String THREADS = "threads";

  /** Above this p-value the law is not said to miss the points. */
  private static final double LACK_OF_FIT = 0.05;

  /** What there is to doubt. */
  public enum Warning {
    /** Fewer than {@link UslFit#LEAST_LEVELS} loads, or points that no law comes near. */
    NO_FIT,
    /** Fewer than {@link UslFit#MIN_LEVELS} loads. */
    FEW_LEVELS,
    /** κ would be 0 or less: throughput only grows within the law, so there is no peak. */
    NO_PEAK,
    /** σ is 1 or more: throughput falls from a load of 1 on. */
    FALLS_AT_ONCE,
    /** The peak lies beyond the loads that were measured: it is extrapolated. */
    PEAK_BEYOND_RANGE,
    /** Some loads are more threads than cores: they measure the scheduler as well. */
    BEYOND_CORES,
    /** The points at one load lie closer together than the law comes to them. */
    LACK_OF_FIT
  }

  public Scalability {
    points = List.copyOf(points);
    warnings = warnings.isEmpty() ? Set.of() : Set.copyOf(EnumSet.copyOf(warnings));
  }

  private record Key(Jdk jdk, Cell cell, String unit) {}

  /**
   * All that a run or file has at several loads; controls left out, and over threads what is of
   * those of one role only.
   *
   * @param load {@link #THREADS}, or a param whose values are numbers
   * @param cores logical processors, where they are known
   */
  public static List<Scalability> of(Run run, String load, OptionalInt cores) {
    Map<Key, List<UslPoint>> points = new LinkedHashMap<>();
    for (Measurement measurement : run.measurements()) {
      boolean isControl = run.plan().map(plan -> plan.isControl(measurement.cell())).orElse(false);
      // How many of the threads have the role, no file says.
      boolean isPart = load.equals(THREADS) && !measurement.cell().role().isEmpty();
      OptionalDouble n = loadOf(measurement.cell(), load);
      Optional<String> unit = unitOf(measurement, load);
      if (!isControl && !isPart && n.isPresent() && unit.isPresent()) {
        points
            .computeIfAbsent(
                new Key(measurement.jdk(), without(measurement.cell(), load), unit.get()),
                key -> new ArrayList<>())
            .addAll(points(measurement, n.getAsDouble()));
      }
    }
    List<Scalability> all = new ArrayList<>();
    points.forEach(
        (key, series) -> {
          if (series.stream().mapToDouble(UslPoint::load).distinct().count() > 1) {
            all.add(of(key, load, series, cores));
          }
        });
    return all;
  }

  private static Scalability of(Key key, String load, List<UslPoint> points, OptionalInt cores) {
    Optional<UslFit> fit = UslFit.of(points, UslFit.Scale.LOG);
    OptionalInt most = load.equals(THREADS) ? cores : OptionalInt.empty();
    return new Scalability(
        key.jdk(), key.cell(), load, key.unit(), points, fit, warnings(points, fit, most));
  }

  /**
   * What there is to doubt of a fit to these points, or of there being none.
   *
   * @param cores logical processors, where the loads are threads and these are known
   */
  public static Set<Warning> warnings(
      List<UslPoint> points, Optional<UslFit> fit, OptionalInt cores) {
    Set<Warning> warnings = EnumSet.noneOf(Warning.class);
    fit.ifPresentOrElse(
        law -> warnings.addAll(warningsOf(law)), () -> warnings.add(Warning.NO_FIT));
    boolean beyond =
        cores.isPresent() && points.stream().anyMatch(point -> point.load() > cores.getAsInt());
    if (beyond) {
      warnings.add(Warning.BEYOND_CORES);
    }
    return warnings;
  }

  private static Set<Warning> warningsOf(UslFit fit) {
    Set<Warning> warnings = EnumSet.noneOf(Warning.class);
    if (fit.levels() < UslFit.MIN_LEVELS) {
      warnings.add(Warning.FEW_LEVELS);
    }
    if (fit.model().sigma() >= 1) {
      warnings.add(Warning.FALLS_AT_ONCE);
    } else if (fit.model().peak().isEmpty()) {
      warnings.add(Warning.NO_PEAK);
    } else if (fit.model().peak().getAsDouble() > fit.largestLoad()) {
      warnings.add(Warning.PEAK_BEYOND_RANGE);
    }
    if (fit.lackOfFit().isPresent() && fit.lackOfFit().getAsDouble() < LACK_OF_FIT) {
      warnings.add(Warning.LACK_OF_FIT);
    }
    return warnings;
  }

  private static List<UslPoint> points(Measurement measurement, double load) {
    boolean isRate = measurement.primary().unit().kind() == Unit.Kind.RATE;
    return measurement.primary().forks().stream()
        .mapToDouble(Fork::mean)
        .filter(value -> value > 0)
        // N threads that each need R for an operation do N/R of them.
        .mapToObj(value -> new UslPoint(load, isRate ? value : load / value))
        .toList();
  }

  /** Of the throughput; empty where a value is no throughput and can't be made one. */
  private static Optional<String> unitOf(Measurement measurement, String load) {
    Unit unit = measurement.primary().unit();
    if (unit.kind() == Unit.Kind.RATE) {
      return Optional.of(unit.symbol());
    }
    boolean isTime = unit.kind() == Unit.Kind.TIME && measurement.cell().mode() != Mode.SINGLE_SHOT;
    return isTime && load.equals(THREADS)
        ? Optional.of("ops/" + unit.symbol().replaceFirst("/op$", ""))
        : Optional.empty();
  }

  private static OptionalDouble loadOf(Cell cell, String load) {
    if (load.equals(THREADS)) {
      return OptionalDouble.of(cell.threads());
    }
    String value = cell.params().get(load);
    try {
      double n = value == null ? Double.NaN : Double.parseDouble(value);
      return n > 0 && Double.isFinite(n) ? OptionalDouble.of(n) : OptionalDouble.empty();
    } catch (NumberFormatException e) {
      return OptionalDouble.empty();
    }
  }

  private static Cell without(Cell cell, String load) {
    return load.equals(THREADS) ? cell.withThreads(1) : cell.without(load);
  }
}
