package org.counterpoint.analysis.model;

import java.util.Optional;

/**
 * One fork's values of one metric.
 *
 * @param block which block of the run it ran in, from 0; for a file without blocks, its position
 * @param iterations one value an iteration (in sample mode, the iteration's mean)
 * @param histogram in sample mode, all of the fork's observations
 */
public record Fork(int block, Values iterations, Optional<Histogram> histogram) {

  public Fork {
    if (iterations.isEmpty()) {
      throw new IllegalArgumentException("a fork without an iteration");
    }
  }

  /** The fork's value: the mean of its iterations, or of all its observations in sample mode. */
  public double mean() {
    return histogram.map(Histogram::mean).orElseGet(iterations::mean);
  }

  /** The middle one of its iterations, or of all its observations in sample mode. */
  public double median() {
    return histogram.map(all -> all.quantile(0.5)).orElseGet(iterations::median);
  }
}
