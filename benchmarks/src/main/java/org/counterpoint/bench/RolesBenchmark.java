package org.counterpoint.bench;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Group;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;

/**
 * Threads that only increment beside threads that only read, each as fast as it can: the score is
 * the sum of both, which is of little use; the rates of {@code increment} and {@code read}, each of
 * all threads of its role together, are its secondary results.
 *
 * <p>How many threads are writers is up to JMH's setting {@code -tg}, writers first. The param
 * {@code writers} only puts it on record, and must agree.
 */
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class RolesBenchmark {

  private static final String GROUP = "roles";

  @Benchmark
  @Group(GROUP)
  public void increment(CounterState state, Roles roles) {
    state.counter.increment();
  }

  @Benchmark
  @Group(GROUP)
  public long read(CounterState state, Roles.Reader reader) {
    return reader.read(state.counter);
  }
}
