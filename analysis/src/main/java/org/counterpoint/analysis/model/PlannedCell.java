package org.counterpoint.analysis.model;

/**
 * A cell and how often it is to be forked on each JDK.
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
