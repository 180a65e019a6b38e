package org.counterpoint.bench;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;

/**
 * Additions to a sum and its count, which change together, and reads of both: composite state,
 * which a counter that is one atomic variable can't keep.
 */
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class TallyBenchmark {

  @Benchmark
  public long operate(TallyState state, ReadMix mix) {
    return mix.next(state);
  }
}
