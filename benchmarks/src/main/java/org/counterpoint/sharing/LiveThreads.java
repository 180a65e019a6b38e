package org.counterpoint.sharing;

import org.jspecify.annotations.Nullable;

/** Finds a thread by its id. */
final class LiveThreads {

  private LiveThreads() {}

  /**
   * The live platform thread of that id; null if there is none, or if it is a virtual one, which
   * belongs to no group. Takes time in proportion to the number of threads.
   */
  static @Nullable Thread byId(long id) {
    ThreadGroup root = Thread.currentThread().getThreadGroup();
    for (ThreadGroup parent = root; parent != null; parent = parent.getParent()) {
      root = parent;
    }
    Thread[] threads = new Thread[16];
    int found;
    while ((found = root.enumerate(threads)) == threads.length) {
      threads = new Thread[2 * threads.length];
    }
    for (int i = 0; i < found; i++) {
      if (threads[i].getId() == id) {
        return threads[i];
      }
    }
    return null;
  }
}
