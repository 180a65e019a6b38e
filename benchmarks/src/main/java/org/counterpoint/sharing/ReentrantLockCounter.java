package org.counterpoint.sharing;

import java.util.concurrent.locks.ReentrantLock;

/** A plain field under the JDK's explicit lock, not fair, as most people use it. */
final class ReentrantLockCounter implements CriticalSection {

  private final ReentrantLock lock = new ReentrantLock();
  private long count;

  @Override
  public void increment() {
    lock.lock();
    try {
      count++;
    } finally {
      lock.unlock();
    }
  }

  @Override
  public void increment(Runnable work) {
    lock.lock();
    try {
      count++;
      work.run();
    } finally {
      lock.unlock();
    }
  }

  @Override
  public long value() {
    lock.lock();
    try {
      return count;
    } finally {
      lock.unlock();
    }
  }
}
