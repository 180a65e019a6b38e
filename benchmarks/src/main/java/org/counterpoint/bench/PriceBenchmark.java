package org.counterpoint.bench;

import java.util.concurrent.TimeUnit;
import org.counterpoint.sharing.Guarantee;
import org.counterpoint.sharing.SharedCounter;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/**
 * What each guarantee costs one thread that has nobody beside it. Each thread has a counter of its
 * own, since the first two are for one thread alone; so there is one thread.
 */
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class PriceBenchmark {

  @Benchmark
  public void increment(Bought bought) {
    bought.counter.increment();
  }

  /** One thread's counter. */
  @State(Scope.Thread)
  public static class Bought {

    /** What it guarantees. */
    @Param public Guarantee guarantee;

    /** The counter under test. */
    public SharedCounter counter;

    @Setup(Level.Trial)
    public void open() {
      counter = guarantee.create();
      LostUpdateCheck.open(counter);
    }

    @TearDown(Level.Trial)
    public void close() {
      LostUpdateCheck.close(counter);
      counter.close();
    }
  }
}
