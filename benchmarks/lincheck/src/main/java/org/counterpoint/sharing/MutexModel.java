package org.counterpoint.sharing;

import java.time.Duration;
import java.util.function.ToIntFunction;
import org.jetbrains.lincheck.datastructures.Operation;
import org.jspecify.annotations.Nullable;

/**
 * A mutex around a count, locked in all ways. Each operation must look as if it happened at once:
 * they all return counts, so that two holders at a time would return what no order explains.
 */
@SuppressWarnings("MustBeClosed") // Who is given a guard closes it.
public abstract class MutexModel {

  /** In place of a count: a holder had failed. */
  private static final int POISONED = -1;

  private static final class Cell {
    int count;
  }

  private static final class Mishap extends RuntimeException {
    private static final long serialVersionUID = 1;
  }

  private final Mutex<Cell> mutex;

  MutexModel(MutexLock lock) {
    mutex = new Mutex<>(new Cell(), lock);
  }

  @Operation
  public int lock() {
    return unlessPoisoned(mutex -> add(mutex.lock()));
  }

  /** If it is refused, as {@link #lock}: whether it is depends on the others. */
  @Operation
  public int tryLock() {
    return unlessPoisoned(mutex -> addOrElseWait(mutex.tryLock()));
  }

  @Operation
  public int tryLockFor() throws InterruptedException {
    Guard<Cell> guard;
    try {
      guard = mutex.tryLock(Duration.ofSeconds(1));
    } catch (PoisonedException e) {
      return POISONED;
    }
    return unlessPoisoned(mutex -> addOrElseWait(guard));
  }

  @Operation
  public int with() {
    return unlessPoisoned(mutex -> mutex.with(cell -> ++cell.count));
  }

  @Operation
  public int fail() {
    return unlessPoisoned(
        mutex -> {
          try {
            return mutex.with(
                cell -> {
                  cell.count++;
                  throw new Mishap();
                });
          } catch (Mishap e) {
            return 0;
          }
        });
  }

  @Operation
  public int repair() {
    try (Guard<Cell> guard = mutex.lockPoisoned()) {
      mutex.clearPoison();
      return ++guard.get().count;
    }
  }

  private int unlessPoisoned(ToIntFunction<Mutex<Cell>> use) {
    try {
      return use.applyAsInt(mutex);
    } catch (PoisonedException e) {
      return POISONED;
    }
  }

  private int addOrElseWait(@Nullable Guard<Cell> guard) {
    return add(guard == null ? mutex.lock() : guard);
  }

  private static int add(Guard<Cell> taken) {
    try (Guard<Cell> guard = taken) {
      return ++guard.get().count;
    }
  }

  public static final class Sound extends MutexModel {
    public Sound() {
      super(Locks.sound());
    }
  }

  public static final class Release extends MutexModel {
    public Release() {
      super(Locks.release());
    }
  }

  public static final class Busy extends MutexModel {
    public Busy() {
      super(Locks.busy());
    }
  }

  public static final class HandsOver extends MutexModel {
    public HandsOver() {
      super(Locks.thatHandsOver());
    }
  }

  public static final class TakesInTwoSteps extends MutexModel {
    public TakesInTwoSteps() {
      super(new Locks.TakesInTwoSteps());
    }
  }

  public static final class Forgets extends MutexModel {
    public Forgets() {
      super(new Locks.Forgets());
    }
  }
}
