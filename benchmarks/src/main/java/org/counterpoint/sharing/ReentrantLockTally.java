package org.counterpoint.sharing;

import java.util.concurrent.locks.ReentrantLock;

/** Two plain fields under the JDK's explicit lock, not fair. */
final class ReentrantLockTally implements SharedTally {

  private final ReentrantLock lock = new ReentrantLock();
  private long count;
  private long sum;

  @Override
  public void add(long amount) {
    lock.lock();
    try {
      count++;
      sum += amount;
    } finally {
      lock.unlock();
    }
  }

  @Override
  public Totals totals() {
    lock.lock();
    try {
      return new Totals(count, sum);
    } finally {
      lock.unlock();
    }
  }
}
