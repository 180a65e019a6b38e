package org.counterpoint.analysis.model;

/**
 * A fork that left no measurement.
 *
 * @param jdk the label of the JDK it ran on
 * @param kind a word for it, such as {@link #LOST_UPDATE} or {@code crash}
 * @param message one line: what happened
 */
public record Failure(Cell cell, String jdk, int block, String kind, String message) {

  /** The counter did not hold what was added to it: the strategy is broken, not slow. */
  public static final String LOST_UPDATE = "lost update";

  public boolean isLostUpdate() {
    return kind.equals(LOST_UPDATE);
  }
}
