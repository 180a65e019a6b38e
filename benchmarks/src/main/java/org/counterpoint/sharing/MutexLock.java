package org.counterpoint.sharing;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.concurrent.locks.AbstractOwnableSynchronizer;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * The lock under {@link Mutex}, without the value: a state word, a bounded spin, a queue of parked
 * waiters.
 *
 * <p>Whoever swaps the state from 0 to its thread's id holds the lock. New arrivals may overtake
 * the queue; within the queue only the head tries, so it is first in, first out.
 *
 * <p><b>No wake-up is lost.</b> The release is a volatile store to the state, followed by a
 * volatile read of the queue. A waiter enters the queue and announces to park by volatile writes,
 * then tries once more, and parks only if that fails. In the one order of these four, either the
 * waiter is in the queue before the releaser reads it, and is woken; or it enters later, hence
 * tries after the release, and gets the lock unless somebody else did, whose own release then meets
 * the same argument. A waiter that leaves without the lock wakes the next head, since the wake-up
 * that it may have taken with it was that one's.
 *
 * <p><b>Nobody starves.</b> A head that has waited for {@link #PATIENCE_NANOS} and still fails asks
 * for the lock, and the next unlock hands it over: the state goes from one id to the other and is
 * never 0, so nobody can overtake.
 *
 * <p>The owner is published to {@link AbstractOwnableSynchronizer}, and this object is what waiters
 * park on, so that thread dumps and deadlock detection see who waits for whom. It is published when
 * it changes, not at every turn, since a reference store costs more than the rest of an uncontended
 * turn; between turns it may name the last owner, and keep that thread from being collected.
 *
 * <p>Threads are told apart by {@link Thread#getId()}, which is positive and never reused.
 */
class MutexLock extends AbstractOwnableSynchronizer {

  /** What it came to when a thread waited for the lock. */
  private enum Outcome {
    ACQUIRED,
    TIMED_OUT,
    INTERRUPTED
  }

  /** How long a head lets others overtake it. */
  static final long PATIENCE_NANOS = 1_000_000;

  private static final long serialVersionUID = 1;
  private static final long FREE = 0;
  private static final long FOR_EVER = Long.MAX_VALUE;

  private static final VarHandle STATE = Fields.handle(MethodHandles.lookup(), "state", long.class);
  private static final VarHandle STARVING =
      Fields.handle(MethodHandles.lookup(), "starving", Waiter.class);

  volatile long state;

  private final int looks;
  private final long patienceNanos;
  private final transient WaitQueue queue = new WaitQueue();

  // Set by a head, once; taken back by it, or claimed by the holder that hands the lock over.
  private transient volatile @Nullable Waiter starving;

  MutexLock() {
    this(Spin.LOOKS, PATIENCE_NANOS);
  }

  /**
   * @param looks how often a thread looks at the state before it enters the queue, and before it
   *     parks at its head
   * @param patienceNanos how long a head lets others overtake it before it asks for the lock
   */
  MutexLock(int looks, long patienceNanos) {
    this.looks = looks;
    this.patienceNanos = patienceNanos;
  }

  final void lock() {
    Thread me = Thread.currentThread();
    if (!tryAcquire(me.getId())) {
      contend(me, false, FOR_EVER);
    }
    publish(me);
  }

  final void lockInterruptibly() throws InterruptedException {
    tryLock(FOR_EVER);
  }

  final boolean tryLock() {
    Thread me = Thread.currentThread();
    if (!tryAcquire(me.getId())) {
      return false;
    }
    publish(me);
    return true;
  }

  /** As {@link #tryLock()}, for so long; of 0 or less, without waiting. */
  final boolean tryLock(long nanos) throws InterruptedException {
    Thread me = Thread.currentThread();
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
    Outcome outcome =
        tryAcquire(me.getId()) ? Outcome.ACQUIRED : contend(me, /* interruptible= */ true, nanos);
    switch (outcome) {
      case ACQUIRED -> publish(me);
      case INTERRUPTED -> throw new InterruptedException();
      case TIMED_OUT -> {}
    }
    return outcome == Outcome.ACQUIRED;
  }

  final boolean isHeldByCurrentThread() {
    return state == Thread.currentThread().getId();
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
    if (queue.isEmpty() || !handOver()) {
      state = FREE;
      if (!queue.isEmpty()) {
        wakeNext();
      }
    }
  }

  // These two are not final: the tests break each, and show that the breach is found.

  boolean tryAcquire(long id) {
    return STATE.compareAndSet(this, FREE, id);
  }

  void wakeNext() {
    queue.wakeHead();
  }

  private void publish(Thread owner) {
    if (getExclusiveOwnerThread() != owner) {
      setExclusiveOwnerThread(owner);
    }
  }

  private boolean handOver() {
    Waiter heir = starving;
    if (heir == null || !STARVING.compareAndSet(this, heir, (Waiter) null)) {
      // Those who wait must not be shown waiting for a thread that has let go.
      setExclusiveOwnerThread(null);
      return false;
    }
    setExclusiveOwnerThread(heir.thread());
    state = heir.thread().getId();
    heir.wake();
    return true;
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
    if (spin(id)) {
      return Outcome.ACQUIRED;
    }
    Waiter waiter = new Waiter(me);
    queue.add(waiter);
    Outcome outcome = await(waiter, id, interruptible, nanos);
    if (outcome == Outcome.ACQUIRED) {
      if (starving == waiter) {
        starving = null;
      }
      queue.remove(waiter);
    } else {
      queue.remove(waiter);
      wakeNext();
    }
    return outcome;
  }

  private Outcome await(Waiter waiter, long id, boolean interruptible, long nanos) {
    long start = System.nanoTime();
    boolean interrupted = false;
    boolean asked = false;
    while (true) {
      if (queue.isHead(waiter) && spin(id)) {
        break;
      }
      long waited = System.nanoTime() - start;
      // Once only: asking again could hide that a hand-over to this waiter is under way.
      if (!asked && waited > patienceNanos && queue.isHead(waiter)) {
        asked = true;
        starving = waiter;
      }
      waiter.announce();
      if (isHandedTo(id) || (queue.isHead(waiter) && tryAcquire(id))) {
        break;
      }
      boolean givesUp = (interruptible && interrupted) || waited >= nanos;
      if (givesUp && (!asked || takeBack(waiter))) {
        return interruptible && interrupted ? Outcome.INTERRUPTED : Outcome.TIMED_OUT;
      }
      park(nanos == FOR_EVER ? FOR_EVER : nanos - waited);
      waiter.awake();
      interrupted |= Thread.interrupted();
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
    return Outcome.ACQUIRED;
  }

  // False: a holder has claimed the waiter and gives it the lock within its next instructions.
  private boolean takeBack(Waiter waiter) {
    return STARVING.compareAndSet(this, waiter, (Waiter) null);
  }

  private boolean isHandedTo(long id) {
    return state == id;
  }

  private boolean spin(long id) {
    for (int look = 0; look < looks; look++) {
      long seen = state;
      if (seen == id || (seen == FREE && tryAcquire(id))) {
        return true;
      }
      Thread.onSpinWait();
    }
    return false;
  }

  private void park(long nanos) {
    if (nanos == FOR_EVER) {
      LockSupport.park(this);
    } else {
      LockSupport.parkNanos(this, nanos);
    }
  }
}
