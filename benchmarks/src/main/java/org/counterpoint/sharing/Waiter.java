package org.counterpoint.sharing;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.concurrent.locks.LockSupport;

/**
 * One thread that waits, platform or virtual, and whether it must be woken.
 *
 * <p>The order that loses no wake-up: the waiter {@linkplain #announce() announces} that it is
 * about to park, looks once more at what it waits for, and only then parks; the other side changes
 * that, and only then calls {@link #wake()}. All four are volatile, so they have one order that
 * everybody agrees on (Dekker's argument): either the announcement precedes the call, which then
 * unparks, or it follows it, and then so does the look, which sees the change.
 */
final class Waiter {

  private static final VarHandle PARKED =
      Fields.handle(MethodHandles.lookup(), "parked", boolean.class);

  private final Thread thread;
  private volatile boolean parked;
  private boolean asked;
  private long signalledAt = System.nanoTime();

  Waiter(Thread thread) {
    this.thread = thread;
  }

  Thread thread() {
    return thread;
  }

  /** By the waiter: it asks to be preferred. */
  void asks() {
    asked = true;
  }

  /** By the waiter: whether it has asked. */
  boolean hasAsked() {
    return asked;
  }

  /** By the waiter: it has just changed what it wants of others. */
  void signals() {
    signalledAt = System.nanoTime();
  }

  /** By the waiter: whether it has queued, or changed what it wants, within so long. */
  boolean signalledWithin(long nanos) {
    return System.nanoTime() - signalledAt < nanos;
  }

  /** By the waiter: from now on it must be woken. A look at the awaited thing must follow. */
  void announce() {
    parked = true;
  }

  /** By the waiter: it is awake, by whatever cause, and a wake-up would be wasted. */
  void awake() {
    parked = false;
  }

  /** By anybody: unparks the waiter if it announced to park, once an announcement. */
  void wake() {
    // The look before the swap keeps a waiter that is awake off everybody's write traffic.
    if (parked && PARKED.compareAndSet(this, true, false)) {
      LockSupport.unpark(thread);
    }
  }
}
