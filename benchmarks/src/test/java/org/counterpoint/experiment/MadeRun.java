package org.counterpoint.experiment;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.counterpoint.analysis.jmh.Blackhole;
import org.counterpoint.analysis.jmh.ForkHeader;
import org.counterpoint.analysis.jmh.Journal;
import org.counterpoint.analysis.jmh.RunDescription;
import org.counterpoint.analysis.jmh.RunJdk;
import org.counterpoint.analysis.model.Cell;
import org.counterpoint.analysis.model.Environment;
import org.counterpoint.analysis.model.Iterations;
import org.counterpoint.analysis.model.JvmVariant;
import org.counterpoint.analysis.model.Mode;
import org.counterpoint.analysis.model.Plan;
import org.counterpoint.analysis.model.PlannedCell;
import org.counterpoint.analysis.model.Platform;
import org.counterpoint.bench.IncrementBenchmark;
import org.counterpoint.bench.ManyCountersBenchmark;
import org.counterpoint.sharing.Strategy;

/**
 * A run that nobody measured, in the files of one that somebody did: two strategies at four numbers
 * of threads, on two JDKs of the same speed, with little noise.
 */
public final class MadeRun {

  private static final int FORKS = 6;

  private String cpu = "Some CPU";
  private List<String> versions = List.of("17.0.15", "25.0.1");
  private Blackhole lastBlackhole = Blackhole.COMPILER;
  private double lastSpeed = 1;
  private double noise = 0.005;
  private boolean varied;

  /** On the first JDK only. */
  public MadeRun onOneJdk() {
    versions = versions.subList(0, 1);
    return this;
  }

  /** On another machine. */
  public MadeRun withCpu(String name) {
    cpu = name;
    return this;
  }

  /** The last JDK has that many times the speed of the others. */
  public MadeRun withLastSpeed(double factor) {
    lastSpeed = factor;
    return this;
  }

  /** The last JDK can't be compared with the others. */
  public MadeRun withLastBlackhole(Blackhole blackhole) {
    lastBlackhole = blackhole;
    return this;
  }

  /** Forks differ by so much. */
  public MadeRun withNoise(double relative) {
    noise = relative;
    return this;
  }

  /** And everything once more with flags that change nothing, and many counters in two layouts. */
  public MadeRun varied() {
    varied = true;
    return this;
  }

  /** Writes it there: the folder is the run's. */
  public void write(Path folder) throws IOException {
    Files.createDirectories(folder.resolve(Journal.NAME));
    RunFolder run = RunFolder.open(folder);
    run.describe(new RunDescription(plan(), environment(), jdks()));
    int sequence = 0;
    for (int block = 0; block < FORKS; block++) {
      for (RunJdk jdk : jdks()) {
        for (Cell cell : cells()) {
          sequence++;
          Instant start = Instant.parse("2026-01-01T00:00:00Z").plusSeconds(sequence);
          ForkOutcome written =
              run.append(
                  new ForkHeader(sequence, block, 1, jdk.label(), cell, start, 1),
                  new ForkOutcome.Measured(entry(cell, jdk, speed(cell, jdk, sequence))));
          if (written instanceof ForkOutcome.Failed failed) {
            throw new IllegalStateException(failed.message());
          }
        }
      }
    }
    run.merge();
  }

  private List<Cell> cells() {
    List<Cell> cells = new ArrayList<>();
    for (String strategy : List.of("MUTEX", "ATOMIC_INTEGER")) {
      for (int threads : new int[] {1, 2, 4, 8}) {
        Cell cell =
            cell(
                IncrementBenchmark.class.getName() + ".increment",
                threads,
                Map.of("strategy", strategy));
        cells.add(cell);
        if (varied) {
          cells.add(cell.on(JvmVariant.AGAIN));
        }
      }
    }
    if (varied) {
      for (String layout : List.of("PACKED", "PADDED")) {
        for (int counters : new int[] {1, 4, 16, 64}) {
          cells.add(
              cell(
                  ManyCountersBenchmark.class.getName() + ".increment",
                  2,
                  Map.of(
                      "strategy",
                      "MUTEX",
                      "layout",
                      layout,
                      "counters",
                      String.valueOf(counters))));
        }
      }
    }
    return cells;
  }

  private static Cell cell(String benchmark, int threads, Map<String, String> params) {
    return new Cell(benchmark, new TreeMap<>(params), Mode.THROUGHPUT, threads);
  }

  /** Less with every thread, and more with every counter. */
  private double speed(Cell cell, RunJdk jdk, int sequence) {
    double counters = Double.parseDouble(cell.params().getOrDefault("counters", "1"));
    double usual = 100 / (1 + 0.5 * (cell.threads() - 1) / counters);
    boolean last = versions.size() > 1 && jdk.equals(jdks().get(versions.size() - 1));
    double luck = 2 * new SplittableRandom(sequence).nextDouble() - 1;
    return usual * (last ? lastSpeed : 1) * (1 + noise * luck);
  }

  private Plan plan() {
    return new Plan(
        "standard",
        true,
        1,
        FORKS,
        Arrays.stream(Strategy.values())
            .map(strategy -> new Plan.StrategyName(strategy.name(), strategy.label()))
            .toList(),
        List.of(),
        List.of(),
        cells().stream().map(cell -> new PlannedCell(cell, FORKS)).toList(),
        List.of(),
        new Iterations(1, 100, 2, 100),
        0.05,
        false,
        0,
        0,
        0,
        0,
        "mvn verify -Pbench");
  }

  private Environment environment() {
    return new Environment(
        cpu,
        2,
        8_000_000_000L,
        "Linux 6.1",
        "KVM",
        "unknown",
        0.25,
        0.25,
        "0123abc",
        "2026-01-01T00:00:00Z",
        "2026-01-01T00:10:00Z",
        new Platform("6.1 #1 SMP", 2, 2, 0, 0, "unknown", "tsc", "madvise"),
        "fedcba9876543210");
  }

  private List<RunJdk> jdks() {
    List<RunJdk> jdks = new ArrayList<>();
    for (String version : versions) {
      boolean last = jdks.size() == versions.size() - 1;
      jdks.add(
          new RunJdk(
              version,
              version,
              "OpenJDK 64-Bit Server VM",
              version + "+6",
              "/opt/jdk-" + version,
              last ? lastBlackhole : Blackhole.COMPILER));
    }
    return jdks;
  }

  private static String entry(Cell cell, RunJdk jdk, double speed) {
    return String.format(
        Locale.ROOT,
        """
        [{"jmhVersion": "1.37", "benchmark": "%s", "mode": "thrpt", "threads": %d, "forks": 1,
          "jvm": "%s/bin/java", "jvmArgs": [%s], "jdkVersion": "%s",
          "vmName": "%s", "vmVersion": "%s",
          "warmupIterations": 1, "warmupTime": "100 ms", "warmupBatchSize": 1,
          "measurementIterations": 2, "measurementTime": "100 ms", "measurementBatchSize": 1,
          "params": {%s},
          "primaryMetric": {"score": %s, "scoreError": "NaN", "scoreUnit": "ops/us",
            "rawData": [[%s, %s]]},
          "secondaryMetrics": {}}]
        """,
        cell.benchmark(),
        cell.threads(),
        jdk.home(),
        cell.jvm().flags().stream().map(MadeRun::quoted).collect(Collectors.joining(", ")),
        jdk.version(),
        jdk.vmName(),
        jdk.vmVersion(),
        cell.params().entrySet().stream()
            .map(param -> quoted(param.getKey()) + ": " + quoted(param.getValue()))
            .collect(Collectors.joining(", ")),
        speed,
        speed,
        speed);
  }

  private static String quoted(String text) {
    return '"' + text + '"';
  }
}
