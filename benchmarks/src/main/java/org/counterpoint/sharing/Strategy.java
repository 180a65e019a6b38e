package org.counterpoint.sharing;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

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

    @Override
    public Optional<SharedTally> createTally() {
      return Optional.of(new SynchronizedTally());
    }
  },

  REENTRANT_LOCK("ReentrantLock") {
    @Override
    public SharedCounter create() {
      return new ReentrantLockCounter();
    }

    @Override
    public Optional<SharedTally> createTally() {
      return Optional.of(new ReentrantLockTally());
    }
  },

  MUTEX("Mutex") {
    @Override
    public SharedCounter create() {
      return new MutexCounter();
    }

    @Override
    public Optional<SharedTally> createTally() {
      return Optional.of(new MutexTally());
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

    @Override
    public Optional<SharedTally> createTally() {
      return Optional.of(new MessagePassingTally());
    }
  },

  // First of the extended ones, so that its colour is none of those of the other locks.
  MUTEX_STRICT("strict Mutex") {
    @Override
    public SharedCounter create() {
      return MutexCounter.strict();
    }

    @Override
    public Optional<SharedTally> createTally() {
      return Optional.of(MutexTally.strict());
    }
  },

  FAIR_LOCK("fair ReentrantLock") {
    @Override
    public SharedCounter create() {
      return new FairLockCounter();
    }
  },

  STAMPED_LOCK("StampedLock") {
    @Override
    public SharedCounter create() {
      return new StampedLockCounter();
    }
  },

  READ_WRITE_LOCK("ReentrantReadWriteLock") {
    @Override
    public SharedCounter create() {
      return new ReadWriteLockCounter();
    }
  },

  SEMAPHORE("Semaphore") {
    @Override
    public SharedCounter create() {
      return new SemaphoreCounter();
    }
  },

  CAS_LOOP("CAS loop") {
    @Override
    public SharedCounter create() {
      return new CasLoopCounter();
    }

    @Override
    public Optional<SharedTally> createTally() {
      return Optional.of(new CasTally());
    }
  },

  VAR_HANDLE("VarHandle getAndAdd") {
    @Override
    public SharedCounter create() {
      return new VarHandleCounter();
    }
  },

  SPIN_LOCK("spin lock") {
    @Override
    public SharedCounter create() {
      return new SpinLockCounter();
    }
  },

  TICKET_LOCK("ticket lock") {
    @Override
    public SharedCounter create() {
      return new TicketLockCounter();
    }
  },

  THREAD_CONFINED("thread-confined") {
    @Override
    public SharedCounter create() {
      return new ThreadConfinedCounter();
    }
  },

  QUEUE_PASSING("ArrayBlockingQueue") {
    @Override
    public SharedCounter create() {
      return new QueuePassingCounter();
    }
  },

  MESSAGE_ROUND_TRIP("message round trip") {
    @Override
    public SharedCounter create() {
      return new MessageRoundTripCounter();
    }
  };

  private static final List<Strategy> CORE =
      List.of(SYNCHRONIZED, REENTRANT_LOCK, MUTEX, ATOMIC_INTEGER, LONG_ADDER, MESSAGE_PASSING);

  private static final List<Strategy> LOCKS =
      List.of(SYNCHRONIZED, REENTRANT_LOCK, MUTEX, MUTEX_STRICT);

  private static final List<Strategy> TALLIES =
      List.of(SYNCHRONIZED, REENTRANT_LOCK, MUTEX, MESSAGE_PASSING, MUTEX_STRICT, CAS_LOOP);

  private static final List<Strategy> WITH_THREAD =
      List.of(MESSAGE_PASSING, QUEUE_PASSING, MESSAGE_ROUND_TRIP);

  private final String label;

  Strategy(String label) {
    this.label = label;
  }

  /** A new counter at 0; whoever creates it closes it. */
  public abstract SharedCounter create();

  /**
   * A new tally of nothing; whoever creates it closes it. Empty where this way to share a counter
   * can't keep two fields in step.
   */
  public Optional<SharedTally> createTally() {
    return Optional.empty();
  }

  /** The name in charts and tables. */
  public String label() {
    return label;
  }

  /** Those that a run measures unless told otherwise, in the order of charts and tables. */
  public static List<Strategy> core() {
    return CORE;
  }

  /** The others, which a run measures when asked to. */
  public static List<Strategy> extended() {
    return Arrays.stream(values()).filter(strategy -> !CORE.contains(strategy)).toList();
  }

  /** Those whose counter is a {@link CriticalSection}: there is a lock that can be held longer. */
  public static List<Strategy> locks() {
    return LOCKS;
  }

  /** Those that have a {@link SharedTally}. */
  public static List<Strategy> tallies() {
    return TALLIES;
  }

  /** Whether each of its counters has a thread of its own, which makes it no way to have many. */
  public boolean ownsThread() {
    return WITH_THREAD.contains(this);
  }
}
