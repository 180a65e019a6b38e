package org.counterpoint.analysis.stats;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.counterpoint.analysis.model.Cell;
import org.counterpoint.analysis.model.Failure;
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

/** A run of which each fork's value is given, with a plan for as many forks as there are blocks. */
final class PlannedRun {

  static final Cell CONTROL = new Cell("a.Control.nothing", new TreeMap<>(), Mode.THROUGHPUT, 1);

  private static final String TIMED = "a.Timed.increment";

  private final int blocks;
  private final List<Jdk> jdks = new ArrayList<>();
  private final Set<Cell> cells = new LinkedHashSet<>();
  private final Map<Arm, SortedMap<Integer, Double>> forks = new LinkedHashMap<>();
  private final List<Failure> failures = new ArrayList<>();
  private final Set<Arm> interrupted = new HashSet<>();
  private boolean stopsEarly;
  private boolean supportsVerdicts = true;
  private double samples = 100_000;
  private double margin = 0.05;
  private double precision;
  private double finer;

  PlannedRun(int blocks, String... labels) {
    this.blocks = blocks;
    for (String label : labels) {
      jdks.add(new Jdk(label, label, "VM", label));
    }
  }

  static Cell cell(String strategy) {
    return BlockedForks.cell("a.Increment.increment", Map.of(Cell.STRATEGY, strategy));
  }

  /** One whose forks' values are percentiles of the time of an operation. */
  static Cell timed(String strategy) {
    return BlockedForks.cell(TIMED, Map.of(Cell.STRATEGY, strategy));
  }

  PlannedRun stopsEarly() {
    stopsEarly = true;
    return this;
  }

  PlannedRun margin(double relative) {
    margin = relative;
    return this;
  }

  /** It goes on for this, too. */
  PlannedRun precision(double relative) {
    precision = relative;
    return this;
  }

  /** And for this, once nothing waits for that. */
  PlannedRun finer(double relative) {
    finer = relative;
    return this;
  }

  PlannedRun smoke() {
    supportsVerdicts = false;
    return this;
  }

  /** Operations that were timed in each fork. */
  PlannedRun samples(double n) {
    samples = n;
    return this;
  }

  PlannedRun plan(Cell cell) {
    cells.add(cell);
    return this;
  }

  PlannedRun fork(Arm arm, int block, double value) {
    plan(arm.cell());
    forks.computeIfAbsent(arm, key -> new TreeMap<>()).put(block, value);
    return this;
  }

  /** From block 0 on. */
  PlannedRun forks(Cell cell, String jdk, double... values) {
    for (int block = 0; block < values.length; block++) {
      fork(new Arm(cell, jdk), block, values[block]);
    }
    return this;
  }

  /** Each fork's value is that of four of its five iterations; the fifth has a fifth of it. */
  PlannedRun interrupted(Cell cell, String jdk) {
    interrupted.add(new Arm(cell, jdk));
    return this;
  }

  PlannedRun failed(Cell cell, String jdk, int block, String kind) {
    failures.add(new Failure(cell, jdk, block, kind, "what happened"));
    return this;
  }

  Run run() {
    return run(
        Optional.of(
            new Plan(
                "standard",
                supportsVerdicts,
                1,
                blocks,
                List.of(),
                List.of(),
                List.of(CONTROL.benchmark()),
                cells.stream().map(cell -> new PlannedCell(cell, blocks)).toList(),
                List.of(),
                new Iterations(1, 100, 5, 100),
                margin,
                stopsEarly,
                0,
                precision,
                finer,
                0,
                "mvn verify -Pbench")));
  }

  Run withoutPlan() {
    return run(Optional.empty());
  }

  private Run run(Optional<Plan> plan) {
    List<Measurement> measurements = new ArrayList<>();
    forks.forEach((arm, values) -> measurements.add(measurement(arm, values)));
    return new Run(
        "run", plan, Optional.empty(), jdks, measurements, failures, List.of(), List.of());
  }

  private Measurement measurement(Arm arm, SortedMap<Integer, Double> values) {
    Jdk jdk = jdks.stream().filter(one -> one.label().equals(arm.jdk())).findFirst().orElseThrow();
    SortedMap<String, Metric> secondary = new TreeMap<>();
    SortedMap<Integer, Double> primary = values;
    if (arm.cell().benchmark().equals(TIMED)) {
      secondary.put("serviceTime.p99", metric("serviceTime.p99", "ns/op", values));
      secondary.put(
          "serviceTime.samples", metric("serviceTime.samples", "samples", same(values, samples)));
      primary = same(values, 7);
    }
    return new Measurement(
        arm.cell(),
        jdk,
        new Protocol(blocks, 1, "100 ms", 5, "100 ms", List.of()),
        interrupted.contains(arm)
            ? withSlowIteration(primary)
            : metric(Metric.PRIMARY, "ops/us", primary),
        secondary);
  }

  private static Metric withSlowIteration(SortedMap<Integer, Double> values) {
    List<Fork> forks = new ArrayList<>();
    values.forEach(
        (block, value) ->
            forks.add(
                new Fork(
                    block, Values.of(value, value, value / 5, value, value), Optional.empty())));
    return new Metric(Metric.PRIMARY, Unit.of("ops/us"), forks);
  }

  private static SortedMap<Integer, Double> same(SortedMap<Integer, Double> blocks, double value) {
    SortedMap<Integer, Double> same = new TreeMap<>();
    blocks.keySet().forEach(block -> same.put(block, value));
    return same;
  }

  private static Metric metric(String name, String unit, SortedMap<Integer, Double> values) {
    List<Fork> forks = new ArrayList<>();
    values.forEach(
        (block, value) -> forks.add(new Fork(block, Values.of(value), Optional.empty())));
    return new Metric(name, Unit.of(unit), forks);
  }
}
