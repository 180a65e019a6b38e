package org.counterpoint.analysis.stats;

import java.util.Comparator;
import org.counterpoint.analysis.model.Cell;

/**
 * One cell on one JDK: what a block forks once.
 *
 * @param jdk the JDK's label in the run
 */
public record Arm(Cell cell, String jdk) implements Comparable<Arm> {

  private static final Comparator<Arm> ORDER =
      Comparator.comparing(Arm::jdk).thenComparing(Arm::cell);

  @Override
  public String toString() {
    return cell + " on " + jdk;
  }

  @Override
  public int compareTo(Arm other) {
    return ORDER.compare(this, other);
  }
}
