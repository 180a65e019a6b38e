package org.counterpoint.experiment;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.counterpoint.analysis.model.PlannedCell;
import org.counterpoint.analysis.stats.Arm;

/**
 * The order of all forks: blocks, each with one fork of every cell on every JDK, shuffled.
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
   * The slots of one block. The same cells, JDKs and seed give the same order, whatever JDK this is
   * and whichever blocks were asked for before: a run that goes on after a crash needs that.
   *
   * @param jdks their labels
   * @param block from 0; the first holds every cell
   */
  public static List<Slot> block(List<PlannedCell> cells, List<String> jdks, long seed, int block) {
    int blocks = blocks(cells);
    List<Slot> slots = new ArrayList<>();
    for (PlannedCell planned : cells) {
      for (String jdk : jdks) {
        if (runsIn(block, blocks, planned.forks())) {
          slots.add(new Slot(block, new Arm(planned.cell(), jdk)));
        }
      }
    }
    // java.util.Random's algorithm is specified; that of other generators is not.
    Collections.shuffle(slots, new Random(seed + block * SEED_STEP));
    return List.copyOf(slots);
  }

  /** The slots of all blocks. */
  public static List<Slot> of(List<PlannedCell> cells, List<String> jdks, long seed) {
    List<Slot> slots = new ArrayList<>();
    for (int block = 0; block < blocks(cells); block++) {
      slots.addAll(block(cells, jdks, seed, block));
    }
    return List.copyOf(slots);
  }

  /**
   * Spreads the forks of a cell that has fewer than there are blocks evenly over them, from the
   * first block on: that is the one from which a budget learns how long everything takes.
   */
  private static boolean runsIn(int block, int blocks, int forks) {
    return roundedUp(block + 1, forks, blocks) > roundedUp(block, forks, blocks);
  }

  private static long roundedUp(int block, int forks, int blocks) {
    return ((long) block * forks + blocks - 1) / blocks;
  }
}
