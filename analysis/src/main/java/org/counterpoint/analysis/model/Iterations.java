package org.counterpoint.analysis.model;

/**
 * What happens inside a fork.
 *
 * @param warmups iterations that are thrown away
 * @param warmupMillis of each
 * @param measurements iterations that count
 * @param measurementMillis of each
 */
public record Iterations(int warmups, int warmupMillis, int measurements, int measurementMillis) {

  public Iterations {
    if (warmups < 0 || warmupMillis < 0 || measurements < 1 || measurementMillis < 0) {
      throw new IllegalArgumentException(
          warmups
              + " × "
              + warmupMillis
              + " ms, "
              + measurements
              + " × "
              + measurementMillis
              + " ms");
    }
  }

  /** The time a fork spends inside iterations. */
  public long totalMillis() {
    return (long) warmups * warmupMillis + (long) measurements * measurementMillis;
  }
}
