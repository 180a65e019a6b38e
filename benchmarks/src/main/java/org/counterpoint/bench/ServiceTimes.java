package org.counterpoint.bench;

import org.HdrHistogram.Histogram;

/** Where the threads of an iteration leave their service times for the profiler to fetch. */
final class ServiceTimes {

  private static Histogram iteration = empty();

  private ServiceTimes() {}

  /** Adds what one thread recorded in this iteration. */
  static synchronized void add(Histogram histogram) {
    iteration.add(histogram);
  }

  /** All that was added since the last call. */
  static synchronized Histogram take() {
    Histogram taken = iteration;
    iteration = empty();
    return taken;
  }

  private static Histogram empty() {
    Histogram histogram = new Histogram(3);
    histogram.setAutoResize(true);
    return histogram;
  }
}
