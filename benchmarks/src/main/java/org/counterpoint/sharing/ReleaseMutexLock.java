package org.counterpoint.sharing;

import java.lang.invoke.VarHandle;

/**
 * The release protocol: the state is freed by a release store, without a second locked instruction.
 *
 * <p><b>What it costs.</b> A release store orders nothing behind it, so the unlock's look at the
 * signal may come before its store is seen. A waiter that raises the signal in between, and still
 * finds the lock held, is overlooked: the lock is free, and nobody wakes the head until the next
 * unlock. A contender that gives up may be overlooked in the same way.
 *
 * <p><b>What bounds it.</b> Only a signal that was raised between the look and the store can be
 * overlooked, not one that has stood for a while. The two instructions follow each other, in that
 * order, in what HotSpot compiles; a processor drains its stores within microseconds, and a switch
 * of threads drains them too. So a waiter doesn't sleep for longer than {@link
 * #RESCUED_AFTER_NANOS} at a time until that long after it has queued, raised a signal, or ceased
 * to be the contender: the look that follows such a sleep sees the store. {@link #rescues()} counts
 * how often there was something to see.
 *
 * <p>What a holder did still happens-before the next lock: a release store is enough for that.
 */
final class ReleaseMutexLock extends MutexLock {

  private static final long serialVersionUID = 1;

  ReleaseMutexLock() {}

  /** As {@link MutexLock#MutexLock(long, long)}. */
  ReleaseMutexLock(long spinNanos, long patienceNanos) {
    super(spinNanos, patienceNanos);
  }

  @Override
  void release() {
    STATE.setRelease(this, 0L);
    // Costs nothing on x86. It keeps HotSpot's compilers from moving the look at the signal before
    // the store, where a holder could lose its processor between the two, for as long as it likes.
    VarHandle.releaseFence();
  }

  @Override
  boolean mayOverlook() {
    return true;
  }
}
