package org.counterpoint.analysis.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import org.counterpoint.analysis.model.Failure;
import org.counterpoint.analysis.model.Measurement;
import org.counterpoint.analysis.model.Mode;
import org.counterpoint.analysis.model.Run;
import org.junit.jupiter.api.Test;

class ShowTest {

  private static final Show.Filter ALL = filter("", 0, "");

  private static Show.Filter filter(String workload, int threads, String strategy) {
    return new Show.Filter(
        Optional.empty(),
        workload,
        threads > 0 ? OptionalInt.of(threads) : OptionalInt.empty(),
        strategy);
  }

  private static List<String> show(Run run, Show.Filter filter) {
    return show(run, filter, StandardCharsets.UTF_8, false);
  }

  private static List<String> show(Run run, Show.Filter filter, Charset charset, boolean colour) {
    try {
      return Show.text(run, filter, charset, colour);
    } catch (Show.NothingThere nothing) {
      throw new AssertionError(nothing);
    }
  }

  private static Measurement entry(String strategy, double center, int forks) {
    return Runs.entry(
        Runs.INCREMENT,
        Runs.params("strategy", strategy),
        Mode.THROUGHPUT,
        2,
        "ops/us",
        Runs.around(center, forks));
  }

  private static final Run FOUR =
      Runs.foreign(
          "file.json",
          entry("A", 10, 5),
          entry("B", 30, 5),
          entry("C", 30.1, 5),
          entry("D", 20, 5));

  @Test
  void ranksWithTiesAndDrawsBars() {
    assertThat(show(FOUR, ALL))
        .containsExactly(
            "Increment.increment, JDK 21.0.2: throughput, ops/us (more is better)",
            "JDK 21.0.2; CPU unknown; number of cores unknown; 2 threads; 5 forks",
            "",
            "2 threads: the first place is not separated: B and C",
            "  1-2     C  30.10 ops/us  [29.86, 30.34]  " + "█".repeat(56) + "│",
            "  1-2     B  30.00 ops/us  [29.76, 30.24]  " + "█".repeat(55) + "├┤",
            "  3       D  20.00 ops/us  [19.84, 20.16]  " + "█".repeat(37) + "│",
            "  4       A  10.00 ops/us  [9.922, 10.08]  " + "█".repeat(18) + "│",
            "",
            "Bars begin at 0, on a scale for each contest. █├─┼─┤: the value and its 95 % interval.");
  }

  @Test
  void beginsWithWhatTheWholeRunFound() {
    Run run = Runs.foreign("file.json", entry("A", 10, 5), entry("B", 30, 5), entry("D", 20, 5));
    List<String> lines = show(run, ALL);
    assertThat(lines.get(0)).startsWith("- Increment.increment: B leads alone at 2 threads, by a");
    assertThat(lines).allMatch(line -> line.length() <= Show.COLUMNS);
    // A part of a run has found nothing as a whole.
    assertThat(show(run, filter("", 0, "A"))).noneMatch(line -> line.startsWith("- "));
  }

  @Test
  void drawsInAsciiWhereBlocksCannotBeWritten() {
    List<String> lines = show(FOUR, ALL, StandardCharsets.US_ASCII, false);
    assertThat(lines)
        .allMatch(line -> StandardCharsets.US_ASCII.newEncoder().canEncode(line))
        .anyMatch(line -> line.contains("A") && line.contains("####"));
  }

  @Test
  void aBrokenAndAFailedStrategyAreShownAsSuch() {
    List<String> lines =
        show(
            Runs.own()
                .threads(1, 2)
                .failure("LONG_ADDER", 2, Failure.LOST_UPDATE, "added 1000, holds 998")
                .make(),
            filter("Increment.increment", 2, ""));
    assertThat(lines)
        .filteredOn(line -> line.contains("LongAdder"))
        .singleElement()
        .asString()
        .matches("  BROKEN  LongAdder +added 1000, holds 998 .*");
    assertThat(
            show(
                Runs.own()
                    .threads(2)
                    .strategies("SYNCHRONIZED", "LONG_ADDER")
                    .failure("MUTEX", 2, "crash", "SIGSEGV")
                    .make(),
                filter("Increment.increment", 2, "")))
        .anyMatch(line -> line.startsWith("  FAILED  Mutex         crash: SIGSEGV"));
  }

  @Test
  void brokenStrategiesAreShownAmongPercentilesToo() {
    List<String> lines =
        show(
            Runs.own()
                .threads(2)
                .failure("LONG_ADDER", 2, Failure.LOST_UPDATE, "added 1000, holds 998")
                .make(),
            filter("timed", 2, ""));
    assertThat(lines.get(0)).contains("99th percentile of service time");
    assertThat(lines).anyMatch(line -> line.startsWith("  BROKEN  LongAdder "));
  }

  @Test
  void withholdsWhatTheReportWithholds() {
    List<String> lines = show(Runs.own().smoke().forks(6).threads(2).make(), ALL);
    assertThat(lines.get(0)).isEqualTo("Smoke run: supports no verdict.");
    assertThat(lines)
        .anyMatch(line -> line.equals("2 threads: Smoke run: supports no verdict"))
        .noneMatch(line -> line.matches("  \\d.*"));
  }

  @Test
  void oneBlockEachNumberOfThreadsBelowItsWorkloadAndJdk() {
    List<String> lines =
        show(
            Runs.own().jdks(Runs.JDK_17, Runs.JDK_25).threads(1, 2).make(),
            filter("Increment.increment", 0, ""));
    assertThat(lines)
        .filteredOn(
            line -> line.matches("\\S.*") && !line.contains(";") && !line.startsWith("Bars"))
        .extracting(line -> line.replaceFirst("(threads?):.*", "$1"))
        .containsExactly(
            "Increment.increment, JDK 17.0.15: throughput, ops/us (more is better)",
            "1 thread",
            "2 threads",
            "Increment.increment, JDK 25.0.1: throughput, ops/us (more is better)",
            "1 thread",
            "2 threads");
  }

  @Test
  void filtersAndKeepsTheRankAmongAll() {
    Run run = Runs.own().threads(1, 2, 4).make();
    List<String> lines = show(run, filter("increment.INCREMENT", 2, "atomicinteger"));
    assertThat(lines)
        .filteredOn(line -> line.startsWith("  "))
        .singleElement()
        .asString()
        .matches("  3 +AtomicInteger .*");
    assertThat(show(run, filter("Increment.increment", 0, "MUTEX")))
        .filteredOn(line -> line.startsWith("  "))
        .hasSize(3);
  }

  @Test
  void namesWhatThereIsWhereNothingMatches() {
    Run run = Runs.own().threads(1, 2).make();
    assertNothing(
        run,
        filter("Decrement", 0, ""),
        "no workload \"Decrement\" was measured: there"
            + " are Increment.increment, Timed.increment");
    assertNothing(
        run, filter("", 3, ""), "no number of threads \"3\" was measured: there are 1, 2");
    assertNothing(
        run,
        filter("Increment.increment", 2, "MUTEXES"),
        "no strategy \"MUTEXES\" was measured: there are LongAdder, Mutex, AtomicInteger,");
  }

  private static void assertNothing(Run run, Show.Filter filter, String message) {
    assertThatThrownBy(() -> Show.text(run, filter, StandardCharsets.UTF_8, false))
        .isInstanceOf(Show.NothingThere.class)
        .hasMessageStartingWith(message);
  }

  @Test
  void noLineIsWiderThanAHundredColumns() {
    String longName = "aStrategyWhoseNameGoesOnAndOnWithoutABlankOrAnEnd".repeat(4);
    Run run =
        Runs.foreign(
            "file.json",
            wide(longName, 1e-9, 5),
            wide("計数器".repeat(30), 1.23456e12, 5),
            wide("one fork", 7, 1),
            wide("wild \u001B[31m\u0007", 3, 3));
    for (Charset charset : List.of(StandardCharsets.UTF_8, StandardCharsets.US_ASCII)) {
      List<String> lines = show(run, ALL, charset, false);
      assertThat(lines).allMatch(line -> TextWidth.of(line) <= 100);
      assertThat(lines).noneMatch(line -> line.matches(".*\\p{Cntrl}.*"));
      assertThat(lines).anyMatch(line -> TextWidth.of(line) > 90);
      assertThat(lines).filteredOn(line -> line.contains("ops/a")).hasSize(5);
    }
    String why = "a message that goes on ".repeat(20);
    Run failed = Runs.own().threads(2).failure("MUTEX", 2, Failure.LOST_UPDATE, why).make();
    assertThat(show(failed, ALL)).allMatch(line -> TextWidth.of(line) <= 100);
  }

  private static Measurement wide(String strategy, double center, int forks) {
    return Runs.entry(
        "org.example.AnExceedinglyLongNameOfABenchmark.incrementWithAll",
        Runs.params("strategy", strategy, "p".repeat(120), "v".repeat(120), "q", "計".repeat(70)),
        Mode.THROUGHPUT,
        12345,
        "ops/aVeryLongUnit",
        Runs.around(center, forks));
  }

  /** Colours add nothing and take nothing away. */
  @Test
  void coloursOnlyTheBars() {
    List<String> plain = show(FOUR, ALL);
    List<String> coloured = show(FOUR, ALL, StandardCharsets.UTF_8, true);
    assertThat(coloured)
        .extracting(line -> line.replaceAll("\u001B\\[[0-9;]*m", ""))
        .isEqualTo(plain);
    // A is the first in the registry, B the second, as in every chart.
    assertThat(coloured)
        .anyMatch(line -> line.matches(" +4 +A .*\u001B\\[38;5;32m█+.*\u001B\\[0m"))
        .anyMatch(line -> line.matches(" +1-2 +B .*\u001B\\[38;5;166m█+.*\u001B\\[0m"));
    assertThat(String.join("", plain)).doesNotContain("\u001B");
  }

  @Test
  void isTheSameInEveryLocale() {
    List<String> first = show(FOUR, ALL);
    Locale before = Locale.getDefault();
    try {
      for (String tag : List.of("de-DE", "ar-EG", "tr-TR")) {
        Locale.setDefault(Locale.forLanguageTag(tag));
        assertThat(show(FOUR, ALL)).as(tag).isEqualTo(first);
      }
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void saysWhereNothingWasMeasured() {
    assertThat(show(Runs.foreign("empty.json"), ALL)).containsExactly("Nothing was measured.");
  }
}
