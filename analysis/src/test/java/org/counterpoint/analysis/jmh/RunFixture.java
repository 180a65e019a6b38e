package org.counterpoint.analysis.jmh;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.counterpoint.analysis.model.Cell;
import org.counterpoint.analysis.model.Environment;
import org.counterpoint.analysis.model.Iterations;
import org.counterpoint.analysis.model.Mode;
import org.counterpoint.analysis.model.Noise;
import org.counterpoint.analysis.model.Noise.Reading;
import org.counterpoint.analysis.model.Plan;
import org.counterpoint.analysis.model.PlannedCell;
import org.counterpoint.analysis.model.Platform;

/** A run's folder, filled by the writers that an experiment uses. */
final class RunFixture {

  static final Cell MUTEX = cell("MUTEX");
  static final Cell ATOMIC = cell("ATOMIC_INTEGER");

  static final RunDescription DESCRIPTION =
      new RunDescription(
          new Plan(
              "standard",
              true,
              -42,
              2,
              List.of(
                  new Plan.StrategyName("MUTEX", "Mutex"),
                  new Plan.StrategyName("ATOMIC_INTEGER", "AtomicInteger")),
              List.of(
                  new Plan.Param(
                      "guarantee",
                      "",
                      List.of(
                          new Plan.Step("PLAIN_FIELD", "plain field"),
                          new Plan.Step("LOCK", "lock"))),
                  new Plan.Param("inside", Plan.TOKENS, List.of())),
              List.of("example.Control.nothing"),
              List.of(new PlannedCell(MUTEX, 2), new PlannedCell(ATOMIC, 2)),
              List.of(new Plan.Absence("ATOMIC_INTEGER", "example.Section", "has no lock to hold")),
              new Iterations(1, 100, 2, 100),
              0.05,
              false,
              0,
              0.1,
              0.05,
              540,
              "mvn verify -Pbench \"-Dbench.threads=1,2\""),
          new Environment(
              "Some CPU @ 2.00GHz",
              2,
              8_000_000_000L,
              "Linux 6.1",
              "KVM",
              "unknown",
              0.25,
              -1,
              "0123abc-dirty",
              "2026-01-01T00:00:00Z",
              "2026-01-01T00:10:00Z",
              new Platform("6.1 #1 SMP", 1, 2, 1.5, 0, "unknown", "tsc", "madvise"),
              "fedcba9876543210"),
          List.of(
              new RunJdk("17", "17.0.15", "VM", "17.0.15+6", "/opt/jdk-17", Blackhole.COMPILER),
              new RunJdk("25", "25.0.1", "VM", "25.0.1+8", "/opt/jdk-25", Blackhole.UNKNOWN)));

  final Path folder;
  final Path journal;
  private int sequence;

  RunFixture(Path folder) throws IOException {
    this.folder = folder;
    this.journal = Files.createDirectories(folder.resolve(Journal.NAME));
    RunJson.write(folder.resolve(RunJson.NAME), DESCRIPTION);
  }

  /** Every fork of the plan, on every JDK. */
  void measuredAsPlanned() throws IOException {
    for (int block = 0; block < DESCRIPTION.plan().blocks(); block++) {
      for (RunJdk jdk : DESCRIPTION.jdks()) {
        for (PlannedCell planned : DESCRIPTION.plan().cells()) {
          measured(block, jdk.label(), planned.cell(), 20, 22);
        }
      }
    }
  }

  static Cell cell(String strategy) {
    return new Cell(
        "example.Bench.increment", new TreeMap<>(Map.of("strategy", strategy)), Mode.THROUGHPUT, 2);
  }

  static ForkHeader header(int sequence, int block, int attempt, String jdk, Cell cell) {
    return new ForkHeader(
        sequence, block, attempt, jdk, cell, Instant.parse("2026-01-01T00:00:00.5Z"), 1.25);
  }

  static ForkHeader watched(ForkHeader header, Noise noise) {
    return new ForkHeader(
        header.sequence(),
        header.block(),
        header.attempt(),
        header.jdk(),
        header.cell(),
        header.startedAt(),
        header.seconds(),
        noise);
  }

  static Noise noise(double busy, double own) {
    return new Noise(
        new TreeMap<>(
            Map.of(
                Reading.AVAILABLE_MILLIS,
                2500.0,
                Reading.BUSY_MILLIS,
                busy,
                Reading.OWN_MILLIS,
                own)));
  }

  /** One entry as JMH writes it, of one fork with two iterations. */
  static String jmh(Cell cell, String jdkVersion, double first, double second) {
    return String.format(
        Locale.ROOT,
        """
        {
            "jmhVersion" : "1.37",
            "benchmark" : "%s",
            "mode" : "thrpt",
            "threads" : %d,
            "forks" : 1,
            "jdkVersion" : "%s",
            "warmupIterations" : 1,
            "warmupTime" : "100 ms",
            "measurementIterations" : 2,
            "measurementTime" : "100 ms",
            "params" : {
                "strategy" : "%s"
            },
            "primaryMetric" : {
                "score" : %s,
                "scoreError" : "NaN",
                "scoreUnit" : "ops/us",
                "rawData" : [
                    [
                        %s,
                        %s
                    ]
                ]
            },
            "secondaryMetrics" : {
                "serviceTime.p50" : {
                    "score" : 40.0,
                    "scoreUnit" : "ns/op",
                    "rawData" : [[%s]]
                }
            }
        }
        """,
        cell.benchmark(),
        cell.threads(),
        jdkVersion,
        cell.strategy().orElse(""),
        (first + second) / 2,
        first,
        second,
        1000 / first);
  }

  /** The same entry, of a JVM with these arguments. */
  static String withJvmArgs(String jmh, String... arguments) {
    String list = "\"" + String.join("\", \"", arguments) + "\"";
    return jmh.replace("\"jmhVersion\"", "\"jvmArgs\" : [" + list + "],\n    \"jmhVersion\"");
  }

  Path measured(int block, String jdk, Cell cell, double first, double second) throws IOException {
    String version = DESCRIPTION.jdk(jdk).orElseThrow().version();
    String jmh = jmh(cell, version, first, second);
    String[] flags = cell.jvm().flags().toArray(new String[0]);
    return ForkJson.writeMeasured(
        journal,
        header(sequence++, block, 1, jdk, cell),
        flags.length == 0 ? jmh : withJvmArgs(jmh, flags));
  }

  Path watched(int block, String jdk, Cell cell, Noise noise) throws IOException {
    String version = DESCRIPTION.jdk(jdk).orElseThrow().version();
    return ForkJson.writeMeasured(
        journal,
        watched(header(sequence++, block, 1, jdk, cell), noise),
        jmh(cell, version, 20, 22));
  }

  Path failed(int block, String jdk, Cell cell, String kind, String message) throws IOException {
    return ForkJson.writeFailed(
        journal,
        new ForkRecord.Failed(header(sequence++, block, 1, jdk, cell), kind, message, "the end\n"));
  }
}
