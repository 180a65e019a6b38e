package org.counterpoint.bench;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;

/**
 * Increments of many counters, of which each thread takes now one and now another: contention that
 * is not all or nothing. With {@code choice=OWN} no two threads take the same, and what is left is
 * what their places in memory cost.
 */
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class ManyCountersBenchmark {

  @Benchmark
  public void increment(Counters state, Counters.Choices choices) {
    state.at(choices.next()).increment();
  }
}
