package org.counterpoint.sharing;

import java.util.concurrent.locks.ReentrantReadWriteLock;

/** A plain field under a {@link ReentrantReadWriteLock}: readers share it, increments do not. */
final class ReadWriteLockCounter implements SharedCounter {

  private final ReentrantReadWriteLock lock = new ReentrantReadWriteLock();
  private long count;

  @Override
  public void increment() {
    lock.writeLock().lock();
    try {
      count++;
    } finally {
      lock.writeLock().unlock();
    }
  }

  @Override
  public long value() {
    lock.readLock().lock();
    try {
      return count;
    } finally {
      lock.readLock().unlock();
    }
  }
}
