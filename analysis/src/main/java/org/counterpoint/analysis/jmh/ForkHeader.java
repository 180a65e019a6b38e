package org.counterpoint.analysis.jmh;

import java.time.Instant;
import org.counterpoint.analysis.model.Cell;

/**
 * What was forked, and when.
 *
 * @param sequence the fork's number in the run, in the order in which forks ran; names its file
 * @param block which block it belongs to, from 0
 * @param attempt 1, or more for a retry of the same cell in the same block
 * @param jdk the label of its JDK in {@code run.json}
 * @param cell what it was to measure
 * @param seconds of wall time, start of the JVM included
 */
public record ForkHeader(
    int sequence,
    int block,
    int attempt,
    String jdk,
    Cell cell,
    Instant startedAt,
    double seconds) {

  public ForkHeader {
    if (sequence < 0 || block < 0 || attempt < 1) {
      throw new IllegalArgumentException(
          "sequence " + sequence + ", block " + block + ", attempt " + attempt);
    }
    if (!(seconds >= 0 && seconds < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("seconds: " + seconds);
    }
  }
}
