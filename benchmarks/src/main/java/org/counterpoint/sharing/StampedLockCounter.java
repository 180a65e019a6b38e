package org.counterpoint.sharing;

import java.util.concurrent.locks.StampedLock;

/**
 * A plain field under a {@link StampedLock}: not re-entrant; a read first tries without locking.
 */
final class StampedLockCounter implements SharedCounter {

  private final StampedLock lock = new StampedLock();
  private long count;

  @Override
  public void increment() {
    long stamp = lock.writeLock();
    try {
      count++;
    } finally {
      lock.unlockWrite(stamp);
    }
  }

  @Override
  public long value() {
    long optimistic = lock.tryOptimisticRead();
    long seen = count;
    if (lock.validate(optimistic)) {
      return seen;
    }
    long stamp = lock.readLock();
    try {
      return count;
    } finally {
      lock.unlockRead(stamp);
    }
  }
}
