package org.counterpoint.sharing;

/** Broken on purpose: a read and a write that others may come between. */
final class RacyCounter implements SharedCounter {

  private volatile long count;

  @Override
  public void increment() {
    long seen = count;
    count = seen + 1;
  }

  @Override
  public long value() {
    return count;
  }
}
