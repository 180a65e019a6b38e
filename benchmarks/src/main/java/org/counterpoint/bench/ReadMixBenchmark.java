package org.counterpoint.bench;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;

/**
 * How many operations a microsecond all threads together get through when some of them read the
 * count: what is cheap to increment may be dear to read, as {@code LongAdder}, which sums its cells
 * up, and message passing, where a reader waits for the owner's reply.
 */
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class ReadMixBenchmark {

  @Benchmark
  public long operate(CounterState state, ReadMix mix) {
    return mix.next(state.counter);
  }
}
