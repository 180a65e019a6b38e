package org.counterpoint.experiment;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.counterpoint.analysis.model.Plan;
import org.counterpoint.analysis.model.PlannedCell;
import org.counterpoint.analysis.stats.Arm;
import org.counterpoint.analysis.stats.Ranking;

/** Goes through a plan block by block, until there is nothing left to do, or no time to do it. */
final class Blocks {

  /** Why a run came to its end. */
  enum Ending {
    /** Every fork of the plan has been made. */
    COMPLETE,
    /** Every question is decided, and every interval as narrow as the plan asks for. */
    DECIDED,
    /** The next fork would not end within the budget, or the time limit. */
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

  private final LongSupplier nanoTime;

  private final double spentBefore;
  private final long start;

  /**
   * What it works with.
   *
   * @param nanoTime as {@link System#nanoTime()} counts it
   */
  Blocks(
      StopRule stopRule,
      Ledger ledger,
      Forks forks,
      Progress progress,
      BooleanSupplier interrupted,
      List<String> jdks,
      Notary notary,
      PrintWriter out,
      LongSupplier nanoTime) {
    this.stopRule = stopRule;
    this.ledger = ledger;
    this.forks = forks;
    this.progress = progress;
    this.interrupted = interrupted;
    this.jdks = jdks;
    this.notary = notary;
    this.out = out;
    this.nanoTime = nanoTime;
    spentBefore = ledger.spent();
    start = nanoTime.getAsLong();
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
      Set<Arm> done = stopRule.doneBefore(block);
      if (contenders(plan).allMatch(done::contains)) {
        return Ending.DECIDED;
      }
      List<Slot> slots = due(plan, block, done);
      progress.expect(
          toDo(plan, block, plan.blocks(), done), toDo(plan, block, Ranking.MIN_FORKS, done));
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
        .filter(planned -> !plan.isControl(planned.cell()))
        .flatMap(
            planned ->
                jdks.stream().filter(planned::isOn).map(jdk -> new Arm(planned.cell(), jdk)));
  }

  /**
   * What the plan has for that block, without the arms that are done; nothing where controls alone
   * would remain, which have no question of their own.
   */
  private List<Slot> due(Plan plan, int block, Set<Arm> done) {
    List<Slot> open =
        Schedule.block(plan, jdks, block).stream()
            .filter(slot -> !done.contains(slot.arm()))
            .toList();
    boolean onlyControls =
        open.stream().allMatch(slot -> plan.controls().contains(slot.cell().benchmark()));
    return onlyControls && !done.isEmpty() ? List.of() : open;
  }

  /** Forks from that block on and before the other, if nothing more is done with. */
  private int toDo(Plan plan, int block, int end, Set<Arm> done) {
    return (int)
        IntStream.range(block, Math.min(end, plan.blocks()))
            .mapToObj(later -> due(plan, later, done))
            .flatMap(List::stream)
            .filter(slot -> !ledger.isSettled(slot))
            .count();
  }

  private Plan fitted(Plan plan) throws IOException, BudgetTooSmall {
    Fitting fitting = Fitting.of(plan, jdks, ledger.secondsIn(0), spent());
    // Where there is a time limit, it would count in what there will be no time for.
    if (plan.limitSeconds() == 0) {
      out.println(fitting.text());
    }
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
    return spentBefore + (nanoTime.getAsLong() - start) / 1e9;
  }

  private boolean isTooLate(Plan plan, Slot slot) {
    if (ledger.isSettled(slot)) {
      return false;
    }
    double end = spent() + ledger.longest(slot.arm());
    return isBeyond(end, plan.budgetSeconds())
        // The first blocks, in which the schedule gives every cell what a verdict takes, are made
        // however long that is: unlike a budget, the limit of a suite refuses no machine.
        || (slot.block() >= Ranking.MIN_FORKS && isBeyond(end, plan.limitSeconds()));
  }

  private static boolean isBeyond(double end, double bound) {
    return bound > 0 && end > bound;
  }
}
