package org.counterpoint.sharing;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * The lock under {@link Mutex}: a state word, a spin that knows when to stop, a queue of parked
 * waiters.
 *
 * <p>Whoever swaps the state from 0 to its thread's id holds the lock. New arrivals may overtake
 * the queue; within the queue only the head tries, so it is first in, first out.
 *
 * <p><b>Spinning.</b> A thread looks closely for about 1 µs. If that doesn't help, one thread at a
 * time becomes the contender, which looks less often: each look takes the lock's line from the
 * holder and costs it several turns. Where turns end quickly, the lock is busy, and the contender
 * looks once in 4 µs, and whoever comes then doesn't look closely at all. A contender that sees no
 * turn end between two looks queues and parks, as do all the others: whoever holds the lock for
 * longer is better waited for asleep. While a contender is there, an unlock wakes nobody: the
 * contender takes the lock, or wakes the head when it goes.
 *
 * <p><b>No wake-up is lost</b> in this, the strict protocol; {@link ReleaseMutexLock} is the other.
 * A head that is about to park raises the signal and then tries once more; an unlock frees the
 * state and then reads the signal. All four are volatile, so they have one order that everybody
 * agrees on (Dekker's argument): either the unlock sees the signal and wakes the head, or the
 * head's last try comes after the release. In the same way a contender that goes lowers its bit of
 * the signal and then reads the state: either the unlock sees that it has gone, or it sees the lock
 * free. Whoever takes the lock out of the queue raises the signal for the next head before it
 * unlocks; whoever leaves without the lock does the same, and wakes the next head. A waiter that is
 * not the head has nothing to look for.
 *
 * <p><b>Nobody starves.</b> A head that others overtake for {@link #PATIENCE_NANOS}, or for {@link
 * #SPINNING_PATIENCE_NANOS} while it spins, is handed the lock by the next unlock that sees that it
 * is starving: the state goes from one id to the other and is never 0, so nobody can overtake. The
 * head asks for that when it wakes, and everybody who contends asks in its stead, since a head may
 * be asleep or find no processor to ask on. Who has waited for that long in the whole queue asks at
 * once where it sees that turns are long. Holder and head agree by {@link Place#settle()}: either
 * the lock is handed to that place, or its thread has gone.
 *
 * <p><b>Deadlocks are visible.</b> This object is what waiters park on. The owner is made known to
 * {@link java.util.concurrent.locks.AbstractOwnableSynchronizer} by a head that has waited for
 * {@link #SHOWN_AFTER_NANOS}, not by the owner: a reference store a turn costs more than all the
 * rest of it. An owner that has just let go may be shown; a head looks again as long as it waits,
 * at ever longer intervals, the longest of {@link #LONGEST_SLEEP_NANOS}.
 *
 * <p>Threads are told apart by {@link Thread#getId()}, which is positive and never reused; a
 * subclass of Thread that answers something else is not told apart.
 */
class MutexLock extends LockLine.After {

  /** What it came to when a thread waited for the lock. */
  private enum Outcome {
    ACQUIRED,
    TIMED_OUT,
    INTERRUPTED
  }

  /** How long a thread looks closely, and how seldom after that: less than two context switches. */
  static final long SPIN_NANOS = Runtime.getRuntime().availableProcessors() > 1 ? 1_000 : 0;

  /** How long a head lets others overtake it while it spins. */
  static final long SPINNING_PATIENCE_NANOS = 50_000;

  /** How long a head lets others overtake it. */
  static final long PATIENCE_NANOS = 1_000_000;

  /**
   * A patience that doesn't end, for tests: waiters rely on being woken, and show the owner once.
   */
  static final long ENDLESS_PATIENCE_NANOS = Long.MAX_VALUE;

  /** After this time, a head shows who holds the lock; anew as often as it wakes. */
  static final long SHOWN_AFTER_NANOS = 10_000_000;

  /** After this time, a waiter looks for what an unlock may have overlooked. */
  static final long RESCUED_AFTER_NANOS = 10_000_000;

  /** Nobody sleeps for longer without a look at whether it is the head and who holds the lock. */
  static final long LONGEST_SLEEP_NANOS = 1_000_000_000;

  private static final long serialVersionUID = 1;
  private static final long FREE = 0;
  private static final long FOR_EVER = Long.MAX_VALUE;

  /** How long a thread does not look at a lock that is busy. */
  private static final long FAR_NANOS = 4_000;

  /** A lock is busy if turns end quicker than that. */
  private static final long BUSY_TURN_NANOS = 100;

  // The signal, in bits. From PARKED on, an unlock has something to do.

  /** Somebody spins in the others' stead. */
  private static final long CONTENDER = 1;

  /** The head is parked and wants to be woken. */
  static final long PARKED = 2;

  /** The head is starving and is to be handed the lock; a hint, which may be out of date. */
  private static final long STARVING = 4;

  private static final VarHandle RESCUES =
      Fields.handle(MethodHandles.lookup(), "rescues", int.class);

  private final long spinNanos;
  private final long patienceNanos;
  private final transient WaitQueue<Place> queue = new WaitQueue<>();

  private transient volatile int rescues;

  MutexLock() {
    this(SPIN_NANOS, PATIENCE_NANOS);
  }

  /**
   * A lock with other limits.
   *
   * @param spinNanos how long a thread looks closely; 0: it parks at once
   * @param patienceNanos how long a head that parks lets others overtake it
   */
  MutexLock(long spinNanos, long patienceNanos) {
    this.spinNanos = spinNanos;
    this.patienceNanos = patienceNanos;
  }

  final void lock() {
    Thread me = Thread.currentThread();
    if (!tryAcquire(me.getId())) {
      contend(me, /* interruptible= */ false, FOR_EVER);
    }
  }

  final void lockInterruptibly() throws InterruptedException {
    tryLock(FOR_EVER);
  }

  final boolean tryLock() {
    return tryAcquire(Thread.currentThread().getId());
  }

  /** As {@link #tryLock()}, for so long; of 0 or less, without waiting. */
  final boolean tryLock(long nanos) throws InterruptedException {
    Thread me = Thread.currentThread();
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
    Outcome outcome =
        tryAcquire(me.getId()) ? Outcome.ACQUIRED : contend(me, /* interruptible= */ true, nanos);
    if (outcome == Outcome.INTERRUPTED) {
      throw new InterruptedException();
    }
    return outcome == Outcome.ACQUIRED;
  }

  final boolean isHeld() {
    return state != FREE;
  }

  /** How many threads stand in the queue. */
  final int queueLength() {
    return queue.length();
  }

  /** How often a waiter that woke found what an unlock may have overlooked. */
  final int rescues() {
    return rescues;
  }

  /** By the holder only. */
  final void unlock() {
    long wanted = signal;
    // Nobody counts turns but who has raised a signal, and without one the state is all there is to
    // write.
    if (wanted != 0) {
      TURNS.setOpaque(this, turns + 1);
      if (wanted >= PARKED && handOver()) {
        return;
      }
    }
    release();
    wanted = signal;
    // A contender is awake, and bound to take the lock or to wake the head in its turn.
    if (wanted >= PARKED && (wanted & CONTENDER) == 0) {
      wakeHead();
    }
  }

  /** Not final: what a lock must not do is shown by variants that the tests must refuse. */
  boolean tryAcquire(long id) {
    return STATE.compareAndSet(this, FREE, id);
  }

  /** Frees the state, and orders what follows behind it. */
  void release() {
    STATE.setVolatile(this, FREE);
  }

  /** Whether {@link #release()} orders nothing, so that an unlock may overlook a signal. */
  boolean mayOverlook() {
    return false;
  }

  /** Whether the lock went to a starving head. */
  private boolean handOver() {
    // Those who wait must not be shown waiting for a thread that has let go.
    if (getExclusiveOwnerThread() != null) {
      setExclusiveOwnerThread(null);
    }
    if ((signal & STARVING) == 0) {
      return false;
    }
    // Before it looks who is the head: for who becomes it later, somebody asks anew.
    lower(STARVING);
    Place next = queue.peek();
    if (next == null || !next.settle()) {
      return false;
    }
    state = next.thread().getId();
    LockSupport.unpark(next.thread());
    return true;
  }

  /** Not final, as {@link #tryAcquire}. */
  void wakeHead() {
    if (lower(PARKED)) {
      unparkHead();
    }
  }

  /** Whether none was raised before. */
  private boolean raise(long bits) {
    return ((long) SIGNAL.getAndBitwiseOr(this, bits) & bits) == 0;
  }

  /** Whether any was raised before. */
  private boolean lower(long bits) {
    return ((long) SIGNAL.getAndBitwiseAnd(this, ~bits) & bits) != 0;
  }

  private void unparkHead() {
    Place head = queue.peek();
    if (head != null) {
      LockSupport.unpark(head.thread());
    }
  }

  private Outcome contend(Thread me, boolean interruptible, long nanos) {
    long id = me.getId();
    if (state == id) {
      throw new IllegalStateException(
          "this thread holds the mutex already: it would wait for itself for ever");
    }
    if (nanos <= 0) {
      return Outcome.TIMED_OUT;
    }
    if (spin(id, null)) {
      return Outcome.ACQUIRED;
    }
    Place place = new Place(me);
    queue.add(place);
    Outcome outcome = await(place, interruptible, nanos);
    if (outcome == Outcome.ACQUIRED) {
      leaveWithLock(place);
    } else {
      // Before it leaves: from then on the next is the head, and an unlock must not pass it over.
      raise(PARKED);
      queue.remove(place);
      wakeNext();
    }
    return outcome;
  }

  private Outcome await(Place place, boolean interruptible, long nanos) {
    long id = place.thread().getId();
    long start = System.nanoTime();
    long now = start;
    boolean interrupted = false;
    boolean called = true;
    boolean wasHead = false;
    // Otherwise it was handed the lock.
    while (state != id) {
      boolean head = queue.isHead(place);
      if (head) {
        if (!wasHead) {
          wasHead = true;
          // Who was the head before may have raised it, just now, and left.
          place.signals();
        }
        askIfStarving(place, now);
      }
      // Who woke by itself has no reason to think that the lock will soon be free.
      if (head && ((called && spin(id, place)) || lastTry(place))) {
        break;
      }
      long waited = System.nanoTime() - start;
      boolean givesUp = (interruptible && interrupted) || waited >= nanos;
      if (givesUp && place.settle()) {
        return interruptible && interrupted ? Outcome.INTERRUPTED : Outcome.TIMED_OUT;
      }
      // If it wants to give up and can't, it is given the lock within the holder's next
      // instructions.
      called = park(place, head, waited, givesUp ? FOR_EVER : nanos);
      interrupted |= Thread.interrupted();
      now = System.nanoTime();
      if (mayOverlook()) {
        rescue(head);
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
    return Outcome.ACQUIRED;
  }

  /** Raises the signal, and only then tries. */
  private boolean lastTry(Place head) {
    if (raise(PARKED)) {
      head.signals();
    }
    long id = head.thread().getId();
    return state == id || tryAcquire(id);
  }

  private void askIfStarving(Place head, long now) {
    head.becomesHead(now);
    if (head.isHeadFor(patienceNanos, now)) {
      ask();
    }
  }

  /** In the stead of the head, which may be asleep, or have no processor to ask on. */
  private void askIfHeadStarves(long now) {
    Place head = queue.peek();
    if (head != null) {
      askIfStarving(head, now);
    }
  }

  private void ask() {
    if ((signal & STARVING) == 0) {
      raise(STARVING);
    }
  }

  private void leaveWithLock(Place place) {
    if (getExclusiveOwnerThread() != null) {
      setExclusiveOwnerThread(null);
    }
    // Before it leaves: the next head's own signal must not be taken back.
    lower(PARKED | STARVING);
    queue.remove(place);
    Place next = queue.peek();
    if (next != null) {
      next.becomesHead(System.nanoTime());
      raise(PARKED);
    }
  }

  /** After a waiter has left without the lock: a wake-up it may have had was the next head's. */
  void wakeNext() {
    unparkHead();
  }

  /**
   * Looks until it has the lock, or until it is better to park.
   *
   * @param head the thread's place, if that is the head of the queue
   */
  private boolean spin(long id, @Nullable Place head) {
    if (spinNanos == 0) {
      return false;
    }
    long start = System.nanoTime();
    while (!busy) {
      Thread.onSpinWait();
      if (takes(id)) {
        return true;
      }
      if (System.nanoTime() - start > spinNanos) {
        break;
      }
    }
    return contest(id, head, start);
  }

  /**
   * When looking closely has not helped: one thread at a time, which looks at whether turns end.
   */
  private boolean contest(long id, @Nullable Place head, long start) {
    // The contender asks too, but it may lose its processor.
    askIfHeadStarves(start);
    if ((signal & CONTENDER) != 0 || !raise(CONTENDER)) {
      if (busy) {
        pause(spinNanos);
      }
      return takes(id);
    }
    boolean taken = spinFar(id, head, start);
    lower(CONTENDER);
    if (!taken) {
      if (head != null) {
        head.signals();
      }
      // An unlock may have left it to this thread to wake the head.
      if (isLeftFree()) {
        wakeHead();
      }
    }
    return taken;
  }

  private boolean spinFar(long id, @Nullable Place head, long start) {
    long from = System.nanoTime();
    long seen = (long) TURNS.getOpaque(this);
    while (true) {
      long now = pause(busy ? FAR_NANOS : spinNanos);
      long turn = (long) TURNS.getOpaque(this);
      busy = (turn - seen) * BUSY_TURN_NANOS > now - from;
      if (takes(id)) {
        return true;
      }
      if (turn == seen) {
        // Where turns are long, handing over costs little beside them.
        if (head != null && head.isQueuedFor(patienceNanos, now)) {
          ask();
        }
        return false;
      }
      seen = turn;
      from = now;
      if (now - start > SPINNING_PATIENCE_NANOS) {
        if (head == null) {
          return false;
        }
        ask();
      }
    }
  }

  private boolean takes(long id) {
    long holder = state;
    return holder == id || (holder == FREE && tryAcquire(id));
  }

  /** Lets some time pass off the lock's line; the time afterwards. */
  private static long pause(long nanos) {
    Thread.onSpinWait();
    long start = System.nanoTime();
    long now = start;
    while (now - start < nanos) {
      Thread.onSpinWait();
      now = System.nanoTime();
    }
    return now;
  }

  /** Returns whether it woke before its own limit. */
  private boolean park(Place place, boolean head, long waited, long nanos) {
    long limit = nanos == FOR_EVER ? FOR_EVER : nanos - waited;
    if (head && waited >= SHOWN_AFTER_NANOS) {
      showOwner();
    }
    boolean reliesOnBeingWoken =
        patienceNanos == ENDLESS_PATIENCE_NANOS && (!head || waited >= SHOWN_AFTER_NANOS);
    if (!reliesOnBeingWoken) {
      // It may become the head asleep, and another may take the lock and keep it: the owner must be
      // shown anew.
      limit = Math.min(limit, Math.max(SHOWN_AFTER_NANOS, Math.min(waited, LONGEST_SLEEP_NANOS)));
    }
    if (mayOverlook() && place.signalledWithin(RESCUED_AFTER_NANOS)) {
      limit = Math.min(limit, RESCUED_AFTER_NANOS);
    }
    if (limit == FOR_EVER) {
      LockSupport.park(this);
      return true;
    }
    long start = System.nanoTime();
    LockSupport.parkNanos(this, limit);
    return System.nanoTime() - start < limit;
  }

  /** Of a waiter that has just woken: takes up what an unlock has overlooked. */
  private void rescue(boolean head) {
    long turn = (long) TURNS.getOpaque(this);
    if (isLeftFree()) {
      // A lock that is used is free now and then: only who sees it unused has been overlooked.
      pause(spinNanos);
      if (isLeftFree() && (long) TURNS.getOpaque(this) == turn) {
        RESCUES.getAndAdd(this, 1);
      }
      if (!head) {
        wakeHead();
      }
    }
  }

  /** Free, wanted by the queue, and nobody awake whose part it is to see to it. */
  private boolean isLeftFree() {
    long wanted = signal;
    return state == FREE && wanted >= PARKED && (wanted & CONTENDER) == 0;
  }

  private void showOwner() {
    long owner = state;
    Thread holder = owner == FREE ? null : LiveThreads.byId(owner);
    if (state == owner && getExclusiveOwnerThread() != holder) {
      setExclusiveOwnerThread(holder);
    }
  }
}
