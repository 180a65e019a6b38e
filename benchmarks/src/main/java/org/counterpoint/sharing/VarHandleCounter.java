package org.counterpoint.sharing;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/** A fetch-and-add on the counter's own field, without the object that AtomicLong puts between. */
final class VarHandleCounter implements SharedCounter {

  private static final VarHandle COUNT = Fields.handle(MethodHandles.lookup(), "count", long.class);

  @SuppressWarnings("UnusedVariable") // Written by the handle.
  private volatile long count;

  @Override
  public void increment() {
    COUNT.getAndAdd(this, 1L);
  }

  @Override
  public long value() {
    return count;
  }
}
