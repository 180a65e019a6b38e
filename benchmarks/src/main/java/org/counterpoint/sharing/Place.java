package org.counterpoint.sharing;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/** A thread's place in the queue of a {@link MutexLock}, and how its wait ends. */
final class Place extends Waiter {

  private static final VarHandle SETTLED =
      Fields.handle(MethodHandles.lookup(), "settled", boolean.class);

  private final long queuedAt = System.nanoTime();
  private volatile boolean settled;
  private volatile boolean head;
  private long headSince;
  private long signalledAt = queuedAt;

  Place(Thread thread) {
    super(thread);
  }

  /**
   * Decides how the wait ends: by a holder, that it hands the lock to this place; by the waiter,
   * that it goes without it.
   *
   * @return whether nobody has decided otherwise
   */
  boolean settle() {
    return !settled && SETTLED.compareAndSet(this, false, true);
  }

  /** By the waiter or by a holder: this place is the first of the queue. */
  void becomesHead(long now) {
    if (!head) {
      headSince = now;
      head = true;
    }
  }

  /** By anybody: whether it has been the first of the queue for longer. */
  boolean isHeadFor(long nanos, long now) {
    return head && now - headSince > nanos;
  }

  /** By the waiter: whether it has been in the queue for longer. */
  boolean isQueuedFor(long nanos, long now) {
    return now - queuedAt > nanos;
  }

  /** By the waiter: it has just changed what it wants of others. */
  void signals() {
    signalledAt = System.nanoTime();
  }

  /** By the waiter: whether it has queued, or changed what it wants, within so long. */
  boolean signalledWithin(long nanos) {
    return System.nanoTime() - signalledAt < nanos;
  }
}
