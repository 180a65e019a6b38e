package org.counterpoint.bench;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.infra.Blackhole;

/**
 * Increments with work inside the lock and think time outside it, which is where locks are used:
 * how many a microsecond all threads together get through.
 */
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class CriticalSectionBenchmark {

  @Benchmark
  public void increment(SectionState state) {
    state.counter.increment(state.work);
    Blackhole.consumeCPU(state.outside);
  }
}
