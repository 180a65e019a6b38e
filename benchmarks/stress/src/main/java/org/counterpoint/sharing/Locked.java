package org.counterpoint.sharing;

import java.time.Duration;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/**
 * The state under the mutex's tests: a mutex of its own lock for each try, and plain fields that
 * nothing but that lock keeps in order.
 */
abstract class Locked {

  /** Stands for a count: a holder was not alone, since somebody else released its lock. */
  static final int ROBBED = -1;

  /** Stands for a value: the lock was refused, since a holder had failed. */
  static final int POISONED = -2;

  /** What the mutex guards, mutable. */
  static final class Cell {
    int count;
  }

  final Mutex<Cell> mutex;

  private int besides;
  private volatile boolean robbed;

  Locked(MutexLock lock) {
    mutex = new Mutex<>(new Cell(), lock);
  }

  /** Adds one under the lock. */
  final void increment() {
    increment(mutex.lock());
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
