package org.counterpoint.sharing;

import org.jspecify.annotations.Nullable;

/** A thread that may be interrupted as long as it says so, and not afterwards. */
final class Interruptible {

  private @Nullable Thread thread;

  synchronized void begin() {
    thread = Thread.currentThread();
  }

  synchronized void end() {
    thread = null;
    Thread.interrupted();
  }

  synchronized void interrupt() {
    if (thread != null) {
      thread.interrupt();
    }
  }
}
