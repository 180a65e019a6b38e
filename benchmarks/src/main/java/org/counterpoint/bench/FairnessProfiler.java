package org.counterpoint.bench;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.profile.InternalProfiler;
import org.openjdk.jmh.results.AggregationPolicy;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.ScalarResult;

/**
 * How evenly the threads were served in each iteration: Jain's index {@code (Σx)² / (n Σx²)}, 1
 * when all got the same, 1/n when one got everything; and the slowest thread's part of an even
 * share.
 *
 * <p>R. Jain, D. Chiu, W. Hawe, "A Quantitative Measure of Fairness and Discrimination for Resource
 * Allocation in Shared Computer Systems", DEC TR-301 (1984). JMH has each thread's rate until it
 * sums them up, so the measured loop pays nothing for it; it has them in no order that would allow
 * to add up a thread's rates over several iterations.
 */
public final class FairnessProfiler implements InternalProfiler {

  @Override
  public String getDescription() {
    return "Jain's index over the threads, and the slowest thread's share";
  }

  @Override
  public void beforeIteration(BenchmarkParams benchmark, IterationParams iteration) {}

  @Override
  public Collection<ScalarResult> afterIteration(
      BenchmarkParams benchmark, IterationParams iteration, IterationResult result) {
    List<Double> rates = new ArrayList<>();
    for (Result<?> rate : result.getRawPrimaryResults()) {
      rates.add(rate.getScore());
    }
    if (rates.size() < 2) {
      return List.of();
    }
    return List.of(
        new ScalarResult("fairness.jain", jain(rates), "ratio", AggregationPolicy.AVG),
        new ScalarResult("fairness.slowest", slowest(rates), "ratio", AggregationPolicy.AVG));
  }

  /** Jain's index of these amounts; 1 when all are zero. */
  static double jain(List<Double> amounts) {
    double sum = amounts.stream().mapToDouble(x -> x).sum();
    double squares = amounts.stream().mapToDouble(x -> x * x).sum();
    return squares == 0 ? 1 : sum * sum / (amounts.size() * squares);
  }

  /** The least of these amounts over their mean; 1 when all are zero. */
  static double slowest(List<Double> amounts) {
    double mean = amounts.stream().mapToDouble(x -> x).average().orElse(0);
    return mean == 0 ? 1 : amounts.stream().mapToDouble(x -> x).min().orElse(0) / mean;
  }
}
