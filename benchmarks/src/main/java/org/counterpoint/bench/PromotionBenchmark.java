package org.counterpoint.bench;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * Increments of a counter that is young, and of one that a full collection has moved to the old
 * generation, where a reference store must mark a card.
 */
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class PromotionBenchmark {

  @Benchmark
  public void increment(Aged state) {
    state.counter.increment();
  }

  /** A counter of either age. */
  @State(Scope.Benchmark)
  public static class Aged extends LockState {

    /** Whether the counter is old. */
    @Param({"false", "true"})
    public boolean promoted;

    /** Serial, Parallel and G1 move all that lives to the old generation. */
    @Setup(Level.Trial)
    public void age() {
      if (promoted) {
        System.gc();
      }
    }
  }
}
