package org.counterpoint.analysis.jmh;

import java.time.Instant;
import org.counterpoint.analysis.model.Cell;
import org.counterpoint.analysis.model.Noise;

/**
 * What was forked, and when.
 *
 * @param sequence the fork's number in the run, in the order in which forks ran; names its file
 * @param block which block it belongs to, from 0
 * @param attempt 1, or more for a retry of the same cell in the same block
 * @param jdk the label of its JDK in {@code run.json}
 * @param cell what it was to measure
 * @param seconds of wall time, start of the JVM included
 * @param noise what went on beside it
 */
public record ForkHeader(
    int sequence,
    int block,
    int attempt,
    String jdk,
    Cell cell,
    Instant startedAt,
    double seconds,
    Noise noise) {

  public ForkHeader {
    if (sequence < 0 || block < 0 || attempt < 1) {
      throw new IllegalArgumentException(
          "sequence " + sequence + ", block " + block + ", attempt " + attempt);
    }
    if (!(seconds >= 0 && seconds < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("seconds: " + seconds);
    }
  }

  /** A fork that nobody watched. */
  public ForkHeader(
      int sequence,
      int block,
      int attempt,
      String jdk,
      Cell cell,
      Instant startedAt,
      double seconds) {
    this(sequence, block, attempt, jdk, cell, startedAt, seconds, Noise.UNKNOWN);
  }
}
