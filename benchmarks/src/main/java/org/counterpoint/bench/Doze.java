package org.counterpoint.bench;

import java.util.concurrent.locks.LockSupport;

/** Blocks a thread for a while. */
final class Doze {

  private Doze() {}

  /** At least so many nanoseconds, whatever a lock has left behind; an interrupt is kept. */
  static void nanos(long nanos) {
    long start = System.nanoTime();
    long left = nanos;
    while (left > 0) {
      // Returns at once where a permit was left, which locks are free to do.
      LockSupport.parkNanos(left);
      left = nanos - (System.nanoTime() - start);
    }
  }
}
