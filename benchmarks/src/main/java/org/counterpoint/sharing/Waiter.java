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
class Waiter {

  private static final VarHandle PARKED =
      Fields.handle(MethodHandles.lookup(), "parked", boolean.class);

  private final Thread thread;
  private volatile boolean parked;

  Waiter(Thread thread) {
    this.thread = thread;
  }

  final Thread thread() {
    return thread;
  }

  /** By the waiter: from now on it must be woken. A look at the awaited thing must follow. */
  final void announce() {
    parked = true;
  }

  /** By the waiter: it is awake, by whatever cause, and a wake-up would be wasted. */
  final void awake() {
    parked = false;
  }

  /** By anybody: unparks the waiter if it announced to park, once an announcement. */
  final void wake() {
    // The look before the swap keeps a waiter that is awake off everybody's write traffic.
    if (parked && PARKED.compareAndSet(this, true, false)) {
      LockSupport.unpark(thread);
    }
  }
}
