package org.counterpoint.bench;

import java.util.Collection;
import java.util.List;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.profile.InternalProfiler;
import org.openjdk.jmh.results.AggregationPolicy;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.ScalarResult;

/**
 * How often a thousand acquisitions of a {@link CriticalSectionBenchmark} hand the lock to another
 * thread. A lock that its holder keeps taking is fast, and helps nobody who waits. Counting costs
 * time inside the lock: don't take the throughput of the same run.
 */
public final class HandOverProfiler implements InternalProfiler {

  /** JMH makes one in the JVM that measures, before the first trial. */
  public HandOverProfiler() {
    HandOvers.ask();
  }

  @Override
  public String getDescription() {
    return "Hand-overs to another thread in a thousand acquisitions of a lock";
  }

  @Override
  public void beforeIteration(BenchmarkParams benchmark, IterationParams iteration) {}

  @Override
  public Collection<ScalarResult> afterIteration(
      BenchmarkParams benchmark, IterationParams iteration, IterationResult result) {
    HandOvers counted = HandOvers.current();
    return counted == null
        ? List.of()
        : List.of(
            new ScalarResult(
                "handOvers",
                counted.takePerThousand(),
                "per 1000 acquisitions",
                AggregationPolicy.AVG));
  }
}
