package org.counterpoint.analysis.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import org.counterpoint.analysis.model.Cell;
import org.counterpoint.analysis.model.Failure;
import org.counterpoint.analysis.model.Fork;
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

/** A run in which every strategy's true level is known, at every value of a param. */
final class FoundRun {

  static final List<String> STRATEGIES = List.of("SYNCHRONIZED", "MUTEX", "LONG_ADDER");

  /** Operations a microsecond, or whatever else depends on the cell. */
  interface Level {
    double of(String strategy, String value, int threads, Jdk jdk);
  }

  private final Random random;
  private int forks = 5;
  private String benchmark = "a.b.Work.operate";
  private String param = "reads";
  private List<String> values = List.of("0", "50", "90");
  private List<Integer> threads = List.of(1, 2, 4);
  private List<Jdk> jdks = List.of(Runs.JDK_17, Runs.JDK_25);
  private Level level = (strategy, value, count, jdk) -> 10;
  private Level noise;
  private Optional<Level> jain = Optional.empty();
  private boolean supportsVerdicts = true;
  private final List<Failure> failures = new ArrayList<>();

  FoundRun(long seed, double spread) {
    this.random = new Random(seed);
    this.noise = (strategy, value, count, jdk) -> spread;
  }

  FoundRun forks(int n) {
    forks = n;
    return this;
  }

  FoundRun benchmark(String name) {
    benchmark = name;
    return this;
  }

  FoundRun along(String name, String... itsValues) {
    param = name;
    values = List.of(itsValues);
    return this;
  }

  FoundRun threads(Integer... counts) {
    threads = List.of(counts);
    return this;
  }

  FoundRun jdks(Jdk... all) {
    jdks = List.of(all);
    return this;
  }

  FoundRun level(Level newLevel) {
    level = newLevel;
    return this;
  }

  /** How far forks are apart: the standard deviation of their logs; a tenth of it for the index. */
  FoundRun noise(Level newNoise) {
    noise = newNoise;
    return this;
  }

  FoundRun jain(Level index) {
    jain = Optional.of(index);
    return this;
  }

  FoundRun smoke() {
    supportsVerdicts = false;
    return this;
  }

  FoundRun broken(String strategy) {
    failures.add(
        new Failure(cell(strategy, values.get(0), 1), "17", 0, Failure.LOST_UPDATE, "9 of 10"));
    return this;
  }

  private Cell cell(String strategy, String value, int count) {
    SortedMap<String, String> params = new TreeMap<>();
    params.put("strategy", strategy);
    params.put(param, value);
    return new Cell(benchmark, params, Mode.THROUGHPUT, count);
  }

  /** One run of what two have measured, in that order. */
  static Run joined(Run first, Run second) {
    Plan plan = first.plan().orElseThrow();
    List<PlannedCell> cells = new ArrayList<>(plan.cells());
    cells.addAll(second.plan().orElseThrow().cells());
    List<Measurement> all = new ArrayList<>(first.measurements());
    all.addAll(second.measurements());
    return new Run(
        first.name(),
        Optional.of(plan.withCells(cells)),
        first.environment(),
        first.jdks(),
        all,
        List.of(),
        List.of(),
        List.of());
  }

  Run make() {
    List<Measurement> all = new ArrayList<>();
    for (Jdk jdk : jdks) {
      for (String value : values) {
        for (int count : threads) {
          for (String strategy : STRATEGIES) {
            all.add(measurement(strategy, value, count, jdk));
          }
        }
      }
    }
    Runs.OwnRun other = new Runs.OwnRun();
    Plan plan = (supportsVerdicts ? other : other.smoke()).forks(forks).make().plan().orElseThrow();
    return new Run(
        "found",
        Optional.of(
            plan.withCells(
                all.stream()
                    .map(Measurement::cell)
                    .distinct()
                    .map(cell -> new PlannedCell(cell, forks))
                    .toList())),
        Optional.of(Runs.MACHINE),
        jdks,
        all,
        failures,
        List.of(),
        List.of());
  }

  private Measurement measurement(String strategy, String value, int count, Jdk jdk) {
    double spread = noise.of(strategy, value, count, jdk);
    SortedMap<String, Metric> secondary = new TreeMap<>();
    jain.ifPresent(
        index ->
            secondary.put(
                "fairness.jain",
                metric(
                    "fairness.jain", "index", index.of(strategy, value, count, jdk), spread / 10)));
    return new Measurement(
        cell(strategy, value, count),
        jdk,
        new Protocol(forks, 2, "100 ms", 2, "100 ms", List.of()),
        metric(Metric.PRIMARY, "ops/us", level.of(strategy, value, count, jdk), spread),
        secondary);
  }

  private Metric metric(String name, String unit, double center, double sigma) {
    List<Fork> made = new ArrayList<>();
    for (int block = 0; block < forks; block++) {
      double value = center * Math.exp(sigma * random.nextGaussian());
      double[] iterations = new double[2];
      Arrays.fill(iterations, value);
      made.add(new Fork(block, Values.of(iterations), Optional.empty()));
    }
    return new Metric(name, Unit.of(unit), made);
  }
}
