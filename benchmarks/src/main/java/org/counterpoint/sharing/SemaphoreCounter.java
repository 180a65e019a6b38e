package org.counterpoint.sharing;

import java.util.concurrent.Semaphore;

/** A plain field under a semaphore of one permit: a lock that knows no owner. */
final class SemaphoreCounter implements SharedCounter {

  private final Semaphore permit = new Semaphore(1);
  private long count;

  @Override
  public void increment() {
    permit.acquireUninterruptibly();
    try {
      count++;
    } finally {
      permit.release();
    }
  }

  @Override
  public long value() {
    permit.acquireUninterruptibly();
    try {
      return count;
    } finally {
      permit.release();
    }
  }
}
