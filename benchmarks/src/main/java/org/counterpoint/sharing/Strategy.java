package org.counterpoint.sharing;

import java.util.List;

/**
 * The registry of the ways to share a counter. To add one: a class that implements {@link
 * SharedCounter}, and a constant here; tests, benchmarks and charts find it by this list.
 *
 * <p>Constant bodies rather than constructor references, so that a JVM that measures one strategy
 * loads that one only: a second implementation would change what the compiler knows about the call.
 */
public enum Strategy {
  SYNCHRONIZED("synchronized") {
    @Override
    public SharedCounter create() {
      return new SynchronizedCounter();
    }
  },

  REENTRANT_LOCK("ReentrantLock") {
    @Override
    public SharedCounter create() {
      return new ReentrantLockCounter();
    }
  },

  MUTEX("Mutex") {
    @Override
    public SharedCounter create() {
      return new MutexCounter();
    }
  },

  ATOMIC_INTEGER("AtomicInteger") {
    @Override
    public SharedCounter create() {
      return new AtomicIntegerCounter();
    }
  },

  LONG_ADDER("LongAdder") {
    @Override
    public SharedCounter create() {
      return new LongAdderCounter();
    }
  },

  MESSAGE_PASSING("message passing") {
    @Override
    public SharedCounter create() {
      return new MessagePassingCounter();
    }
  };

  private static final List<Strategy> CORE =
      List.of(SYNCHRONIZED, REENTRANT_LOCK, MUTEX, ATOMIC_INTEGER, LONG_ADDER, MESSAGE_PASSING);

  private final String label;

  Strategy(String label) {
    this.label = label;
  }

  /** A new counter at 0; whoever creates it closes it. */
  public abstract SharedCounter create();

  /** The name in charts and tables. */
  public String label() {
    return label;
  }

  /** Those that a run measures unless told otherwise, in the order of charts and tables. */
  public static List<Strategy> core() {
    return CORE;
  }
}
