package org.counterpoint.bench;

import java.util.List;
import java.util.OptionalDouble;
import org.HdrHistogram.Histogram;

/** Where the threads of an iteration leave the times they took for the profiler to fetch. */
final class TimesOfThreads {

  /** From the start of an operation to its end. */
  static final TimesOfThreads SERVICE = new TimesOfThreads("serviceTime");

  /** From the moment at which an operation was due to its end. */
  static final TimesOfThreads RESPONSE = new TimesOfThreads("responseTime");

  /** Both kinds. */
  static final List<TimesOfThreads> KINDS = List.of(SERVICE, RESPONSE);

  private final String prefix;
  private Histogram iteration = empty();
  private OptionalDouble offered = OptionalDouble.empty();

  private TimesOfThreads(String prefix) {
    this.prefix = prefix;
  }

  /** Before the point and the percentile, in the name of a secondary result. */
  String prefix() {
    return prefix;
  }

  /** Adds what one thread recorded in this iteration. */
  synchronized void add(Histogram histogram) {
    iteration.add(histogram);
  }

  /** So many operations are due in a microsecond, at all threads together, in this trial. */
  synchronized void offer(double perMicro) {
    offered = OptionalDouble.of(perMicro);
  }

  /** How many are due; empty where operations begin when those before them have ended. */
  synchronized OptionalDouble offered() {
    return offered;
  }

  /** All that was added since the last call. */
  synchronized Histogram take() {
    Histogram taken = iteration;
    iteration = empty();
    return taken;
  }

  /** One that grows as need be. */
  static Histogram empty() {
    Histogram histogram = new Histogram(3);
    histogram.setAutoResize(true);
    return histogram;
  }
}
