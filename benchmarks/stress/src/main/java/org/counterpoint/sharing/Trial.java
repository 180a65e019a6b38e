package org.counterpoint.sharing;

/**
 * One test on one subject.
 *
 * @param test the class
 * @param subject the name that {@link Subject} gives to the JVM
 * @param broken whether the test must see something forbidden
 * @param stride how many tries jcstress keeps at the same time
 * @param forks in how many JVMs of each kind it runs
 */
record Trial(Class<?> test, String subject, boolean broken, Stride stride, int forks) {

  /** A trial in one JVM of each kind. */
  Trial(Class<?> test, String subject, boolean broken, Stride stride) {
    this(test, subject, broken, stride, 1);
  }

  /** How many tries jcstress keeps at the same time, each of them a state. */
  enum Stride {
    /** As jcstress has it, unless told otherwise. */
    LONG(256, 40),
    /** Where each state has a thread, or each try may take milliseconds. */
    SHORT(16, 2);

    private final int size;
    private final int count;

    Stride(int size, int count) {
      this.size = size;
      this.count = count;
    }

    int size() {
      return size;
    }

    int count() {
      return count;
    }
  }

  String name() {
    return test.getSimpleName() + "[" + subject + "]";
  }
}
