package org.counterpoint.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import org.counterpoint.analysis.jmh.ForkHeader;
import org.counterpoint.analysis.model.Cell;
import org.counterpoint.analysis.model.Mode;
import org.counterpoint.analysis.model.Plan;
import org.counterpoint.analysis.model.PlannedCell;
import org.counterpoint.analysis.stats.Arm;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BlocksTest {

  private static final Cell FAST = cell("FAST");
  private static final Cell SLOW = cell("SLOW");
  private static final Cell CONTROL = new Cell("a.Control.c", new TreeMap<>(), Mode.THROUGHPUT, 1);
  private static final List<String> JDKS = List.of("17", "25");

  private final List<Slot> made = new ArrayList<>();
  private final List<Plan> kept = new ArrayList<>();
  private final StringWriter printed = new StringWriter();
  private Ledger ledger;
  private int interruptedAfter = Integer.MAX_VALUE;
  private double forkSeconds = 1;
  private long nanoTime;

  @BeforeEach
  void newLedger(@TempDir Path journal) throws IOException {
    ledger = Ledger.of(journal);
  }

  private static Cell cell(String strategy) {
    TreeMap<String, String> params = new TreeMap<>();
    params.put(Cell.STRATEGY, strategy);
    return new Cell("a.B.c", params, Mode.THROUGHPUT, 2);
  }

  private static Plan plan(int forks, double budgetSeconds) {
    return Plans.of(
        List.of(
            new PlannedCell(CONTROL, forks),
            new PlannedCell(FAST, forks),
            new PlannedCell(SLOW, forks)),
        List.of(CONTROL.benchmark()),
        budgetSeconds);
  }

  private void make(Slot slot) {
    if (ledger.isSettled(slot) || made.size() >= interruptedAfter) {
      return;
    }
    made.add(slot);
    nanoTime += (long) (1e9 * forkSeconds);
    ledger.add(
        new ForkHeader(
            ledger.last() + 1,
            slot.block(),
            1,
            slot.jdk(),
            slot.cell(),
            Instant.EPOCH,
            forkSeconds),
        /* wasMeasured= */ true);
  }

  private Blocks.Ending run(Plan plan, StopRule stopRule) throws IOException, BudgetTooSmall {
    return run(plan, JDKS, stopRule);
  }

  private Blocks.Ending run(Plan plan, List<String> jdks, StopRule stopRule)
      throws IOException, BudgetTooSmall {
    PrintWriter out = new PrintWriter(printed);
    return new Blocks(
            stopRule,
            ledger,
            this::make,
            new Progress(out, plan, ledger, /* severalJdks= */ true),
            () -> made.size() >= interruptedAfter,
            jdks,
            kept::add,
            out,
            () -> nanoTime)
        .run(plan);
  }

  @Test
  void withoutAStopRuleEveryForkIsMadeInTheOrderOfTheSchedule() throws Exception {
    Plan plan = plan(6, 0);
    assertThat(run(plan, StopRule.NEVER)).isEqualTo(Blocks.Ending.COMPLETE);
    assertThat(made).isEqualTo(Schedule.of(plan.cells(), JDKS, plan.seed()));
    assertThat(kept).isEmpty();
  }

  @Test
  void whatIsDoneIsDroppedAndTheControlsStay() throws Exception {
    StopRule rule =
        block -> block < 5 ? Set.of() : Set.of(new Arm(FAST, "17"), new Arm(SLOW, "17"));
    assertThat(run(plan(7, 0), rule)).isEqualTo(Blocks.Ending.COMPLETE);
    assertThat(made.stream().filter(slot -> slot.block() < 5)).hasSize(5 * 6);
    assertThat(made.stream().filter(slot -> slot.block() == 6).map(Slot::arm))
        .containsExactlyInAnyOrder(
            new Arm(CONTROL, "17"),
            new Arm(CONTROL, "25"),
            new Arm(FAST, "25"),
            new Arm(SLOW, "25"));
  }

  @Test
  void itEndsWhenEverythingIsDone() throws Exception {
    StopRule rule =
        block ->
            block < 5
                ? Set.of()
                : Set.of(
                    new Arm(FAST, "17"),
                    new Arm(SLOW, "17"),
                    new Arm(FAST, "25"),
                    new Arm(SLOW, "25"));
    assertThat(run(plan(10, 0), rule)).isEqualTo(Blocks.Ending.DECIDED);
    assertThat(made).hasSize(5 * 6);
  }

  @Test
  void aRunThatWasInterruptedGoesOnAsIfItHadNotBeen() throws Exception {
    Plan plan = plan(6, 0);
    interruptedAfter = 8;
    assertThat(run(plan, StopRule.NEVER)).isEqualTo(Blocks.Ending.INTERRUPTED);
    assertThat(made).hasSize(8);
    interruptedAfter = Integer.MAX_VALUE;
    assertThat(run(plan, StopRule.NEVER)).isEqualTo(Blocks.Ending.COMPLETE);
    assertThat(made).isEqualTo(Schedule.of(plan.cells(), JDKS, plan.seed()));
  }

  @Test
  void aPlanIsShortenedToItsBudgetByItsFirstBlock() throws Exception {
    // Six forks of a second take six seconds a block: seven blocks fit into 45.
    Plan plan = plan(10, 45);
    assertThat(run(plan, StopRule.NEVER)).isEqualTo(Blocks.Ending.COMPLETE);
    assertThat(kept).hasSize(1);
    assertThat(kept.get(0).blocks()).isEqualTo(7);
    assertThat(made).hasSize(7 * 6);
    assertThat(printed.toString()).contains("Plan: 3 cells × 2 JDKs × 7 forks take 42 s of 45 s");
  }

  @Test
  void aBudgetThatHoldsNoFiveForksIsRefusedWithTheNumbers() {
    assertThatExceptionOfType(BudgetTooSmall.class)
        .isThrownBy(() -> run(plan(10, 20), StopRule.NEVER))
        .withMessageContaining("3 forks of each of 3 cells on 2 JDKs")
        .withMessageContaining("a verdict takes 5: at least 30 s");
    assertThat(made).hasSize(6);
  }

  @Test
  void noForkBeginsThatWouldEndTooLate() throws Exception {
    Plan plan = plan(5, 31);
    List<Slot> all = Schedule.of(plan.cells(), JDKS, plan.seed());
    forkSeconds = 1.04;
    all.subList(0, 29).forEach(this::make);
    made.clear();
    // 30.16 s are spent, and the last fork would take another.
    assertThat(run(plan, StopRule.NEVER)).isEqualTo(Blocks.Ending.OUT_OF_TIME);
    assertThat(made).isEmpty();
    assertThat(kept).isEmpty();
  }

  /** One that JDK 17 can't measure. */
  private static Plan fibers(int forks, double budgetSeconds) {
    return Plans.of(
        List.of(
            new PlannedCell(CONTROL, forks),
            new PlannedCell(FAST, forks),
            new PlannedCell(SLOW, forks, 21)),
        List.of(CONTROL.benchmark()),
        budgetSeconds);
  }

  @Test
  void whatAJdkIsTooOldForIsNotForkedOnIt() throws Exception {
    assertThat(run(fibers(6, 0), StopRule.NEVER)).isEqualTo(Blocks.Ending.COMPLETE);
    assertThat(made).hasSize(6 * 5).doesNotContain(new Slot(0, new Arm(SLOW, "17")));
    assertThat(printed.toString()).contains("3 cells × 2 JDKs (1 cell on fewer) × 6 forks");
  }

  @Test
  void whatAJdkIsTooOldForKeepsNoRunFromItsEnd() throws Exception {
    StopRule rule =
        block ->
            block < 5
                ? Set.of()
                : Set.of(new Arm(FAST, "17"), new Arm(FAST, "25"), new Arm(SLOW, "25"));
    assertThat(run(fibers(10, 0), rule)).isEqualTo(Blocks.Ending.DECIDED);
    assertThat(made).hasSize(5 * 5);
  }

  @Test
  void aBudgetIsForWhatIsMeasured() throws Exception {
    // Five forks of a second take five seconds a block: seven blocks fit into 39.
    assertThat(run(fibers(10, 39), StopRule.NEVER)).isEqualTo(Blocks.Ending.COMPLETE);
    assertThat(made).hasSize(7 * 5);
    assertThat(kept.get(0).cells()).contains(new PlannedCell(SLOW, 7, 21));
  }

  /** The report names what is in the plan and on no JDK: so a shorter plan has it, too. */
  @Test
  void aRunOnAnOldJdkAloneMeasuresTheRestAndKeepsThePlan() throws Exception {
    List<String> old = List.of("17");
    assertThat(run(fibers(6, 0), old, StopRule.NEVER)).isEqualTo(Blocks.Ending.COMPLETE);
    assertThat(made).hasSize(6 * 2).extracting(Slot::cell).doesNotContain(SLOW);
    assertThat(kept).isEmpty();
  }

  @Test
  void aShorterPlanKeepsWhatNoJdkOfTheRunCanMeasure() throws Exception {
    assertThat(run(fibers(10, 15), List.of("17"), StopRule.NEVER))
        .isEqualTo(Blocks.Ending.COMPLETE);
    assertThat(made).hasSize(7 * 2);
    assertThat(kept.get(0).cells()).contains(new PlannedCell(SLOW, 7, 21));
    assertThat(kept.get(0).blocks()).isEqualTo(7);
  }

  private static Plan limited(int forks, int timed, double limitSeconds) {
    return Plans.limited(
        List.of(
            new PlannedCell(CONTROL, forks),
            new PlannedCell(FAST, forks),
            new PlannedCell(SLOW, timed)),
        List.of(CONTROL.benchmark()),
        limitSeconds);
  }

  @Test
  void aTimeLimitEndsARunOnceEveryCellHasFiveForks() throws Exception {
    // Five blocks of six forks of a second, then four forks a block: two and a half fit into 40 s.
    assertThat(run(limited(25, 5, 40.5), StopRule.NEVER)).isEqualTo(Blocks.Ending.OUT_OF_TIME);
    assertThat(made).hasSize(5 * 6 + 10);
    assertThat(made.stream().filter(slot -> slot.cell().equals(SLOW))).hasSize(2 * 5);
    assertThat(kept).isEmpty();
    assertThat(printed.toString()).doesNotContain("Plan:");
  }

  @Test
  void aTimeLimitRefusesNothingAndCutsNoVerdictOff() throws Exception {
    assertThat(run(limited(25, 5, 3), StopRule.NEVER)).isEqualTo(Blocks.Ending.OUT_OF_TIME);
    assertThat(made).hasSize(5 * 6);
    assertThat(made).extracting(Slot::block).containsOnly(0, 1, 2, 3, 4);
  }

  @Test
  void aRunWithinItsTimeLimitMakesEveryFork() throws Exception {
    Plan plan = limited(8, 5, 1000);
    assertThat(run(plan, StopRule.NEVER)).isEqualTo(Blocks.Ending.COMPLETE);
    assertThat(made).isEqualTo(Schedule.of(plan, JDKS)).hasSize(2 * (8 + 8 + 5));
  }

  @Test
  void aRunThatGoesOnHasWhatItsTimeLimitLeaves() throws Exception {
    Plan plan = limited(25, 5, 40.5);
    interruptedAfter = 33;
    assertThat(run(plan, StopRule.NEVER)).isEqualTo(Blocks.Ending.INTERRUPTED);
    interruptedAfter = Integer.MAX_VALUE;
    assertThat(run(plan, StopRule.NEVER)).isEqualTo(Blocks.Ending.OUT_OF_TIME);
    assertThat(made).isEqualTo(Schedule.of(plan, JDKS).subList(0, 40));
  }

  @Test
  void whatIsDoneLeavesItsTimeToTheOthers() throws Exception {
    StopRule rule =
        block -> block < 5 ? Set.of() : Set.of(new Arm(FAST, "17"), new Arm(SLOW, "17"));
    assertThat(run(limited(25, 25, 50.5), rule)).isEqualTo(Blocks.Ending.OUT_OF_TIME);
    assertThat(made.stream().filter(slot -> slot.arm().equals(new Arm(FAST, "25")))).hasSize(10);
    assertThat(made.stream().filter(slot -> slot.arm().equals(new Arm(FAST, "17")))).hasSize(5);
  }
}
