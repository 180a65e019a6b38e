package org.counterpoint.sharing;

import java.util.concurrent.locks.LockSupport;

/** One answer, given once by one thread, for which the thread that made this waits. */
final class Reply {

  private enum Status {
    PENDING,
    GIVEN,
    REFUSED
  }

  private final Waiter asker = new Waiter(Thread.currentThread());

  // Written before the status, read after it.
  private long answer;
  private volatile Status status = Status.PENDING;

  void give(long value) {
    answer = value;
    status = Status.GIVEN;
    asker.wake();
  }

  /** There will be no answer. */
  void refuse() {
    status = Status.REFUSED;
    asker.wake();
  }

  /**
   * Waits for the answer. An interrupt doesn't end the wait; it is kept.
   *
   * @throws IllegalStateException if it was refused
   */
  long await() {
    for (int look = 0; look < Spin.LOOKS && status == Status.PENDING; look++) {
      Thread.onSpinWait();
    }
    boolean interrupted = false;
    while (status == Status.PENDING) {
      asker.announce();
      if (status == Status.PENDING) {
        LockSupport.park(this);
      }
      asker.awake();
      interrupted |= Thread.interrupted();
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
    if (status == Status.REFUSED) {
      throw new IllegalStateException("the counter's owner failed before it could answer");
    }
    return answer;
  }
}
