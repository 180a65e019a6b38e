package org.counterpoint.sharing;

import java.util.concurrent.atomic.AtomicInteger;

/** One atomic read-modify-write instruction on an {@code int}: wraps round at 2^32. */
public final class AtomicIntegerCounter implements SharedCounter {

  private final AtomicInteger count = new AtomicInteger();

  @Override
  public void increment() {
    count.getAndIncrement();
  }

  @Override
  public long value() {
    return Integer.toUnsignedLong(count.get());
  }

  @Override
  public int bits() {
    return Integer.SIZE;
  }
}
