package org.counterpoint.sharing;

import java.util.concurrent.atomic.AtomicInteger;

/** A value that counts how often it is dropped, and remembers what could be seen at that time. */
final class Payload implements AutoCloseable {

  private final AtomicInteger drops = new AtomicInteger();

  // Plain: nothing but the handles' closing orders them.
  int byOne;
  int byOther;

  private volatile int seen;

  @Override
  public void close() {
    seen = 10 * byOne + byOther;
    drops.incrementAndGet();
  }

  int drops() {
    return drops.get();
  }

  /** Tens for what the one wrote, ones for what the other did. */
  int seenWhenDropped() {
    return seen;
  }
}
