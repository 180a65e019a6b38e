package org.counterpoint.analysis.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.counterpoint.analysis.model.Failure;
import org.counterpoint.analysis.model.Measurement;
import org.counterpoint.analysis.model.Mode;
import org.counterpoint.analysis.model.Run;
import org.junit.jupiter.api.Test;

class RankedTest {

  private static final String INCREMENT = "org.example.Increment.increment";

  private static Run run(double... centers) {
    List<String> names = List.of("A", "B", "C", "D");
    var entries = new Measurement[centers.length];
    for (int i = 0; i < centers.length; i++) {
      entries[i] =
          Runs.entry(
              INCREMENT,
              Runs.params("strategy", names.get(i)),
              Mode.THROUGHPUT,
              2,
              "ops/us",
              Runs.around(centers[i], 5));
    }
    return Runs.foreign("file.json", entries);
  }

  @Test
  void printsTiesAsRangesAndTheRestAsPlaces() {
    assertThat(Ranked.text(run(10, 30, 30.1, 20)))
        .containsExactly(
            "Increment.increment, throughput, ops/us (more is better)",
            "JDK 21.0.2; CPU unknown; number of cores unknown; 2 threads; 5 forks",
            "",
            "2 threads",
            "  1-2    C                                    30.10 ops/us  [29.86, 30.34]",
            "  1-2    B                                    30.00 ops/us  [29.76, 30.24]",
            "  3      D                                    20.00 ops/us  [19.84, 20.16]",
            "  4      A                                    10.00 ops/us  [9.922, 10.08]");
  }

  @Test
  void namesABrokenStrategyAsBrokenWithItsNumbersAndRanksTheOthersWithoutIt() {
    List<String> lines =
        Ranked.text(
            Runs.own()
                .threads(1, 2)
                .failure("LONG_ADDER", 2, Failure.LOST_UPDATE, "added 1000, holds 998")
                .make());
    assertThat(lines)
        .filteredOn(line -> line.contains("LongAdder"))
        .hasSize(2)
        .allMatch(line -> line.startsWith("  BROKEN "))
        .allMatch(line -> line.contains("added 1000, holds 998"))
        .noneMatch(line -> line.contains("ops/us"));
    assertThat(lines).anyMatch(line -> line.startsWith("  5      message passing"));
    assertThat(lines).noneMatch(line -> line.startsWith("  6"));
  }

  @Test
  void ranksNothingInASmokeRun() {
    List<String> lines = Ranked.text(Runs.own().smoke().forks(6).make());
    assertThat(lines.get(0)).isEqualTo("Smoke run: supports no verdict.");
    assertThat(lines).noneMatch(line -> line.matches("  \\d.*"));
    assertThat(lines)
        .filteredOn(line -> line.contains("[1"))
        .first()
        .asString()
        .startsWith("         ");
    assertThat(order(lines))
        .startsWith("synchronized", "ReentrantLock", "Mutex", "AtomicInteger", "LongAdder");
  }

  @Test
  void saysWhatAJdkIsTooOldFor() {
    Run run = Runs.own().make();
    assertThat(Ranked.text(run)).noneMatch(line -> line.contains("not on JDK"));
    assertThat(Ranked.text(Runs.withTooNew(run))).contains("", "Fibers: not on JDK 17 (needs 99).");
  }

  private static List<String> order(List<String> lines) {
    return lines.stream()
        .filter(line -> line.startsWith("         "))
        .map(line -> line.strip().split(" {2,}", 2)[0])
        .toList();
  }

  @Test
  void ranksNothingBelowFiveForksAndGivesNoIntervalBelowThree() {
    assertThat(Ranked.text(Runs.own().forks(4).threads(1).make()))
        .contains("1 thread (No verdict: fewer than 5 forks)")
        .noneMatch(line -> line.matches("  \\d.*"));
    assertThat(Ranked.text(Runs.own().forks(2).threads(1).make()))
        .filteredOn(line -> line.contains("AtomicInteger"))
        .hasSize(1)
        .allMatch(line -> line.endsWith("no interval: 2 forks"));
  }

  @Test
  void letsNoNameDriveTheTerminal() {
    var entry =
        Runs.entry(
            INCREMENT, Runs.params("strategy", "\u001b[31mred"), Mode.THROUGHPUT, 1, "ops/s", 1);
    assertThat(String.join("\n", Ranked.text(Runs.foreign("x", entry)))).doesNotContain("\u001b");
  }

  @Test
  void saysSoWhenThereIsNothing() {
    assertThat(Ranked.text(Runs.foreign("empty"))).containsExactly("Nothing was measured.");
  }
}
