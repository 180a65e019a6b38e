package org.counterpoint.analysis.compare;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.apache.commons.math3.random.RandomGenerator;
import org.apache.commons.math3.random.Well19937c;
import org.counterpoint.analysis.model.Cell;
import org.counterpoint.analysis.model.Environment;
import org.counterpoint.analysis.model.Failure;
import org.counterpoint.analysis.model.Fork;
import org.counterpoint.analysis.model.Iterations;
import org.counterpoint.analysis.model.Jdk;
import org.counterpoint.analysis.model.Measurement;
import org.counterpoint.analysis.model.Metric;
import org.counterpoint.analysis.model.Mode;
import org.counterpoint.analysis.model.Plan;
import org.counterpoint.analysis.model.PlannedCell;
import org.counterpoint.analysis.model.Platform;
import org.counterpoint.analysis.model.Protocol;
import org.counterpoint.analysis.model.Run;
import org.counterpoint.analysis.model.Unit;
import org.counterpoint.analysis.model.Values;

/** Runs of one's own and files of JMH's, with the truth known. */
final class TestRuns {

  static final Jdk JDK_17 = new Jdk("17.0.15", "17.0.15", "OpenJDK", "17.0.15+6", "compiler");
  static final Jdk JDK_25 = new Jdk("25.0.3", "25.0.3", "OpenJDK", "25.0.3+9", "compiler");

  static final Protocol PROTOCOL = new Protocol(10, 3, "100 ms", 5, "170 ms", List.of());

  static final Environment MACHINE =
      new Environment(
          "Some CPU",
          2,
          8L << 30,
          "Linux 6.1",
          "KVM",
          "performance",
          0.1,
          1.9,
          "0123abc",
          "2026-01-02T03:04:05Z",
          "2026-01-02T03:14:05Z",
          new Platform("6.1.0", 2, 4, 2, 3L << 30, "on", "tsc", "madvise"),
          "fedcba9876543210");

  private final Map<Jdk, Map<Cell, Measurement>> measurements = new LinkedHashMap<>();
  private final RandomGenerator random;
  private double spread = 0.02;
  private int forks = 10;
  private double drift;
  private boolean stopsEarly;
  private final List<Failure> failures = new ArrayList<>();

  TestRuns failure(Jdk jdk, Cell cell, String kind) {
    failures.add(new Failure(cell, jdk.label(), 0, kind, "as it happens"));
    return this;
  }

  TestRuns(int seed) {
    random = new Well19937c(seed);
  }

  TestRuns spread(double cv) {
    spread = cv;
    return this;
  }

  TestRuns forks(int n) {
    forks = n;
    return this;
  }

  /** How much faster the machine is in the last block than in the first one. */
  TestRuns drift(double factor) {
    drift = factor;
    return this;
  }

  TestRuns stopsEarly() {
    stopsEarly = true;
    return this;
  }

  static Cell cell(String strategy, int threads) {
    return new Cell(
        "org.example.Increment.increment",
        new TreeMap<>(Map.of(Cell.STRATEGY, strategy)),
        Mode.THROUGHPUT,
        threads);
  }

  /** Forks of five iterations around that level. */
  TestRuns add(Jdk jdk, Cell cell, double level) {
    List<Fork> all = new ArrayList<>();
    for (int block = 0; block < forks; block++) {
      double machine = 1 + drift * block / Math.max(1, forks - 1);
      double fork = level * machine * Math.exp(spread * random.nextGaussian());
      double[] iterations = new double[5];
      for (int i = 0; i < iterations.length; i++) {
        iterations[i] = fork * Math.exp(0.005 * random.nextGaussian());
      }
      all.add(new Fork(block, Values.of(iterations), Optional.empty()));
    }
    return add(jdk, cell, all, new TreeMap<>());
  }

  TestRuns add(Jdk jdk, Cell cell, List<Fork> all, SortedMap<String, Metric> secondary) {
    measurements
        .computeIfAbsent(jdk, key -> new LinkedHashMap<>())
        .put(
            cell,
            new Measurement(
                cell,
                jdk,
                PROTOCOL,
                new Metric(Metric.PRIMARY, Unit.of("ops/us"), all),
                secondary));
    return this;
  }

  /** One value a fork. */
  static List<Fork> forks(double... values) {
    return IntStream.range(0, values.length)
        .mapToObj(block -> new Fork(block, Values.of(values[block]), Optional.empty()))
        .toList();
  }

  static Metric metric(String name, String unit, double... values) {
    return new Metric(name, Unit.of(unit), forks(values));
  }

  Run run(String name) {
    return run(name, plan -> plan, machine -> machine);
  }

  Run run(String name, UnaryOperator<Plan> planned, UnaryOperator<Environment> on) {
    List<Measurement> all = all();
    List<PlannedCell> cells =
        all.stream()
            .map(Measurement::cell)
            .distinct()
            .map(cell -> new PlannedCell(cell, forks))
            .toList();
    Plan plan =
        new Plan(
            "standard",
            true,
            1,
            forks,
            List.of(
                new Plan.StrategyName("SYNCHRONIZED", "synchronized"),
                new Plan.StrategyName("LONG_ADDER", "LongAdder")),
            List.of(),
            List.of(),
            cells,
            List.of(),
            new Iterations(3, 100, 5, 170),
            0.05,
            stopsEarly,
            0,
            0,
            0,
            0,
            "mvn verify -Pbench");
    return new Run(
        name,
        Optional.of(planned.apply(plan)),
        Optional.of(on.apply(MACHINE)),
        List.copyOf(measurements.keySet()),
        all,
        failures,
        List.of(),
        List.of());
  }

  /** As read from a file of JMH's: neither plan nor machine. */
  Run file(String name) {
    return new Run(
        name,
        Optional.empty(),
        Optional.empty(),
        List.copyOf(measurements.keySet()),
        all(),
        List.of(),
        List.of(),
        List.of());
  }

  private List<Measurement> all() {
    return measurements.values().stream().flatMap(cells -> cells.values().stream()).toList();
  }

  static Side side(Run run, Jdk jdk) {
    return Side.ofJdk(run.name() + ":" + jdk.label(), "JDK " + jdk.label(), run, jdk);
  }
}
