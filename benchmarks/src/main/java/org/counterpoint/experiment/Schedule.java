package org.counterpoint.experiment;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.counterpoint.analysis.model.Plan;
import org.counterpoint.analysis.model.PlannedCell;
import org.counterpoint.analysis.stats.Arm;
import org.counterpoint.analysis.stats.Ranking;

/**
 * The order of all forks: blocks, each with one fork of every cell on every JDK that can measure
 * it, shuffled.
 *
 * <p>JMH runs all forks of a benchmark in a row. A machine drifts over minutes, and that order lets
 * the drift pass for a difference between benchmarks, and between JDKs that are measured one after
 * the other; a block spreads it over all of them alike.
 */
public final class Schedule {

  /** 2^64 over the golden ratio: seeds that differ by multiples of it have nothing in common. */
  private static final long SEED_STEP = 0x9E3779B97F4A7C15L;

  private Schedule() {}

  /** How many blocks there are. */
  public static int blocks(List<PlannedCell> cells) {
    return cells.stream().mapToInt(PlannedCell::forks).max().orElse(0);
  }

  /**
   * The slots of one block. The same plan and JDKs give the same order, whatever JDK this is and
   * whichever blocks were asked for before: a run that goes on after a crash needs that.
   *
   * <p>The forks of a cell that has fewer than there are blocks are spread evenly over them. Where
   * a time limit may end the run in any block, that would leave such a cell with too few for a
   * verdict, so there its first {@link Ranking#MIN_FORKS} are in the first blocks.
   *
   * @param jdks their labels
   * @param block from 0; the first holds every cell
   */
  public static List<Slot> block(Plan plan, List<String> jdks, int block) {
    int early = plan.limitSeconds() > 0 ? Ranking.MIN_FORKS : 0;
    return block(plan.cells(), jdks, plan.seed(), block, early);
  }

  /** The slots of one block where nothing but their end ends them. */
  static List<Slot> block(List<PlannedCell> cells, List<String> jdks, long seed, int block) {
    return block(cells, jdks, seed, block, /* early= */ 0);
  }

  private static List<Slot> block(
      List<PlannedCell> cells, List<String> jdks, long seed, int block, int early) {
    int blocks = blocks(cells);
    List<Slot> slots = new ArrayList<>();
    for (PlannedCell planned : cells) {
      for (String jdk : jdks) {
        if (planned.isOn(jdk) && runsIn(block, blocks, planned.forks(), early)) {
          slots.add(new Slot(block, new Arm(planned.cell(), jdk)));
        }
      }
    }
    // java.util.Random's algorithm is specified; that of other generators is not.
    Collections.shuffle(slots, new Random(seed + block * SEED_STEP));
    return List.copyOf(slots);
  }

  /** The slots of all blocks. */
  public static List<Slot> of(Plan plan, List<String> jdks) {
    return IntStream.range(0, plan.blocks())
        .mapToObj(block -> block(plan, jdks, block))
        .flatMap(List::stream)
        .toList();
  }

  /** The slots of all blocks where nothing but their end ends them. */
  static List<Slot> of(List<PlannedCell> cells, List<String> jdks, long seed) {
    return IntStream.range(0, blocks(cells))
        .mapToObj(block -> block(cells, jdks, seed, block))
        .flatMap(List::stream)
        .toList();
  }

  private static boolean runsIn(int block, int blocks, int forks, int early) {
    if (block < early) {
      return block < forks;
    }
    return isSpreadTo(block - early, blocks - early, forks - early);
  }

  /**
   * Spreads the forks of a cell that has fewer than there are blocks evenly over them, from the
   * first block on: that is the one from which a budget learns how long everything takes.
   */
  private static boolean isSpreadTo(int block, int blocks, int forks) {
    return forks > 0 && roundedUp(block + 1, forks, blocks) > roundedUp(block, forks, blocks);
  }

  private static long roundedUp(int block, int forks, int blocks) {
    return ((long) block * forks + blocks - 1) / blocks;
  }
}
