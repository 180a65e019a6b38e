package org.counterpoint.analysis.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.counterpoint.analysis.jmh.Blackhole;
import org.counterpoint.analysis.jmh.RunDescription;
import org.counterpoint.analysis.jmh.RunJdk;
import org.counterpoint.analysis.jmh.RunJson;
import org.counterpoint.analysis.model.Cell;
import org.counterpoint.analysis.model.Environment;
import org.counterpoint.analysis.model.Iterations;
import org.counterpoint.analysis.model.Mode;
import org.counterpoint.analysis.model.Plan;
import org.counterpoint.analysis.model.PlannedCell;
import org.counterpoint.analysis.model.Platform;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrendCommandTest {

  private static final String NAME = "org.example.Increment.increment";
  private static final double[] DAYS = {0.4, -0.9, 0.1, 0.8, -0.6, -0.1, 1, -0.3};

  private final Path folder;

  TrendCommandTest(@TempDir Path folder) {
    this.folder = folder;
  }

  private static Result run(List<String> args) {
    List<String> all = new ArrayList<>(List.of("trend"));
    all.addAll(args);
    return Result.run(all.toArray(new String[0]));
  }

  private Result trend(List<String> runs, String... options) {
    List<String> args = new ArrayList<>(runs);
    args.addAll(List.of(options));
    args.add("--out=" + output());
    return run(args);
  }

  private Path output() {
    return folder.resolve("out");
  }

  private static JmhFile measured(int day, double level) {
    double value = level * (1 + DAYS[day % DAYS.length] / 100);
    double[] forks = {value, 1.01 * value, 0.99 * value, 1.005 * value, 0.995 * value};
    return new JmhFile()
        .add(NAME, Map.of("strategy", "MUTEX"), 2, forks)
        .add(NAME, Map.of("strategy", "LONG_ADDER"), 2, 300, 301, 299, 300, 300);
  }

  /** Ten runs, slower from the seventh on. */
  private List<String> runs() throws IOException {
    List<String> runs = new ArrayList<>();
    for (int day = 0; day < 10; day++) {
      runs.add(runFolder(day, day < 6 ? 100 : 80));
    }
    return runs;
  }

  private String runFolder(int day, double level) throws IOException {
    Path run = Files.createDirectories(folder.resolve("run-" + day));
    Cell cell = new Cell(NAME, new TreeMap<>(Map.of("strategy", "MUTEX")), Mode.THROUGHPUT, 2);
    String version = "17.0.15";
    RunJson.write(
        run.resolve("run.json"),
        new RunDescription(
            new Plan(
                "standard",
                true,
                1,
                5,
                List.of(new Plan.StrategyName("MUTEX", "Mutex")),
                List.of(),
                List.of(),
                List.of(new PlannedCell(cell, 5)),
                List.of(),
                new Iterations(5, 1000, 1, 1000),
                0.05,
                false,
                0,
                0,
                0,
                0,
                "mvn verify -Pbench"),
            new Environment(
                "Some CPU",
                2,
                1,
                "Linux",
                "KVM",
                "performance",
                0,
                0,
                "abc000" + day + "fff",
                "2026-03-0" + (1 + day / 2) + "T0" + day % 2 + ":00:00Z",
                "2026-03-09T00:00:00Z",
                Platform.UNKNOWN,
                "p"),
            List.of(
                new RunJdk(
                    version,
                    version,
                    "OpenJDK 64-Bit Server VM",
                    version + "+6",
                    "/opt/jdk",
                    Blackhole.COMPILER))));
    measured(day, level)
        .write(Files.createDirectories(run.resolve(version)).resolve("jmh-result.json"));
    return run.toString();
  }

  @Test
  void saysWhatChangedSinceWhenAndLeavesChartsAndData() throws IOException {
    Result result = trend(runs(), "--cell", "mutex, 2 threads");
    assertThat(result.err()).isEmpty();
    assertThat(result.exit()).isZero();
    assertThat(result.out())
        .contains("1 cell in 10 runs, 1 with a change point")
        .containsPattern(
            "Increment.increment, Mutex, 2 threads, JDK 17: 20(\\.\\d)? % slower \\[\\d+, \\d+\\]"
                + " since 2026-03-04 \\(abc0006\\)")
        .contains("trend: " + output().resolve("trend.csv"));
    assertThat(Files.readString(output().resolve("trend.csv")).lines()).hasSize(1 + 10 * 5);
    assertThat(output().resolve("charts/increment-increment-mutex-2-threads-jdk-17.svg"))
        .isNotEmptyFile();
    assertThat(output().resolve("charts/increment-increment-mutex-2-threads-jdk-17.png"))
        .isNotEmptyFile();
    Result all = trend(runs());
    assertThat(all.out()).contains("2 cells in 10 runs, 1 with a change point", "no change point");
  }

  /** The order of the command line is not that of the runs, and doesn't matter. */
  @Test
  void ordersRunsByTheirStart() throws IOException {
    List<String> runs = runs();
    String first = trend(runs).out();
    byte[] csv = Files.readAllBytes(output().resolve("trend.csv"));
    Collections.reverse(runs);
    assertThat(trend(runs).out()).isEqualTo(first);
    assertThat(output().resolve("trend.csv")).hasBinaryContent(csv);
  }

  /** Files of JMH's don't say when they were made. */
  @Test
  void keepsTheOrderGivenWhereOneRunHasNoTime() throws IOException {
    List<String> files = new ArrayList<>();
    for (int day = 0; day < 10; day++) {
      files.add(measured(day, day < 6 ? 100 : 80).write(folder.resolve(day + ".json")).toString());
    }
    assertThat(trend(files, "--cell=MUTEX").out()).contains("% slower").contains("since 6.json");
    Collections.reverse(files);
    assertThat(trend(files, "--cell=MUTEX").out()).contains("% faster").contains("since 5.json");
    List<String> mixed = List.of(runFolder(0, 100), files.get(0));
    assertThat(trend(mixed, "--cell=MUTEX").out()).containsSubsequence("  run-0 ", "  9.json ");
  }

  @Test
  void aRunThatCannotBeReadIsNamedAndNothingIsWritten() throws IOException {
    List<String> runs = runs();
    Path bad = Files.writeString(folder.resolve("bad.json"), "[{]");
    runs.add(bad.toString());
    Result result = trend(runs);
    assertThat(result.exit()).isEqualTo(2);
    assertThat(result.out()).isEmpty();
    assertThat(result.err().lines()).singleElement().asString().startsWith(bad + ":1:");
    assertThat(output()).doesNotExist();
  }

  @Test
  void namesTheCellsWhereNoneIsMeant() throws IOException {
    Result result = trend(runs(), "--cell=MUTEX, 3 threads");
    assertThat(result.exit()).isEqualTo(2);
    assertThat(result.err().lines())
        .singleElement()
        .asString()
        .contains(
            "no cell is called \"MUTEX, 3 threads\": there are Increment.increment, LONG_ADDER, 2"
                + " threads, JDK 17; Increment.increment, Mutex, 2 threads, JDK 17");
    assertThat(output()).doesNotExist();
    assertThat(trend(runs(), "--metric=alloc").err()).contains("no run has alloc of anything");
  }

  @Test
  void saysWhatIsWrongOnTheCommandLine() throws IOException {
    String one = runFolder(0, 100);
    String two = runFolder(1, 100);
    assertWrong("one run is given: a trend takes two or more", one);
    assertWrong("the run " + one + " is given twice", one, two, one);
    assertWrong("--metric: \"p50\" is none of throughput, p99, alloc", one, two, "--metric=p50");
    assertWrong("unknown option --output=x: one of --cell", one, two, "--output=x");
    assertWrong("missing required parameter");
  }

  private static void assertWrong(String message, String... args) {
    Result result = run(List.of(args));
    assertThat(result.exit()).as(message).isEqualTo(2);
    assertThat(result.out()).isEmpty();
    assertThat(result.err().lines()).singleElement().asString().contains(message);
  }

  /** What somebody else put there is not taken away. */
  @Test
  void refusesAFolderThatHoldsSomethingElse() throws IOException {
    Files.createDirectories(output());
    Path own = Files.writeString(output().resolve("notes.txt"), "mine");
    Result result = trend(runs());
    assertThat(result.exit()).isEqualTo(2);
    assertThat(result.out()).isEmpty();
    assertThat(result.err())
        .contains("the trend cannot be written", "notes.txt", "give another place with --out,");
    assertThat(own).hasContent("mine");
  }

  @Test
  void helpNamesTheOptionsAndTheExitCodes() {
    assertThat(run(List.of("--help")).out())
        .contains("--cell=TEXT", "--metric=METRIC", "--out=FOLDER", "Exit codes:");
  }
}
