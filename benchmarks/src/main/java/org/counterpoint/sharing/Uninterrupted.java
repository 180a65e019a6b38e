package org.counterpoint.sharing;

/** Does what blocks to its end, and keeps an interrupt for afterwards. */
final class Uninterrupted {

  /** Something that blocks, and has done nothing when it was interrupted. */
  interface Wait {
    void run() throws InterruptedException;
  }

  private Uninterrupted() {}

  static void run(Wait wait) {
    boolean interrupted = false;
    try {
      while (true) {
        try {
          wait.run();
          return;
        } catch (InterruptedException e) {
          interrupted = true;
        }
      }
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
