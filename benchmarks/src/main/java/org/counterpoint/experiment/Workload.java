package org.counterpoint.experiment;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.counterpoint.bench.CriticalSectionBenchmark;
import org.counterpoint.bench.IncrementBenchmark;
import org.counterpoint.bench.ServiceTimeBenchmark;

/**
 * What the threads of a cell do.
 *
 * @param benchmark JMH's full name of the method
 * @param params JMH's params, but for the strategy
 * @param forks of every cell
 * @param needsLock whether only a strategy that has a lock can do it
 */
public record Workload(
    String benchmark, SortedMap<String, String> params, int forks, boolean needsLock) {

  public Workload {
    params = Collections.unmodifiableSortedMap(new TreeMap<>(params));
    if (forks < 1) {
      throw new IllegalArgumentException("forks: " + forks);
    }
  }

  /** They increment, and nothing else: how many a second. */
  static Workload increment(int forks) {
    return new Workload(method(IncrementBenchmark.class), new TreeMap<>(), forks, false);
  }

  /** They increment, and nothing else: how long each takes. */
  static Workload serviceTime(int forks) {
    return new Workload(method(ServiceTimeBenchmark.class), new TreeMap<>(), forks, false);
  }

  /** They increment, with work inside the lock and think time outside, in JMH's tokens. */
  static Workload section(int inside, int outside, int forks) {
    return new Workload(
        method(CriticalSectionBenchmark.class),
        new TreeMap<>(Map.of("inside", String.valueOf(inside), "outside", String.valueOf(outside))),
        forks,
        true);
  }

  /** Whether the threads do the same, however often it is measured. */
  boolean isLike(Workload other) {
    return benchmark.equals(other.benchmark) && params.equals(other.params);
  }

  private static String method(Class<?> type) {
    return type.getName() + ".increment";
  }
}
