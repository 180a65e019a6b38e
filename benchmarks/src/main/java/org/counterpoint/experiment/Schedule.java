package org.counterpoint.experiment;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.counterpoint.analysis.model.Cell;
import org.counterpoint.analysis.model.PlannedCell;

/**
 * The order of all forks: blocks, each with one fork of every cell on every JDK, shuffled.
 *
 * <p>JMH runs all forks of a benchmark in a row. A machine drifts over minutes, and that order lets
 * the drift pass for a difference between benchmarks, and between JDKs that are measured one after
 * the other; a block spreads it over all of them alike.
 */
public final class Schedule {

  private record Fork(String jdk, Cell cell) {}

  private Schedule() {}

  /**
   * The slots of a run. The same cells, JDKs and seed give the same order, whatever JDK this is.
   *
   * @param jdks their labels
   */
  public static List<Slot> of(List<PlannedCell> cells, List<String> jdks, long seed) {
    int blocks = cells.stream().mapToInt(PlannedCell::forks).max().orElse(0);
    // java.util.Random's algorithm is specified; that of other generators is not.
    Random random = new Random(seed);
    List<Slot> slots = new ArrayList<>();
    for (int block = 0; block < blocks; block++) {
      List<Fork> inBlock = new ArrayList<>();
      for (PlannedCell planned : cells) {
        if (runsIn(block, blocks, planned.forks())) {
          jdks.forEach(jdk -> inBlock.add(new Fork(jdk, planned.cell())));
        }
      }
      Collections.shuffle(inBlock, random);
      for (Fork fork : inBlock) {
        slots.add(new Slot(slots.size() + 1, block, fork.jdk(), fork.cell()));
      }
    }
    return List.copyOf(slots);
  }

  /** Spreads the forks of a cell that has fewer than there are blocks evenly over them. */
  private static boolean runsIn(int block, int blocks, int forks) {
    return (block + 1) * forks / blocks > block * forks / blocks;
  }
}
