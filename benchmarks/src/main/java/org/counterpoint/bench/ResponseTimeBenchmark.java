package org.counterpoint.bench;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.infra.Control;

/**
 * How long an increment takes from the moment at which it was due, where increments are due at a
 * rate of their own, whatever the counter can do: percentiles of all of them, as {@code
 * responseTime.*} secondaries.
 *
 * <p>The score is the rate that was achieved. Where that is below the offered one, the queue grew
 * until the iteration ended, and the response times say how long that was, no more.
 */
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class ResponseTimeBenchmark {

  @Benchmark
  public void increment(CounterState state, Arrivals arrivals, Control control) {
    arrivals.increment(state.counter, control);
  }
}
