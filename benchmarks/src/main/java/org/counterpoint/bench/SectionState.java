package org.counterpoint.bench;

import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.Blackhole;

/** One counter with a lock, work to be done inside it, and work outside. */
@State(Scope.Benchmark)
public class SectionState extends LockState implements Runnable {

  /** Work inside the critical section, in the tokens of {@link Blackhole#consumeCPU}. */
  @Param("20")
  public int inside;

  /** Think time between two critical sections, in the same tokens. */
  @Param("100")
  public int outside;

  /** What is done inside. */
  public Runnable work;

  // This object itself, not a lambda made after the counter: that would lie beside the count on the
  // heap, and each thread would lose sight of its work whenever another one counts.
  @Setup(Level.Trial)
  public void chooseWork() {
    HandOvers handOvers = HandOvers.open();
    work =
        handOvers == null
            ? this
            : () -> {
              handOvers.turn();
              run();
            };
  }

  /** The work inside. */
  @Override
  public void run() {
    Blackhole.consumeCPU(inside);
  }
}
