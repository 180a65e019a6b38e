package org.counterpoint.sharing;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;

/**
 * Waiters, first in, first out; each takes itself out again, from wherever it stands. Lock-free.
 *
 * <p>The length is a field of its own, so that the common question, whether anybody waits, is one
 * volatile read. A waiter is counted before {@link #add} returns and until {@link #remove} has
 * taken it out: whoever has been added is never overlooked.
 */
final class WaitQueue<W extends Waiter> {

  private static final VarHandle LENGTH =
      Fields.handle(MethodHandles.lookup(), "length", int.class);

  private final ConcurrentLinkedQueue<W> waiters = new ConcurrentLinkedQueue<>();
  private volatile int length;

  void add(W waiter) {
    waiters.add(waiter);
    LENGTH.getAndAdd(this, 1);
  }

  void remove(W waiter) {
    waiters.remove(waiter);
    LENGTH.getAndAdd(this, -1);
  }

  boolean isEmpty() {
    return length == 0;
  }

  int length() {
    return length;
  }

  @Nullable W peek() {
    return waiters.peek();
  }

  boolean isHead(W waiter) {
    return peek() == waiter;
  }

  void wakeAll() {
    waiters.forEach(Waiter::wake);
  }
}
