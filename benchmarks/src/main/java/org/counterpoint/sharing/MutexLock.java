package org.counterpoint.sharing;

import java.util.Objects;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * The lock under {@link Mutex}: a state word, a spin that knows when to stop, a queue of parked
 * waiters.
 *
 * <p>Whoever swaps the state from 0 to its thread's id holds the lock. New arrivals may overtake
 * the queue; within the queue only the head tries, so it is first in, first out.
 *
 * <p><b>Spinning.</b> A thread spins while the lock keeps changing hands, which it sees by a count
 * of turns, and gives up about 1 µs after the last turn it saw: whoever holds the lock for longer
 * is better waited for asleep. Turns that pass between two looks mean that looking is what slows
 * the holder down, so the next look comes later; while each turn is seen, looks are close. Only the
 * head of the queue spins for longer than 1 µs, so one thread at most keeps a processor busy that
 * way.
 *
 * <p><b>No wake-up is lost</b> in this, the strict protocol. A head that is about to park raises
 * the signal and then tries once more; an unlock frees the state and then reads the signal. All
 * four are volatile, so they have one order that everybody agrees on (Dekker's argument): either
 * the unlock sees the signal and wakes the head, or the head's last try comes after the release.
 * Whoever takes the lock out of the queue raises the signal for the next head before it unlocks;
 * whoever leaves without the lock does the same, then looks whether an unlock is still to come, and
 * if not, wakes the head itself. A waiter that is not the head has nothing to look for but its
 * promotion.
 *
 * <p><b>Nobody starves.</b> A head that others overtake asks for the lock, spinning after {@link
 * #SPINNING_PATIENCE_NANOS}, parked after {@link #PATIENCE_NANOS}, and the next unlock hands it
 * over: the state goes from one id to the other and is never 0, so nobody can overtake. It asks
 * once: asking again could hide that a hand-over is under way.
 *
 * <p><b>Deadlocks are visible.</b> This object is what waiters park on. The owner is made known to
 * {@link java.util.concurrent.locks.AbstractOwnableSynchronizer} by a head that has waited for
 * {@link #SHOWN_AFTER_NANOS}, not by the owner: a reference store a turn costs more than all the
 * rest of it.
 *
 * <p>Threads are told apart by {@link Thread#getId()}, which is positive and never reused.
 */
class MutexLock extends LockLine.After {

  /** What it came to when a thread waited for the lock. */
  private enum Outcome {
    ACQUIRED,
    TIMED_OUT,
    INTERRUPTED
  }

  /** How long a thread goes on looking after the last turn: less than two context switches take. */
  static final long SPIN_NANOS = Runtime.getRuntime().availableProcessors() > 1 ? 1_000 : 0;

  /** How long a head lets others overtake it while it spins. */
  static final long SPINNING_PATIENCE_NANOS = 50_000;

  /** How long a head lets others overtake it while it parks and is woken in vain. */
  static final long PATIENCE_NANOS = 1_000_000;

  /** After this time, a head shows who holds the lock. */
  static final long SHOWN_AFTER_NANOS = 10_000_000;

  private static final long serialVersionUID = 1;
  private static final long FREE = 0;
  private static final long FOR_EVER = Long.MAX_VALUE;

  /** The longest time between two looks. */
  private static final long LONGEST_PAUSE_NANOS = 4_000;

  // The signal: nothing is wanted; the head is parked and wants to be woken; the head is starving
  // and wants to be handed the lock.
  private static final int NONE = 0;
  private static final int PARKED = 1;
  private static final int STARVING = 2;

  private final long spinNanos;
  private final long patienceNanos;
  private final transient WaitQueue queue = new WaitQueue();

  // Written by a head before it asks.
  private transient @Nullable Waiter heir;

  MutexLock() {
    this(SPIN_NANOS, PATIENCE_NANOS);
  }

  /**
   * A lock with other limits.
   *
   * @param spinNanos how long a thread goes on looking after the last turn; 0: it parks at once
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

  final boolean isHeldByCurrentThread() {
    return (long) STATE.getOpaque(this) == Thread.currentThread().getId();
  }

  final boolean isHeld() {
    return state != FREE;
  }

  /** How many threads stand in the queue. */
  final int queueLength() {
    return queue.length();
  }

  /** By the holder only. */
  final void unlock() {
    TURNS.setOpaque(this, turns + 1);
    if (signal != NONE && handOver()) {
      return;
    }
    release();
    if (signal != NONE) {
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

  /** Whether the lock went to the head that asked for it. */
  private boolean handOver() {
    // Those who wait must not be shown waiting for a thread that has let go.
    if (getExclusiveOwnerThread() != null) {
      setExclusiveOwnerThread(null);
    }
    if (signal != STARVING || !SIGNAL.compareAndSet(this, STARVING, NONE)) {
      return false;
    }
    Waiter next = Objects.requireNonNull(heir);
    state = next.thread().getId();
    LockSupport.unpark(next.thread());
    return true;
  }

  /** Not final, as {@link #tryAcquire}. */
  void wakeHead() {
    // A head that asks goes on asking: only a hand-over, or itself, may end that.
    if (signal == STARVING || SIGNAL.compareAndSet(this, PARKED, NONE)) {
      unparkHead();
    }
  }

  private void unparkHead() {
    Waiter head = queue.peek();
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
    Waiter waiter = new Waiter(me);
    queue.add(waiter);
    Outcome outcome = await(waiter, interruptible, nanos);
    if (outcome == Outcome.ACQUIRED) {
      leaveWithLock(waiter);
    } else {
      // Before it leaves: from then on the next is the head, and an unlock must not pass it over.
      SIGNAL.compareAndSet(this, NONE, PARKED);
      queue.remove(waiter);
      wakeNext();
    }
    return outcome;
  }

  private Outcome await(Waiter waiter, boolean interruptible, long nanos) {
    long id = waiter.thread().getId();
    long start = System.nanoTime();
    boolean interrupted = false;
    while (true) {
      boolean head = queue.isHead(waiter);
      if (head && (spin(id, waiter) || lastTry(waiter, System.nanoTime() - start))) {
        break;
      }
      long waited = System.nanoTime() - start;
      boolean givesUp = (interruptible && interrupted) || waited >= nanos;
      if (givesUp && (!waiter.hasAsked() || takeBack())) {
        return interruptible && interrupted ? Outcome.INTERRUPTED : Outcome.TIMED_OUT;
      }
      park(head, waited, givesUp ? FOR_EVER : nanos);
      interrupted |= Thread.interrupted();
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
    return Outcome.ACQUIRED;
  }

  /** Raises the signal, and only then tries. */
  private boolean lastTry(Waiter head, long waited) {
    if (waited > patienceNanos) {
      ask(head);
    } else if (!head.hasAsked()) {
      signal = PARKED;
    }
    long id = head.thread().getId();
    return state == id || tryAcquire(id);
  }

  private void ask(Waiter head) {
    if (!head.hasAsked()) {
      head.asks();
      heir = head;
      signal = STARVING;
    }
  }

  // False: a holder has claimed the waiter and gives it the lock within its next instructions.
  private boolean takeBack() {
    return SIGNAL.compareAndSet(this, STARVING, NONE);
  }

  private void leaveWithLock(Waiter waiter) {
    if (getExclusiveOwnerThread() != null) {
      setExclusiveOwnerThread(null);
    }
    // Before it leaves: the next head's own signal must not be taken back.
    signal = NONE;
    queue.remove(waiter);
    if (!queue.isEmpty()) {
      SIGNAL.compareAndSet(this, NONE, PARKED);
    }
  }

  /** After a waiter has left without the lock: a wake-up it may have had was the next head's. */
  void wakeNext() {
    if (!queue.isEmpty()) {
      SIGNAL.compareAndSet(this, NONE, PARKED);
      if (state == FREE) {
        wakeHead();
      }
    }
  }

  /**
   * Looks until it has the lock, or until it is better to park.
   *
   * @param head the waiter, if it is the head of the queue
   */
  private boolean spin(long id, @Nullable Waiter head) {
    if (spinNanos == 0) {
      return false;
    }
    long start = System.nanoTime();
    long lastTurn = start;
    long seen = (long) TURNS.getOpaque(this);
    long pause = 0;
    while (true) {
      long holder = state;
      if (holder == id || (holder == FREE && tryAcquire(id))) {
        return true;
      }
      long now = pause(pause);
      long turn = (long) TURNS.getOpaque(this);
      if (turn == seen) {
        if (now - lastTurn > spinNanos) {
          return false;
        }
        pause = 0;
      } else {
        pause = turn - seen > 1 ? Math.min(LONGEST_PAUSE_NANOS, 2 * pause + 50) : 0;
        seen = turn;
        lastTurn = now;
      }
      if (head == null && now - start > spinNanos) {
        return false;
      }
      if (head != null && now - start > SPINNING_PATIENCE_NANOS) {
        ask(head);
      }
    }
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

  private void park(boolean head, long waited, long nanos) {
    long limit = nanos == FOR_EVER ? FOR_EVER : nanos - waited;
    if (head && waited < SHOWN_AFTER_NANOS) {
      limit = Math.min(limit, SHOWN_AFTER_NANOS - waited);
    } else if (head) {
      showOwner();
    }
    if (limit == FOR_EVER) {
      LockSupport.park(this);
    } else {
      LockSupport.parkNanos(this, limit);
    }
  }

  private void showOwner() {
    long owner = state;
    Thread holder = owner == FREE ? null : LiveThreads.byId(owner);
    if (state == owner && getExclusiveOwnerThread() != holder) {
      setExclusiveOwnerThread(holder);
    }
  }
}
