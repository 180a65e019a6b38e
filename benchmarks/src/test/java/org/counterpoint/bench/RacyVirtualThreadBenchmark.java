package org.counterpoint.bench;

import org.counterpoint.sharing.SharedCounter;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** A counter that loses updates of virtual threads, measured as the strategies are. */
public class RacyVirtualThreadBenchmark {

  private static final int BATCH = 64;

  @Benchmark
  @OperationsPerInvocation(BATCH)
  public void increment(Racy crowd) throws InterruptedException {
    crowd.takers.await(BATCH);
  }

  /** Who lets others come between its read and its write, however few carriers there are. */
  @State(Scope.Benchmark)
  public static class Racy extends VirtualThreadBenchmark.Crowd implements SharedCounter {

    private volatile long count;

    @Override
    SharedCounter[] create() {
      return new SharedCounter[] {this};
    }

    @Override
    void takeTurn(int thread) {
      increment();
    }

    @Override
    @SuppressWarnings({"ThreadPriorityCheck", "NonAtomicVolatileUpdate"}) // It is to be wrong.
    public void increment() {
      long seen = count;
      Thread.yield();
      count = seen + 1;
    }

    @Override
    public long value() {
      return count;
    }
  }
}
