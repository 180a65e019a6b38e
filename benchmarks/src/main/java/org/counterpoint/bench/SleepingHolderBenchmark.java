package org.counterpoint.bench;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/**
 * Turns whose holder sleeps for 1 ms inside the lock. How many there are says little: a thousand a
 * second. What those who wait burn meanwhile is the question, and {@link CpuTimeProfiler} answers
 * it.
 */
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
public class SleepingHolderBenchmark {

  @Benchmark
  public void increment(Sleepy state) {
    state.counter.increment(state);
  }

  /** A counter whose holders sleep. */
  @State(Scope.Benchmark)
  public static class Sleepy extends LockState implements Runnable {

    private static final long NANOS = 1_000_000;

    /** What is done inside. */
    @Override
    public void run() {
      Doze.nanos(NANOS);
    }
  }
}
