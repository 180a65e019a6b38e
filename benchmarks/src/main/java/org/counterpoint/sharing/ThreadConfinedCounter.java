package org.counterpoint.sharing;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * A counter a thread, found by a {@link ThreadLocal} and summed on reading: no increment contends
 * with another. Each has one writer, so that a read and a release store are enough.
 *
 * <p>A sum taken while others count is no snapshot. A thread's counter outlives the thread, since
 * its increments must not be lost: memory grows with every thread that ever counted.
 */
final class ThreadConfinedCounter implements SharedCounter {

  private static final VarHandle COUNT = MethodHandles.arrayElementVarHandle(long[].class);

  // The count with 128 bytes on either side: counters of two threads share no pair of cache lines.
  private static final int MIDDLE = 16;

  private final Queue<long[]> all = new ConcurrentLinkedQueue<>();
  private final ThreadLocal<long[]> mine = ThreadLocal.withInitial(this::register);

  private long[] register() {
    long[] counter = new long[2 * MIDDLE + 1];
    all.add(counter);
    return counter;
  }

  @Override
  public void increment() {
    long[] counter = mine.get();
    COUNT.setRelease(counter, MIDDLE, counter[MIDDLE] + 1);
  }

  @Override
  public long value() {
    // Before the reads: of two threads that increment and look, one at least must see the other. An
    // increment's own store doesn't wait until others see it.
    VarHandle.fullFence();
    long sum = 0;
    for (long[] counter : all) {
      sum += (long) COUNT.getAcquire(counter, MIDDLE);
    }
    return sum;
  }
}
