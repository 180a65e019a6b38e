package org.counterpoint.sharing;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/**
 * The state under the mutex's tests: a mutex of its own lock for each try, and plain fields that
 * nothing but that lock keeps in order.
 */
// Guards are closed by use(), which has to see it when a broken lock refuses that.
@SuppressWarnings("MustBeClosedChecker")
abstract class Locked {

  /** Stands for a count: a holder was not alone, since somebody else released its lock. */
  static final int ROBBED = -1;

  /** Stands for a value: the lock was refused, since a holder had failed. */
  static final int POISONED = -2;

  /** Stands for what a thread saw of the other: left behind by an unlock that must not. */
  static final int LEFT_BEHIND = 1;

  /** Stands for what a thread saw of the other: left behind by an unlock that may, and rescued. */
  static final int RESCUED = 2;

  /** What the mutex guards, mutable. */
  static final class Cell {
    int count;
  }

  /** What one thread does in a try, for another to see. */
  static final class Part {
    private volatile @Nullable Thread thread;
    private volatile boolean finished;
  }

  private static final LockKind SUBJECT = LockKind.valueOf(Subject.name(LockKind.RELEASE));

  /** More than a core's own caches hold. */
  private static final int[] FAR = new int[1 << 21];

  /** Sixteen pages and a cache line, in ints. */
  private static final int FAR_STRIDE = 1_025 * 16;

  private static final int FAR_WRITES = 16;

  private final MutexLock lock = SUBJECT.create();
  private final Mutex<Cell> mutex = new Mutex<>(new Cell(), lock);

  private int besides;
  private volatile boolean robbed;

  /** Adds one under the lock. */
  final void increment() {
    increment(mutex.lock());
  }

  /**
   * Adds one under the lock and stays inside for a while, up to a few µs and each time another, so
   * that the other thread comes as far as to spin, to queue, to park, or to give up. What it writes
   * last is far from the processor: those stores wait in its buffer, and behind them the release,
   * for long enough that the other thread looks and parks.
   */
  final void incrementSlowly() {
    use(
        mutex.lock(),
        guard -> {
          guard.get().count++;
          long now = System.nanoTime();
          for (long looks = now & 63; looks > 0; looks--) {
            Thread.onSpinWait();
          }
          for (int i = 1; i <= FAR_WRITES; i++) {
            FAR[((int) now * 16 + i * FAR_STRIDE) & (FAR.length - 1)] = i;
          }
          return 1;
        });
  }

  /** Adds one under the lock, by the scoped form. */
  final void incrementScoped() {
    try {
      mutex.with(cell -> ++cell.count);
    } catch (IllegalStateException e) {
      robbed = true;
    }
  }

  /** Adds one if the lock is free; 1 if it was, else 0. */
  final int tryIncrement() {
    return incrementIfTaken(mutex.tryLock());
  }

  /** Adds one if the lock is free within 1 µs; 1 if it was, else 0. */
  final int incrementWithinMicrosecond() {
    try {
      return incrementIfTaken(mutex.tryLock(Duration.ofNanos(1_000)));
    } catch (InterruptedException e) {
      throw new AssertionError("nobody interrupts this thread", e);
    }
  }

  private int incrementIfTaken(@Nullable Guard<Cell> guard) {
    if (guard == null) {
      return 0;
    }
    increment(guard);
    return 1;
  }

  /**
   * Adds one, slowly, and then watches until the other thread has finished its part, if it has
   * begun; {@link #LEFT_BEHIND}, {@link #RESCUED} or 0.
   */
  final int incrementAndWatch(Part mine, Part others) {
    mine.thread = Thread.currentThread();
    incrementSlowly();
    mine.finished = true;
    Thread other = others.thread;
    int seen = 0;
    while (other != null && !others.finished) {
      if (isLeftBehind(other)) {
        if (!lock.mayOverlook()) {
          return LEFT_BEHIND;
        }
        seen = RESCUED;
      }
      Thread.onSpinWait();
    }
    return seen;
  }

  /**
   * Whether the other thread, of two, is parked at a free lock, and nobody has meant to wake it;
   * asked by the one that has finished, so that nobody is going to.
   *
   * <p>It doesn't mistake one that has been woken and has yet to run: whoever wakes a head lowers
   * its signal first, and one that was handed the lock holds it. Nor one that runs meanwhile: it
   * would take the lock, and not park here again.
   */
  private boolean isLeftBehind(Thread other) {
    return isParked(other)
        && (lock.signal & MutexLock.PARKED) != 0
        && !lock.isHeld()
        && isParked(other);
  }

  private boolean isParked(Thread thread) {
    Thread.State state = thread.getState();
    return (state == Thread.State.WAITING || state == Thread.State.TIMED_WAITING)
        && LockSupport.getBlocker(thread) == lock;
  }

  /** Adds one, releases, and releases again; 1 if that was refused, else 0. */
  final int incrementAndReleaseTwice() {
    Guard<Cell> guard = mutex.lock();
    increment(guard);
    try {
      guard.close();
      return 0;
    } catch (IllegalStateException e) {
      return 1;
    }
  }

  /** Writes the value, and a field that the mutex doesn't know, under the lock. */
  final void tell() {
    use(
        mutex.lock(),
        guard -> {
          besides = 1;
          guard.get().count = 1;
          return 1;
        });
  }

  /** What was told: tens for the value, ones for the other field. */
  final int hear() {
    return use(mutex.lock(), guard -> 10 * guard.get().count + besides);
  }

  /** Leaves the value half-changed, says so, and releases. */
  final void fail() {
    use(
        mutex.lock(),
        guard -> {
          guard.get().count = 1;
          guard.poison();
          return 1;
        });
  }

  /** The value, or {@link #POISONED}. */
  final int look() {
    try {
      return use(mutex.lock(), guard -> guard.get().count);
    } catch (PoisonedException e) {
      return POISONED;
    }
  }

  /** The value when all have finished, or {@link #ROBBED}; the mutex must be free. */
  final int end() {
    Guard<Cell> guard = mutex.tryLock();
    int count = guard == null ? ROBBED : use(guard, held -> held.get().count);
    return robbed ? ROBBED : count;
  }

  final boolean wasRobbed() {
    return robbed;
  }

  private void increment(Guard<Cell> guard) {
    use(guard, held -> ++held.get().count);
  }

  /** What the holder made of it, and then releases; {@link #ROBBED} if it could not. */
  private int use(Guard<Cell> guard, ToIntFunction<Guard<Cell>> section) {
    try {
      int result = section.applyAsInt(guard);
      guard.close();
      return result;
    } catch (IllegalStateException e) {
      robbed = true;
      return ROBBED;
    }
  }
}
