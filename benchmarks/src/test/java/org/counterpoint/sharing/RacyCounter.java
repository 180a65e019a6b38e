package org.counterpoint.sharing;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/**
 * Loses updates: a read and a write that others may come between. Opaque, so that the compiler
 * can't turn a loop of increments into one addition, which would hide the race.
 */
public final class RacyCounter implements SharedCounter {

  private static final VarHandle COUNT = Fields.handle(MethodHandles.lookup(), "count", long.class);

  @SuppressWarnings("UnusedVariable") // Reached by the handle.
  private long count;

  @Override
  public void increment() {
    long seen = (long) COUNT.getOpaque(this);
    Thread.onSpinWait();
    COUNT.setOpaque(this, seen + 1);
  }

  @Override
  public long value() {
    return (long) COUNT.getOpaque(this);
  }
}
