package org.counterpoint.sharing;

/** A count that is reachable only through its {@link Mutex}. */
final class MutexCounter implements CriticalSection {

  private final Mutex<Tally> mutex;

  /** With the lock that every mutex has. */
  MutexCounter() {
    this(new ReleaseMutexLock());
  }

  MutexCounter(MutexLock lock) {
    mutex = new Mutex<>(new Tally(), lock);
  }

  @Override
  public void increment() {
    try (Guard<Tally> guard = mutex.lock()) {
      guard.get().count++;
    }
  }

  @Override
  public void increment(Runnable work) {
    try (Guard<Tally> guard = mutex.lock()) {
      guard.get().count++;
      work.run();
    }
  }

  @Override
  public long value() {
    try (Guard<Tally> guard = mutex.lock()) {
      return guard.get().count;
    }
  }

  // Mutable, since a Mutex<Long> would box every increment.
  private static final class Tally {
    long count;
  }
}
