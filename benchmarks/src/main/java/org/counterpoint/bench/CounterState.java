package org.counterpoint.bench;

import org.counterpoint.sharing.SharedCounter;
import org.counterpoint.sharing.Strategy;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/**
 * One counter of one strategy, shared by all threads of a trial and checked at its end.
 *
 * <p>An interface and a {@code @Param}, not a class a strategy: each fork runs one strategy, so the
 * call is monomorphic, and {@link ControlBenchmark#direct} measures that it costs nothing.
 */
@State(Scope.Benchmark)
public class CounterState {

  /** The strategy under test. */
  @Param public Strategy strategy;

  /** The counter under test. */
  public SharedCounter counter;

  @Setup(Level.Trial)
  public void open() {
    counter = strategy.create();
    LostUpdateCheck.open(counter);
  }

  /** Reads the counter when all threads have finished, so that the check can compare. */
  @TearDown(Level.Trial)
  public void close() {
    LostUpdateCheck.close(counter);
    counter.close();
  }
}
