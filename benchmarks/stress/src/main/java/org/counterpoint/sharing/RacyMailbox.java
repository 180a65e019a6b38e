package org.counterpoint.sharing;

import org.jctools.queues.atomic.MpscAtomicArrayQueue;

/**
 * Broken on purpose: all messages pass through one field, where another may replace them; slowly,
 * so that a few thousand tries are enough.
 */
final class RacyMailbox extends MpscAtomicArrayQueue<Object> {

  private static final int STEPS = 20;

  private volatile Object passing = this;

  RacyMailbox(int capacity) {
    super(capacity);
  }

  @Override
  public boolean offer(Object message) {
    passing = message;
    for (int i = 0; i < STEPS; i++) {
      Thread.onSpinWait();
    }
    return super.offer(passing);
  }
}
