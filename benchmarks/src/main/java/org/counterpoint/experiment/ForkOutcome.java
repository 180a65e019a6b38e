package org.counterpoint.experiment;

/** What came of a fork. */
public sealed interface ForkOutcome {

  /**
   * It measured.
   *
   * @param jmhJson JMH's own JSON of it: an array of one
   */
  record Measured(String jmhJson) implements ForkOutcome {}

  /**
   * It did not.
   *
   * @param kind a word, such as {@code lost update}, {@code crash}, {@code time-out}
   * @param message one line
   * @param output what the fork printed, its end at least
   */
  record Failed(String kind, String message, String output) implements ForkOutcome {}
}
