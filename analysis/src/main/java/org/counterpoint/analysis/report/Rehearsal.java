package org.counterpoint.analysis.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.counterpoint.analysis.model.Cell;
import org.counterpoint.analysis.model.Fork;
import org.counterpoint.analysis.model.Iterations;
import org.counterpoint.analysis.model.Jdk;
import org.counterpoint.analysis.model.Measurement;
import org.counterpoint.analysis.model.Metric;
import org.counterpoint.analysis.model.Mode;
import org.counterpoint.analysis.model.Plan;
import org.counterpoint.analysis.model.PlannedCell;
import org.counterpoint.analysis.model.Protocol;
import org.counterpoint.analysis.model.Run;
import org.counterpoint.analysis.model.Unit;
import org.counterpoint.analysis.model.Values;

/**
 * A run that never was, with every kind of chart in it. Fonts, the drawing code and the compiler
 * need seconds for a JVM's first report, and a tenth of that for its second.
 */
final class Rehearsal {

  private static final List<String> STRATEGIES = List.of("A", "B", "C", "D", "E", "F");
  private static final List<Integer> THREADS = List.of(1, 2, 4);
  private static final List<Jdk> JDKS =
      List.of(new Jdk("0", "0.0", "none", "0"), new Jdk("1", "1.0", "none", "1"));
  private static final int FORKS = 5;
  private static final Unit RATE = Unit.of("ops/us");
  private static final Unit TIME = Unit.of("ns/op");

  private Rehearsal() {}

  static Run run() {
    List<Measurement> measurements = new ArrayList<>();
    for (Jdk jdk : JDKS) {
      for (Cell cell : cells()) {
        measurements.add(measurement(cell, jdk));
      }
    }
    return new Run(
        "rehearsal",
        Optional.of(plan()),
        Optional.empty(),
        JDKS,
        measurements,
        List.of(),
        List.of(),
        List.of());
  }

  private static Plan plan() {
    return new Plan(
        "rehearsal",
        /* supportsVerdicts= */ true,
        /* seed= */ 0,
        FORKS,
        STRATEGIES.stream().map(id -> new Plan.StrategyName(id, id)).toList(),
        List.of(),
        List.of(),
        cells().stream().map(cell -> new PlannedCell(cell, FORKS)).toList(),
        List.of(),
        new Iterations(1, 1, 1, 1),
        /* margin= */ 0.05,
        /* stopsEarly= */ false,
        /* budgetSeconds= */ 0,
        /* precision= */ 0,
        /* finerPrecision= */ 0,
        /* limitSeconds= */ 0,
        "");
  }

  private static List<Cell> cells() {
    List<Cell> cells = new ArrayList<>();
    for (String benchmark : List.of("rehearsal.Rate.each", "rehearsal.Time.each")) {
      for (String strategy : STRATEGIES) {
        SortedMap<String, String> params = new TreeMap<>(Map.of(Cell.STRATEGY, strategy));
        THREADS.forEach(n -> cells.add(new Cell(benchmark, params, Mode.THROUGHPUT, n)));
      }
    }
    return cells;
  }

  private static Measurement measurement(Cell cell, Jdk jdk) {
    SortedMap<String, Metric> secondary = new TreeMap<>();
    if (cell.benchmark().contains("Time")) {
      List.of("p50", "p90", "p99", "p99.9", "max")
          .forEach(point -> add(secondary, "serviceTime." + point, TIME, 40 * point.length()));
      add(secondary, "serviceTime.samples", Unit.of("samples"), 1e6);
    }
    double rate = 10 + STRATEGIES.indexOf(cell.strategy().orElseThrow());
    return new Measurement(
        cell,
        jdk,
        new Protocol(FORKS, 1, "1 ms", 1, "1 ms", List.of()),
        metric(Metric.PRIMARY, RATE, rate),
        secondary);
  }

  private static void add(SortedMap<String, Metric> metrics, String name, Unit unit, double mean) {
    metrics.put(name, metric(name, unit, mean));
  }

  /** Values that differ a little from fork to fork, so that there are intervals to draw. */
  private static Metric metric(String name, Unit unit, double mean) {
    List<Fork> forks =
        IntStream.range(0, FORKS)
            .mapToObj(block -> new Fork(block, around(mean, block), Optional.empty()))
            .toList();
    return new Metric(name, unit, forks);
  }

  private static Values around(double mean, int block) {
    return Values.of(
        DoubleStream.of(1, 1.01, 1.02).map(f -> f * mean * (1 + 0.01 * block)).toArray());
  }
}
