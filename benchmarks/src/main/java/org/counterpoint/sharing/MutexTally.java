package org.counterpoint.sharing;

/** Two fields of one value that is reachable only through its {@link Mutex}. */
final class MutexTally implements SharedTally {

  private final Mutex<Both> mutex;

  MutexTally() {
    this(new Mutex<>(new Both()));
  }

  private MutexTally(Mutex<Both> mutex) {
    this.mutex = mutex;
  }

  static MutexTally strict() {
    return new MutexTally(Mutex.strict(new Both()));
  }

  @Override
  public void add(long amount) {
    try (Guard<Both> guard = mutex.lock()) {
      Both both = guard.get();
      both.count++;
      both.sum += amount;
    }
  }

  @Override
  public Totals totals() {
    try (Guard<Both> guard = mutex.lock()) {
      Both both = guard.get();
      return new Totals(both.count, both.sum);
    }
  }

  private static final class Both {
    long count;
    long sum;
  }
}
