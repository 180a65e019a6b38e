package org.counterpoint.bench;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;

/**
 * How many increments a microsecond all threads together get through when they do nothing else: the
 * corner of full contention, with nothing inside the lock and no think time outside it.
 */
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class IncrementBenchmark {

  @Benchmark
  public void increment(CounterState state) {
    state.counter.increment();
  }
}
