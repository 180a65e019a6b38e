package org.counterpoint.analysis.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.counterpoint.analysis.cli.Result.run;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
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

class CompareCommandTest {

  private static final String NAME = "org.example.Increment.increment";
  private static final double[] USUAL = {100, 101, 99, 100.5, 99.5, 100, 101, 99, 100.2, 99.8};
  private static final double[] SLOWER = {80, 81, 79, 80.5, 79.5, 80, 81, 79, 80.2, 79.8};
  private static final double[] LOUD = {60, 140, 80, 120, 95, 105, 130, 70, 110, 90};

  private final Path folder;

  CompareCommandTest(@TempDir Path folder) {
    this.folder = folder;
  }

  private String file(String name, double... forks) throws IOException {
    return new JmhFile()
        .add(NAME, Map.of("strategy", "MUTEX"), 2, forks)
        .write(folder.resolve(name))
        .toString();
  }

  @Test
  void aTableAReaderOfBenchstatKnows() throws IOException {
    Result result = run("compare", file("old.json", USUAL), file("new.json", SLOWER));
    assertThat(result.exit()).isZero();
    assertThat(result.err()).isEmpty();
    assertThat(result.out())
        .contains("throughput, ops/us (more is better)")
        .containsPattern(
            "Increment\\.increment/strategy=MUTEX-2 +│ +100\\.0 ± 1% +80\\.00 ± 1% +│ +-20\\.0\\d%"
                + " +\\[-\\d+\\.\\d\\d%, -\\d+\\.\\d\\d%\\] +slower +p=0\\.000 n=10")
        .contains("new.json against old.json: 1 cell slower, 0 faster, 0 the same within 5 %, 0")
        .contains("does not say what it ran on");
  }

  /** The numbers that benchstat prints of the same values; it takes medians, we geometric means. */
  @Test
  void agreesWithBenchstat() throws IOException {
    JmhFile before = new JmhFile();
    JmhFile after = new JmhFile();
    for (String format : List.of("json", "gob")) {
      before.add(
          "Bench.Encode", Map.of("format", format), 48, "avgt", "ns/op", benchstat("old", format));
      after.add(
          "Bench.Encode", Map.of("format", format), 48, "avgt", "ns/op", benchstat("new", format));
    }
    Result result =
        run(
            "compare",
            before.write(folder.resolve("old.json")).toString(),
            after.write(folder.resolve("new.json")).toString(),
            "--margin=0.1%");
    // -17.20 % and -8.94 % there; the p-values to the digit.
    assertThat(result.out())
        .containsPattern("Encode/format=json-48 .* -17\\.\\d\\d% .* faster +p=0\\.000 n=10")
        .containsPattern("Encode/format=gob-48 .* ~ .* unclear +p=0\\.446 n=10")
        .containsPattern("geomean .* -(8\\.9|9\\.0)\\d%");
  }

  private static double[] benchstat(String file, String format) throws IOException {
    Path csv = Path.of("src", "test", "resources", "reference", "benchstat_oldnew.csv");
    return Files.readAllLines(csv).stream()
        .map(line -> line.split(",", -1))
        .filter(cells -> cells[0].equals(file) && cells[1].contains("format=" + format + "-"))
        .mapToDouble(cells -> Double.parseDouble(cells[2]))
        .toArray();
  }

  @Test
  void theGatesExitSaysHowItWent() throws IOException {
    String base = file("base.json", USUAL);
    assertThat(run("compare", "--gate", base, file("same.json", USUAL)).exit()).isZero();
    assertThat(run("compare", "--gate", base, file("slower.json", SLOWER)).exit()).isEqualTo(1);
    assertThat(run("compare", "--gate", file("slower.json", SLOWER), base).exit()).isZero();
    assertThat(run("compare", "--gate", base, file("loud.json", LOUD)).exit()).isEqualTo(3);
    assertThat(run("compare", base, file("slower.json", SLOWER)).exit()).isZero();
    assertThat(run("compare", "--gate", base, file("slower.json", SLOWER)).out())
        .contains("Gate: FAIL, slower by more than 5 %");
  }

  @Test
  void whatCannotBeComparedExitsWithFourUnlessForced() throws IOException {
    String base = folderOf("base", "Some CPU", Blackhole.COMPILER, true);
    String other = folderOf("other", "Another CPU", Blackhole.FULL, true);
    Result result = run("compare", "--gate", base, other);
    assertThat(result.exit()).isEqualTo(4);
    assertThat(result.out()).contains("withheld");
    assertThat(result.err())
        .contains(
            "not comparable: environment.cpu was \"Some CPU\" and is \"Another CPU\"",
            "so no verdict on throughput, service time",
            "not comparable: jdks.blackhole was \"compiler\" and is \"full\"",
            "--force compares all the same");
    Result forced = run("compare", "--gate", "--force", base, other);
    assertThat(forced.exit()).isZero();
    assertThat(forced.out()).contains("environment.cpu was");
    assertThat(run("compare", base, other).exit()).isZero();
  }

  @Test
  void aSuiteThatIsTooShortIsNotComparable() throws IOException {
    String base = folderOf("base", "Some CPU", Blackhole.COMPILER, false);
    String again = folderOf("again", "Some CPU", Blackhole.COMPILER, false);
    assertThat(run("compare", "--gate", base, again).exit()).isEqualTo(4);
  }

  @Test
  void nothingIsComparedWithItself() throws IOException {
    String file = file("base.json", USUAL);
    assertWrong("both sides are one and the same", file, file);
  }

  @Test
  void comparesJdksOfOneRunOrOfTwo() throws IOException {
    String run = folderOf("run", "Some CPU", Blackhole.COMPILER, true);
    Result by = run("compare", run, "--by", "jdk");
    assertThat(by.exit()).isZero();
    assertThat(by.out())
        .contains("Compared in pairs")
        .contains("JDK 25 against 17: 1 cell slower, 0 faster, 0 the same within 5 %, 0 unclear");
    Result named = run("compare", run + ":17", run + ":25", "--gate");
    assertThat(named.exit()).isEqualTo(1);
    assertThat(named.out()).contains("Compared in pairs", "JDK 25 against 17: 1 cell slower");
    Result wrong = run("compare", run + ":17", run + ":21");
    assertThat(wrong.exit()).isEqualTo(2);
    assertThat(wrong.err()).contains("no JDK \"21\" in it: it holds 17.0.15, 25.0.3");
    Result which = run("compare", run, run);
    assertThat(which.exit()).isEqualTo(2);
    assertThat(which.err()).contains("holds several JDKs (17.0.15, 25.0.3)", run + ":17.0.15");
    assertThat(run("compare", run, "--by", "flags").err()).contains("holds one set of JVM flags");
  }

  @Test
  void comparesValuesOfAParam() throws IOException {
    JmhFile file = new JmhFile();
    for (String strategy : List.of("MUTEX", "LONG_ADDER")) {
      file.add(NAME, Map.of("strategy", strategy, "size", "10"), 2, USUAL);
      file.add(
          NAME,
          Map.of("strategy", strategy, "size", "9"),
          2,
          strategy.equals("MUTEX") ? SLOWER : USUAL);
      file.add(NAME, Map.of("strategy", strategy, "size", "100"), 2, USUAL);
    }
    String path = file.write(folder.resolve("sizes.json")).toString();
    Result result = run("compare", path, "--by", "size");
    assertThat(result.err()).isEmpty();
    // By size, not by letters: 9 is the base.
    assertThat(result.out())
        .contains("size 10 against 9: no cell slower, 1 faster")
        .contains("size 100 against 9: no cell slower, 1 faster")
        .containsPattern("Increment\\.increment/strategy=MUTEX-2 .* faster");
    assertWrong(
        "has no param \"sizes\" of several values: those that vary are size, strategy",
        path,
        "--by=sizes");
  }

  @Test
  void writesMarkdownForAPullRequest() throws IOException {
    Result result =
        run(
            "compare",
            "--format=markdown",
            "--gate",
            file("old.json", USUAL),
            file("new.json", SLOWER));
    assertThat(result.out())
        .startsWith("### new.json against old.json: 1 cell slower")
        .contains("> **Gate: FAIL, slower by more than 5 %**")
        .contains("| Increment.increment/strategy=MUTEX-2 |");
  }

  @Test
  void writesEveryNumberAsJson() throws IOException {
    Result result =
        run("compare", "--format=json", file("old.json", USUAL), file("new.json", SLOWER));
    JsonNode root = new ObjectMapper().readTree(result.out());
    assertThat(root.get("schema").asText()).isEqualTo("counterpoint/comparison/1");
    JsonNode comparison = root.at("/comparisons/0");
    assertThat(comparison.get("gate").asText()).isEqualTo("fail");
    assertThat(comparison.at("/counts/slower").asInt()).isEqualTo(1);
    JsonNode cell = comparison.at("/cells/0");
    assertThat(cell.get("verdict").asText()).isEqualTo("slower");
    assertThat(cell.at("/ratio/value").asDouble()).isBetween(0.79, 0.81);
    assertThat(cell.at("/base/unit").isMissingNode()).isTrue();
    assertThat(cell.get("unit").asText()).isEqualTo("ops/us");
    assertThat(cell.get("threads").asInt()).isEqualTo(2);
  }

  @Test
  void printsTheSameInEveryLocale() throws IOException {
    String base = file("old.json", USUAL);
    String candidate = file("new.json", SLOWER);
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.ROOT);
      String plain = run("compare", base, candidate).out();
      for (String tag : List.of("de-DE", "ar-EG", "tr-TR")) {
        Locale.setDefault(Locale.forLanguageTag(tag));
        assertThat(run("compare", base, candidate).out()).as(tag).isEqualTo(plain);
      }
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void saysWhatIsWrongOnTheCommandLine() throws IOException {
    String base = file("base.json", USUAL);
    assertWrong("--margin: \"5\" is no percentage", base, base, "--margin=5");
    assertWrong("--margin: \"0%\" is no percentage", base, base, "--margin=0%");
    assertWrong("--metric: \"p50\" is none of throughput, p99, alloc", base, base, "--metric=p50");
    assertWrong("--format: \"xml\" is none of text, markdown, json", base, base, "--format=xml");
    assertWrong("has no param \"os\" of several values: no param varies in it", base, "--by=os");
    assertWrong("one side is given", base);
    assertWrong("two sides are given", base, base, "--by=jdk");
    assertWrong("no such file or folder", base, folder.resolve("none.json").toString());
    assertWrong("unknown option --gat", base, base, "--gat");
  }

  private static void assertWrong(String message, String... args) {
    String[] all = new String[args.length + 1];
    all[0] = "compare";
    System.arraycopy(args, 0, all, 1, args.length);
    Result result = run(all);
    assertThat(result.exit()).as(message).isEqualTo(2);
    assertThat(result.out()).isEmpty();
    assertThat(result.err().lines()).singleElement().asString().contains(message);
  }

  @Test
  void sidesWithNothingInCommonCannotBeCompared() throws IOException {
    String other =
        new JmhFile()
            .add("org.example.Other.one", Map.of(), 1, USUAL)
            .write(folder.resolve("other.json"))
            .toString();
    Result result = run("compare", file("base.json", USUAL), other);
    assertThat(result.exit()).isEqualTo(2);
    assertThat(result.err()).contains("no cell is on both sides");
    assertThat(result.out()).contains("only in ", "Other.one");
  }

  @Test
  void whatOneOfTheJdksIsTooOldForIsListedAndNoError() throws IOException {
    Path run = Path.of(folderOf("run", "A", Blackhole.COMPILER, true));
    RunDescription usual = RunJson.read(run.resolve("run.json"));
    Cell fiber = new Cell("org.example.Fibers.sleep", new TreeMap<>(), Mode.THROUGHPUT, 1);
    RunJson.write(
        run.resolve("run.json"),
        new RunDescription(
            usual
                .plan()
                .withCells(List.of(usual.plan().cells().get(0), new PlannedCell(fiber, 10, 21))),
            usual.environment(),
            usual.jdks()));
    new JmhFile()
        .jdk("25.0.3")
        .add(NAME, Map.of("strategy", "MUTEX"), 2, USUAL)
        .add(fiber.benchmark(), Map.of(), 1, USUAL)
        .write(run.resolve("25.0.3").resolve("jmh-result.json"));
    Result result = run("compare", run.toString(), "--by", "jdk", "--gate");
    assertThat(result.err()).isEmpty();
    assertThat(result.exit()).isZero();
    assertThat(result.out())
        .contains("only in 25: Fibers.sleep thrpt, 1 thread (needs JDK 21)")
        .contains("JDK 25 against 17: no cell slower, 0 faster, 1 the same");
  }

  @Test
  void helpNamesTheExitCodes() {
    assertThat(run("compare", "--help").out())
        .contains("Exit codes:", "--margin=PERCENT", "not comparable", "slower by more than");
  }

  /** A run of two JDKs, or of one; the second one is slower. */
  private String folderOf(String name, String cpu, Blackhole blackhole, boolean verdicts)
      throws IOException {
    Path run = Files.createDirectories(folder.resolve(name));
    Cell cell = new Cell(NAME, new TreeMap<>(Map.of("strategy", "MUTEX")), Mode.THROUGHPUT, 2);
    boolean two = name.equals("run");
    List<RunJdk> jdks =
        two
            ? List.of(jdk("17.0.15", blackhole), jdk("25.0.3", blackhole))
            : List.of(jdk("17.0.15", blackhole));
    RunJson.write(
        run.resolve("run.json"),
        new RunDescription(
            new Plan(
                "standard",
                verdicts,
                1,
                10,
                List.of(),
                List.of(),
                List.of(),
                List.of(new PlannedCell(cell, 10)),
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
                cpu,
                2,
                1,
                "Linux",
                "KVM",
                "performance",
                0,
                0,
                "c",
                "then",
                "later",
                Platform.UNKNOWN,
                "p"),
            jdks));
    for (RunJdk jdk : jdks) {
      new JmhFile()
          .jdk(jdk.version())
          .add(NAME, Map.of("strategy", "MUTEX"), 2, jdk.label().startsWith("25") ? SLOWER : USUAL)
          .write(Files.createDirectories(run.resolve(jdk.label())).resolve("jmh-result.json"));
    }
    return run.toString();
  }

  private static RunJdk jdk(String version, Blackhole blackhole) {
    return new RunJdk(
        version, version, "OpenJDK 64-Bit Server VM", version + "+6", "/opt/jdk", blackhole);
  }
}
