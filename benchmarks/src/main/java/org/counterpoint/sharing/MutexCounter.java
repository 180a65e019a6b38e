package org.counterpoint.sharing;

/** A count that is reachable only through its {@link Mutex}. */
final class MutexCounter implements CriticalSection {

  private final Mutex<Tally> mutex;

  MutexCounter() {
    this(new Mutex<>(new Tally()));
  }

  private MutexCounter(Mutex<Tally> mutex) {
    this.mutex = mutex;
  }

  static MutexCounter strict() {
    return new MutexCounter(Mutex.strict(new Tally()));
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
