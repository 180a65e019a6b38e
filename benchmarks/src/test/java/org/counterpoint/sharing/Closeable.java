package org.counterpoint.sharing;

import java.util.concurrent.atomic.AtomicInteger;

/** A value that counts how often it was closed. */
final class Closeable implements AutoCloseable {

  private final AtomicInteger closes = new AtomicInteger();

  int closes() {
    return closes.get();
  }

  @Override
  public void close() {
    closes.incrementAndGet();
  }
}
