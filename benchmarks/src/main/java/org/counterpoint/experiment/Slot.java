package org.counterpoint.experiment;

import org.counterpoint.analysis.model.Cell;
import org.counterpoint.analysis.stats.Arm;

/**
 * One fork's place in a run.
 *
 * @param block from 0
 * @param arm what is forked, on which JDK
 */
public record Slot(int block, Arm arm) {

  Cell cell() {
    return arm.cell();
  }

  /** The label of its JDK. */
  String jdk() {
    return arm.jdk();
  }
}
