package org.counterpoint.sharing;

import java.util.concurrent.atomic.LongAdder;

/** Several cells that are incremented apart and summed on reading. */
final class LongAdderCounter implements SharedCounter {

  private final LongAdder count = new LongAdder();

  @Override
  public void increment() {
    count.increment();
  }

  @Override
  public long value() {
    // sum() is no snapshot: increments that run meanwhile may be missed.
    return count.sum();
  }
}
