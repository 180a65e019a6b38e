package org.counterpoint.sharing;

import java.util.concurrent.atomic.AtomicLong;

/**
 * A read and a compare-and-set, again until nobody came between: lock-free, but what loses the race
 * was in vain, where a fetch-and-add always succeeds.
 */
final class CasLoopCounter implements SharedCounter {

  private final AtomicLong count = new AtomicLong();

  @Override
  public void increment() {
    long seen;
    do {
      seen = count.get();
    } while (!count.weakCompareAndSetVolatile(seen, seen + 1));
  }

  @Override
  public long value() {
    return count.get();
  }
}
