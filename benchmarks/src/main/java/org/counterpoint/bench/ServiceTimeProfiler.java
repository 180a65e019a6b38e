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
 * serviceTime.p50} … {@code serviceTime.max} in ns/op and {@code serviceTime.samples}; and what
 * {@link Arrivals} recorded, as {@code responseTime.*}, with the rate at which operations were due
 * as {@code responseTime.offered}.
 *
 * <p>One value a fork, over all its measurement iterations: a percentile of the fork can't be had
 * from percentiles of its iterations.
 */
public final class ServiceTimeProfiler implements InternalProfiler {

  private static final SortedMap<Double, String> PERCENTILES =
      new TreeMap<>(Map.of(50.0, "p50", 90.0, "p90", 99.0, "p99", 99.9, "p99.9", 99.99, "p99.99"));

  /** One for each of the kinds, in their order. */
  private final List<Histogram> fork =
      TimesOfThreads.KINDS.stream().map(times -> TimesOfThreads.empty()).toList();

  private int measured;

  @Override
  public String getDescription() {
    return "Percentiles of service and response time, where a benchmark records them";
  }

  @Override
  public void beforeIteration(BenchmarkParams benchmark, IterationParams iteration) {
    TimesOfThreads.KINDS.forEach(TimesOfThreads::take);
  }

  @Override
  public Collection<PerFork> afterIteration(
      BenchmarkParams benchmark, IterationParams iteration, IterationResult result) {
    if (iteration.getType() != IterationType.MEASUREMENT) {
      return List.of();
    }
    for (int kind = 0; kind < fork.size(); kind++) {
      fork.get(kind).add(TimesOfThreads.KINDS.get(kind).take());
    }
    measured++;
    return measured == iteration.getCount() ? results() : List.of();
  }

  private List<PerFork> results() {
    List<PerFork> results = new ArrayList<>();
    for (int kind = 0; kind < fork.size(); kind++) {
      if (fork.get(kind).getTotalCount() > 0) {
        results.addAll(results(TimesOfThreads.KINDS.get(kind), fork.get(kind)));
      }
    }
    return results;
  }

  private static List<PerFork> results(TimesOfThreads times, Histogram histogram) {
    String prefix = times.prefix() + ".";
    List<PerFork> results = new ArrayList<>();
    PERCENTILES.forEach(
        (percentile, name) ->
            results.add(
                new PerFork(prefix + name, histogram.getValueAtPercentile(percentile), "ns/op")));
    results.add(new PerFork(prefix + "max", histogram.getMaxValue(), "ns/op"));
    results.add(new PerFork(prefix + "samples", histogram.getTotalCount(), "samples"));
    times.offered().ifPresent(rate -> results.add(new PerFork(prefix + "offered", rate, "ops/us")));
    return results;
  }
}
