package org.counterpoint.sharing;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The registry of the ways to share a counter. To add one: a class that implements {@link
 * SharedCounter}, and a line here; tests, benchmarks and charts find it by this list, whose order
 * is theirs.
 *
 * <p>Lambdas that call a constructor rather than references to it, so that a JVM that measures one
 * strategy loads that one only: a second implementation would change what the compiler knows about
 * the call.
 */
public enum Strategy {
  SYNCHRONIZED("synchronized", () -> new SynchronizedCounter(), () -> new SynchronizedTally()),

  REENTRANT_LOCK("ReentrantLock", () -> new ReentrantLockCounter(), () -> new ReentrantLockTally()),

  MUTEX("Mutex", () -> new MutexCounter(), () -> new MutexTally()),

  ATOMIC_INTEGER("AtomicInteger", () -> new AtomicIntegerCounter()),

  LONG_ADDER("LongAdder", () -> new LongAdderCounter()),

  MESSAGE_PASSING(
      "message passing", () -> new MessagePassingCounter(), () -> new MessagePassingTally()),

  // First of the extended ones, so that its colour is none of those of the other locks.
  MUTEX_STRICT("strict Mutex", () -> MutexCounter.strict(), () -> MutexTally.strict()),

  FAIR_LOCK("fair ReentrantLock", () -> new FairLockCounter()),

  STAMPED_LOCK("StampedLock", () -> new StampedLockCounter()),

  READ_WRITE_LOCK("ReentrantReadWriteLock", () -> new ReadWriteLockCounter()),

  SEMAPHORE("Semaphore", () -> new SemaphoreCounter()),

  CAS_LOOP("CAS loop", () -> new CasLoopCounter(), () -> new CasTally()),

  VAR_HANDLE("VarHandle getAndAdd", () -> new VarHandleCounter()),

  SPIN_LOCK("spin lock", () -> new SpinLockCounter()),

  TICKET_LOCK("ticket lock", () -> new TicketLockCounter()),

  THREAD_CONFINED("thread-confined", () -> new ThreadConfinedCounter()),

  QUEUE_PASSING("ArrayBlockingQueue", () -> new QueuePassingCounter()),

  MESSAGE_ROUND_TRIP("message round trip", () -> new MessageRoundTripCounter()),
  ;

  private static final List<Strategy> CORE =
      List.of(SYNCHRONIZED, REENTRANT_LOCK, MUTEX, ATOMIC_INTEGER, LONG_ADDER, MESSAGE_PASSING);

  private static final List<Strategy> LOCKS =
      List.of(SYNCHRONIZED, REENTRANT_LOCK, MUTEX, MUTEX_STRICT);

  private static final List<Strategy> WITH_THREAD =
      List.of(MESSAGE_PASSING, QUEUE_PASSING, MESSAGE_ROUND_TRIP);

  private final String label;

  // Lambdas without a state of their own.
  @SuppressWarnings("ImmutableEnumChecker")
  private final Supplier<SharedCounter> counter;

  @SuppressWarnings("ImmutableEnumChecker")
  private final @Nullable Supplier<SharedTally> tally;

  Strategy(String label, Supplier<SharedCounter> counter) {
    this(label, counter, null);
  }

  Strategy(String label, Supplier<SharedCounter> counter, @Nullable Supplier<SharedTally> tally) {
    this.label = label;
    this.counter = counter;
    this.tally = tally;
  }

  /** A new counter at 0; whoever creates it closes it. */
  public SharedCounter create() {
    return counter.get();
  }

  /**
   * A new tally of nothing; whoever creates it closes it. Empty where this way to share a counter
   * can't keep two fields in step.
   */
  public Optional<SharedTally> createTally() {
    return tally == null ? Optional.empty() : Optional.of(tally.get());
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
    return Arrays.stream(values()).filter(strategy -> strategy.tally != null).toList();
  }

  /** Whether each of its counters has a thread of its own, which makes it no way to have many. */
  public boolean ownsThread() {
    return WITH_THREAD.contains(this);
  }
}
