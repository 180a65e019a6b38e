package org.counterpoint.sharing;

/** Tells apart the one thread that may use a thing from all others. */
final class Confined {

  private Confined() {}

  /**
   * @throws IllegalStateException unless this thread is the owner
   */
  static void check(Thread owner, String what) {
    Thread user = Thread.currentThread();
    if (user != owner) {
      throw new IllegalStateException(
          "this "
              + what
              + " belongs to thread "
              + name(owner)
              + " and was used by thread "
              + name(user)
              + ": only the thread that created it may use it");
    }
  }

  // Virtual threads have no name unless they are given one.
  private static String name(Thread thread) {
    return thread.getName().isEmpty() ? "#" + thread.getId() : thread.getName();
  }
}
