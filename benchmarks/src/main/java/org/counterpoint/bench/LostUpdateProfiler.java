package org.counterpoint.bench;

import java.util.Collection;
import java.util.List;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.profile.InternalProfiler;
import org.openjdk.jmh.results.IterationResult;

/**
 * Fails the fork whose counter, at the end of the trial, doesn't equal the increments performed,
 * warm-up included. A trial that was checked and found right says so with {@code lostUpdates} 0.
 */
public final class LostUpdateProfiler implements InternalProfiler {

  @Override
  public String getDescription() {
    return "Checks that the counter equals the increments performed, and fails the fork if not";
  }

  @Override
  public void beforeIteration(BenchmarkParams benchmark, IterationParams iteration) {}

  @Override
  public Collection<PerFork> afterIteration(
      BenchmarkParams benchmark, IterationParams iteration, IterationResult result) {
    return LostUpdateCheck.performed(result.getMetadata().getAllOps())
        ? List.of(new PerFork("lostUpdates", 0, "ops"))
        : List.of();
  }
}
