package org.counterpoint.bench;

import org.counterpoint.sharing.RacyCounter;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** A counter that loses updates, measured as the strategies are: what the check must catch. */
@State(Scope.Benchmark)
public class RacyBenchmark {

  private RacyCounter counter = new RacyCounter();

  @Setup(Level.Trial)
  public void open() {
    counter = new RacyCounter();
    LostUpdateCheck.open(counter);
  }

  @TearDown(Level.Trial)
  public void close() {
    LostUpdateCheck.close(counter);
  }

  @Benchmark
  public void increment() {
    counter.increment();
  }
}
