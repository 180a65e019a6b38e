package org.counterpoint.sharing;

import java.util.concurrent.locks.ReentrantLock;

/**
 * A plain field under a fair {@link ReentrantLock}: whoever waits longest is next. Under contention
 * each turn is a hand-over to a thread that has parked, so that a turn costs a context switch.
 */
final class FairLockCounter implements SharedCounter {

  private final ReentrantLock lock = new ReentrantLock(/* fair= */ true);
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
  public long value() {
    lock.lock();
    try {
      return count;
    } finally {
      lock.unlock();
    }
  }
}
