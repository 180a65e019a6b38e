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
import org.openjdk.jmh.infra.Blackhole;

/** One counter with a lock, work to be done inside it, and work outside. */
@State(Scope.Benchmark)
public class SectionState {

  /** The strategy under test; one that has a lock. */
  @Param({"SYNCHRONIZED", "REENTRANT_LOCK", "MUTEX", "MUTEX_STRICT"})
  public Strategy strategy;

  /** Work inside the critical section, in the tokens of {@link Blackhole#consumeCPU}. */
  @Param("20")
  public int inside;

  /** Think time between two critical sections, in the same tokens. */
  @Param("100")
  public int outside;

  /** The counter under test. */
  public CriticalSection counter;

  /** What is done inside. */
  public Runnable work;

  @Setup(Level.Trial)
  public void open() {
    SharedCounter created = strategy.create();
    if (!(created instanceof CriticalSection section)) {
      throw new IllegalArgumentException(strategy + " has no lock to hold");
    }
    counter = section;
    int tokens = inside;
    HandOvers handOvers = HandOvers.open();
    work =
        handOvers == null
            ? () -> Blackhole.consumeCPU(tokens)
            : () -> {
              handOvers.turn();
              Blackhole.consumeCPU(tokens);
            };
    LostUpdateCheck.open(counter);
  }

  @TearDown(Level.Trial)
  public void close() {
    LostUpdateCheck.close(counter);
    counter.close();
  }
}
