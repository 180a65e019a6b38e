package org.counterpoint.bench;

import org.counterpoint.sharing.CriticalSection;
import org.counterpoint.sharing.SharedCounter;
import org.counterpoint.sharing.Strategy;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** One counter with a lock, shared by all threads of a trial and checked at its end. */
@State(Scope.Benchmark)
public class LockState {

  /** The strategy under test; one that has a lock. */
  @Param({"SYNCHRONIZED", "REENTRANT_LOCK", "MUTEX", "MUTEX_STRICT"})
  public Strategy strategy;

  /** The counter under test. */
  public CriticalSection counter;

  @Setup(Level.Trial)
  public void open() {
    beforeCreation();
    SharedCounter created = strategy.create();
    if (!(created instanceof CriticalSection section)) {
      created.close();
      throw new IllegalArgumentException(strategy + " has no lock to hold");
    }
    counter = section;
    LostUpdateCheck.open(counter);
  }

  /** Reads the counter when all threads have finished, so that the check can compare. */
  @TearDown(Level.Trial)
  public void close() {
    LostUpdateCheck.close(counter);
    counter.close();
  }

  /** What a benchmark does before the counter is created. */
  void beforeCreation() {}
}
