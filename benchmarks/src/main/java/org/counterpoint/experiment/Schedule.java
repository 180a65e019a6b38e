package org.counterpoint.experiment;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.counterpoint.analysis.model.Cell;
import org.counterpoint.analysis.model.PlannedCell;

/**
 * The order of all forks: blocks, each with one fork of every cell, shuffled.
 *
 * <p>JMH runs all forks of a benchmark in a row. A machine drifts over minutes, and that order lets
 * the drift pass for a difference between benchmarks; a block spreads it over all of them alike.
 */
public final class Schedule {

  private Schedule() {}

  /** The slots of a run. The same cells and seed give the same order, on every JDK. */
  public static List<Slot> of(List<PlannedCell> cells, long seed) {
    int blocks = cells.stream().mapToInt(PlannedCell::forks).max().orElse(0);
    // java.util.Random's algorithm is specified; that of other generators is not.
    Random random = new Random(seed);
    List<Slot> slots = new ArrayList<>();
    for (int block = 0; block < blocks; block++) {
      List<Cell> inBlock = new ArrayList<>();
      for (PlannedCell planned : cells) {
        if (runsIn(block, blocks, planned.forks())) {
          inBlock.add(planned.cell());
        }
      }
      Collections.shuffle(inBlock, random);
      for (Cell cell : inBlock) {
        slots.add(new Slot(slots.size() + 1, block, cell));
      }
    }
    return List.copyOf(slots);
  }

  /** Spreads the forks of a cell that has fewer than there are blocks evenly over them. */
  private static boolean runsIn(int block, int blocks, int forks) {
    return (block + 1) * forks / blocks > block * forks / blocks;
  }
}
