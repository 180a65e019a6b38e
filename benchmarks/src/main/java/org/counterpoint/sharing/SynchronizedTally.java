package org.counterpoint.sharing;

/** Two plain fields under the object's own monitor. */
final class SynchronizedTally implements SharedTally {

  private long count;
  private long sum;

  @Override
  public synchronized void add(long amount) {
    count++;
    sum += amount;
  }

  @Override
  public synchronized Totals totals() {
    return new Totals(count, sum);
  }
}
