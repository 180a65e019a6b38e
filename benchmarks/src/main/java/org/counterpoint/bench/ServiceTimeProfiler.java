package org.counterpoint.bench;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.HdrHistogram.Histogram;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.profile.InternalProfiler;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.runner.IterationType;

/**
 * Puts the percentiles of what {@link Stopwatch} recorded into JMH's own JSON, as {@code
 * serviceTime.p50} … {@code serviceTime.max} in ns/op and {@code serviceTime.samples}.
 *
 * <p>One value a fork, over all its measurement iterations: a percentile of the fork can't be had
 * from percentiles of its iterations.
 */
public final class ServiceTimeProfiler implements InternalProfiler {

  private static final SortedMap<Double, String> PERCENTILES =
      new TreeMap<>(Map.of(50.0, "p50", 90.0, "p90", 99.0, "p99", 99.9, "p99.9", 99.99, "p99.99"));

  private final Histogram fork = new Histogram(3);
  private int measured;

  public ServiceTimeProfiler() {
    fork.setAutoResize(true);
  }

  @Override
  public String getDescription() {
    return "Percentiles of service time, where a benchmark records it";
  }

  @Override
  public void beforeIteration(BenchmarkParams benchmark, IterationParams iteration) {
    ServiceTimes.take();
  }

  @Override
  public Collection<PerFork> afterIteration(
      BenchmarkParams benchmark, IterationParams iteration, IterationResult result) {
    if (iteration.getType() != IterationType.MEASUREMENT) {
      return List.of();
    }
    fork.add(ServiceTimes.take());
    measured++;
    return measured == iteration.getCount() && fork.getTotalCount() > 0 ? results() : List.of();
  }

  private List<PerFork> results() {
    List<PerFork> results = new ArrayList<>();
    PERCENTILES.forEach(
        (percentile, name) ->
            results.add(
                new PerFork(
                    "serviceTime." + name, fork.getValueAtPercentile(percentile), "ns/op")));
    results.add(new PerFork("serviceTime.max", fork.getMaxValue(), "ns/op"));
    results.add(new PerFork("serviceTime.samples", fork.getTotalCount(), "samples"));
    return results;
  }
}
