package org.counterpoint.bench;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.infra.Control;

/**
 * How long one increment takes under the load of {@link IncrementBenchmark}: percentiles of every
 * {@link Stopwatch#STRIDE}th operation, as {@code serviceTime.*} secondaries.
 *
 * <p>The loop is closed (a thread starts its next increment when the last one returned), so this is
 * service time, not the response time of an arrival that had to wait. The primary score contains
 * the timing itself and is no measure of the strategy.
 */
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class ServiceTimeBenchmark {

  @Benchmark
  public void increment(CounterState state, Stopwatch stopwatch, Control control) {
    stopwatch.increment(state.counter, control);
  }

  /** Times each of them: the maximum is that of all, and the load less, as timing takes time. */
  @Benchmark
  public void each(CounterState state, Stopwatch.OfEach stopwatch, Control control) {
    stopwatch.increment(state.counter, control);
  }
}
