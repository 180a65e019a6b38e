package org.counterpoint.bench;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.Blackhole;

/**
 * {@link CriticalSectionBenchmark}, with the counter at each place that the JVM may give it within
 * a cache line. Nobody chooses that place, so a lock for which it matters gives its users one speed
 * or the other by chance.
 */
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class PlacementBenchmark {

  @Benchmark
  public void increment(Placed state) {
    state.counter.increment(state.work);
    Blackhole.consumeCPU(state.outside);
  }

  /** A counter so many bytes further on. */
  @State(Scope.Benchmark)
  public static class Placed extends SectionState {

    /** In bytes, one place being that much further on than another; a cache line has 64. */
    @Param({"0", "8", "16", "24", "32", "40", "48", "56"})
    public int offset;

    private byte[] before = {};

    @Override
    void beforeCreation() {
      // Loads all classes, which allocates: what is allocated from here on lies side by side.
      strategy.create().close();
      before = new byte[64 + offset];
    }

    /** The work inside; reads what lies before the counter, so that it stays there. */
    @Override
    public void run() {
      Blackhole.consumeCPU(inside + before[0]);
    }
  }
}
