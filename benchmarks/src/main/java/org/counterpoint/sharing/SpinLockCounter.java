package org.counterpoint.sharing;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/**
 * A plain field under a test-and-test-and-set spin lock (L. Rudolph and Z. Segall, 1984) with
 * bounded exponential backoff: whoever finds it taken looks at longer and longer intervals, and
 * swaps only when it looks free. A holder that has lost its processor would be waited for in vain,
 * so after a few looks in a row the waiter yields its own. Not fair, and it never parks.
 */
final class SpinLockCounter implements SharedCounter {

  private static final VarHandle TAKEN =
      Fields.handle(MethodHandles.lookup(), "taken", boolean.class);
  private static final int LONGEST_PAUSE = 64;

  private volatile boolean taken;
  private long count;

  @Override
  public void increment() {
    lock();
    count++;
    unlock();
  }

  @Override
  public long value() {
    lock();
    long seen = count;
    unlock();
    return seen;
  }

  // To yield is what this lock does instead of parking; it is right without, only slower.
  @SuppressWarnings("ThreadPriorityCheck")
  private void lock() {
    int pause = 1;
    while (taken || !TAKEN.compareAndSet(this, false, true)) {
      if (pause <= LONGEST_PAUSE) {
        for (int i = 0; i < pause; i++) {
          Thread.onSpinWait();
        }
        pause <<= 1;
      } else {
        Thread.yield();
        pause = 1;
      }
    }
  }

  // What the holder wrote is visible to the next one, whose compare-and-set acquires; a full fence
  // is not called for, since nobody parks.
  private void unlock() {
    TAKEN.setRelease(this, false);
  }
}
