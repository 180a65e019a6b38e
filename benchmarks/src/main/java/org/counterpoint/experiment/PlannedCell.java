package org.counterpoint.experiment;

import org.counterpoint.analysis.model.Cell;

/**
 * A cell and how often it is to be forked.
 *
 * @param forks at most one a block
 */
public record PlannedCell(Cell cell, int forks) {

  public PlannedCell {
    if (forks < 1) {
      throw new IllegalArgumentException("forks: " + forks);
    }
  }
}
