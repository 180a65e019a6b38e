package org.counterpoint.sharing;

/** A plain field under the object's own monitor. */
final class SynchronizedCounter implements CriticalSection {

  private long count;

  @Override
  public synchronized void increment() {
    count++;
  }

  @Override
  public synchronized void increment(Runnable work) {
    count++;
    work.run();
  }

  @Override
  public synchronized long value() {
    return count;
  }
}
