package org.counterpoint.experiment;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.counterpoint.analysis.model.Plan;
import org.counterpoint.analysis.model.PlannedCell;
import org.counterpoint.analysis.stats.Arm;

/** Goes through a plan block by block, until it is done, decided, or out of time. */
final class Blocks {

  /** Why a run came to its end. */
  enum Ending {
    /** Every fork of the plan has been made. */
    COMPLETE,
    /** Every question is decided. */
    DECIDED,
    /** The next fork would not end in time. */
    OUT_OF_TIME,
    INTERRUPTED
  }

  /** What of a run's plan may change while it goes on, and how it is kept. */
  interface Notary {
    /** The run's plan, from here on. */
    void keep(Plan plan) throws IOException;
  }

  /** Whatever makes the forks. */
  interface Forks {
    /** Returns once the slot is settled, or the run is interrupted. */
    void settle(Slot slot) throws IOException;
  }

  private final StopRule stopRule;
  private final Ledger ledger;
  private final Forks forks;
  private final Progress progress;
  private final BooleanSupplier interrupted;
  private final List<String> jdks;
  private final Notary notary;
  private final PrintWriter out;

  private final double spentBefore;
  private final long start = System.nanoTime();

  Blocks(
      StopRule stopRule,
      Ledger ledger,
      Forks forks,
      Progress progress,
      BooleanSupplier interrupted,
      List<String> jdks,
      Notary notary,
      PrintWriter out) {
    this.stopRule = stopRule;
    this.ledger = ledger;
    this.forks = forks;
    this.progress = progress;
    this.interrupted = interrupted;
    this.jdks = jdks;
    this.notary = notary;
    this.out = out;
    spentBefore = ledger.spent();
  }

  /**
   * Makes the forks that are still to be made.
   *
   * @throws BudgetTooSmall if the first block shows that what is left can't be measured in time
   */
  Ending run(Plan wanted) throws IOException, BudgetTooSmall {
    Plan plan = wanted;
    for (int block = 0; block < plan.blocks(); block++) {
      // A run that goes on behind its first block has been fitted already.
      if (block == 1 && ledger.lastBlock() == 0) {
        plan = fitted(plan);
      }
      Set<Arm> decided = stopRule.decidedBefore(block);
      if (contenders(plan).allMatch(decided::contains)) {
        return Ending.DECIDED;
      }
      List<Slot> slots = due(plan, block, decided);
      progress.expect(toDo(plan, block, decided));
      for (Slot slot : slots) {
        if (isTooLate(plan, slot)) {
          return Ending.OUT_OF_TIME;
        }
        forks.settle(slot);
        if (interrupted.getAsBoolean()) {
          return Ending.INTERRUPTED;
        }
      }
    }
    return Ending.COMPLETE;
  }

  private Stream<Arm> contenders(Plan plan) {
    return plan.cells().stream()
        .map(PlannedCell::cell)
        .filter(cell -> !plan.controls().contains(cell.benchmark()))
        .flatMap(cell -> jdks.stream().map(jdk -> new Arm(cell, jdk)));
  }

  /**
   * What the plan has for that block, without the arms whose questions are decided; nothing where
   * controls alone would remain, which have no question of their own.
   */
  private List<Slot> due(Plan plan, int block, Set<Arm> decided) {
    List<Slot> open =
        Schedule.block(plan.cells(), jdks, plan.seed(), block).stream()
            .filter(slot -> !decided.contains(slot.arm()))
            .toList();
    boolean onlyControls =
        open.stream().allMatch(slot -> plan.controls().contains(slot.cell().benchmark()));
    return onlyControls && !decided.isEmpty() ? List.of() : open;
  }

  /** Forks from that block on, if nothing more is decided. */
  private int toDo(Plan plan, int block, Set<Arm> decided) {
    return (int)
        IntStream.range(block, plan.blocks())
            .mapToObj(later -> due(plan, later, decided))
            .flatMap(List::stream)
            .filter(slot -> !ledger.isSettled(slot))
            .count();
  }

  private Plan fitted(Plan plan) throws IOException, BudgetTooSmall {
    Fitting fitting = Fitting.of(plan, ledger.secondsIn(0), spent());
    out.println(fitting.text());
    out.flush();
    List<PlannedCell> cells = fitting.cells();
    if (cells.equals(plan.cells())) {
      return plan;
    }
    Plan shortened = plan.withCells(cells);
    notary.keep(shortened);
    return shortened;
  }

  private double spent() {
    return spentBefore + (System.nanoTime() - start) / 1e9;
  }

  private boolean isTooLate(Plan plan, Slot slot) {
    return plan.budgetSeconds() > 0
        && !ledger.isSettled(slot)
        && spent() + ledger.longest(slot.arm()) > plan.budgetSeconds();
  }
}
