package org.counterpoint.bench;

import org.HdrHistogram.Histogram;
import org.openjdk.jmh.infra.Control;

/** The times that one thread takes in an iteration. */
final class ThreadTimes {

  /** A minute; what takes longer is recorded as that. */
  private static final long LONGEST_NANOS = 60_000_000_000L;

  private final TimesOfThreads kind;
  private final Histogram histogram = new Histogram(LONGEST_NANOS, 3);

  ThreadTimes(TimesOfThreads kind) {
    this.kind = kind;
  }

  void reset() {
    histogram.reset();
  }

  /**
   * Records it while all threads are at work: before all have started and after the first has
   * stopped, the load is not the one that the benchmark speaks of.
   */
  void record(long nanos, Control control) {
    if (control.startMeasurement && !control.stopMeasurement) {
      histogram.recordValue(Math.min(nanos, LONGEST_NANOS));
    }
  }

  /** Leaves them where the profiler fetches those of all threads. */
  void publish() {
    kind.add(histogram);
  }
}
