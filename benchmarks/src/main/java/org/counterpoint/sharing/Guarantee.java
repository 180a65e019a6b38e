package org.counterpoint.sharing;

import java.util.concurrent.atomic.AtomicLong;

/**
 * What a counter can be asked to guarantee, each step a little more than the one before: the ladder
 * of which {@code PriceBenchmark} measures the prices, at one thread.
 *
 * <p>The first two are for one thread alone.
 */
public enum Guarantee {
  /** That it is a number. */
  PLAIN_FIELD("plain field") {
    @Override
    public SharedCounter create() {
      return new PlainField();
    }
  },

  /** That within one thread nobody changes it while somebody reads it: {@link RefCell}. */
  REF_CELL("RefCell") {
    @Override
    public SharedCounter create() {
      return new InRefCell();
    }
  },

  /** That among all threads no increment is lost: one atomic instruction. */
  ATOMIC("atomic") {
    @Override
    public SharedCounter create() {
      return new Atomic();
    }
  },

  /** That more than one instruction can be done at a time: the lock of {@link Mutex}, alone. */
  LOCK("lock") {
    @Override
    public SharedCounter create() {
      return new UnderLock();
    }
  },

  /** That the value is reached in no other way: {@link Guard}, whatever a holder did before. */
  GUARD("mutex guard") {
    @Override
    public SharedCounter create() {
      return new UnderGuard();
    }
  },

  /** And that no holder has failed with it: {@link Mutex} as it is used. */
  POISON_CHECK("poison check") {
    @Override
    public SharedCounter create() {
      return new MutexCounter();
    }
  },

  /** That another thread has done it, and said so. */
  ROUND_TRIP("round trip") {
    @Override
    public SharedCounter create() {
      return new MessageRoundTripCounter();
    }
  };

  private final String label;

  Guarantee(String label) {
    this.label = label;
  }

  /** The name in charts and tables. */
  public String label() {
    return label;
  }

  /** A new counter at 0; whoever creates it closes it. */
  public abstract SharedCounter create();

  private static final class PlainField implements SharedCounter {
    private long count;

    @Override
    public void increment() {
      count++;
    }

    @Override
    public long value() {
      return count;
    }
  }

  private static final class Tally {
    private long count;
  }

  private static final class InRefCell implements SharedCounter {
    private final RefCell<Tally> cell = new RefCell<>(new Tally());

    @Override
    public void increment() {
      try (RefCell.RefMut<Tally> tally = cell.borrowMut()) {
        tally.get().count++;
      }
    }

    @Override
    public long value() {
      try (RefCell.Ref<Tally> tally = cell.borrow()) {
        return tally.get().count;
      }
    }
  }

  private static final class Atomic implements SharedCounter {
    private final AtomicLong count = new AtomicLong();

    @Override
    public void increment() {
      count.getAndIncrement();
    }

    @Override
    public long value() {
      return count.get();
    }
  }

  private static final class UnderLock implements SharedCounter {
    private final MutexLock lock = new ReleaseMutexLock();
    private long count;

    @Override
    public void increment() {
      lock.lock();
      try {
        count++;
      } finally {
        lock.unlock();
      }
    }

    @Override
    public long value() {
      lock.lock();
      try {
        return count;
      } finally {
        lock.unlock();
      }
    }
  }

  private static final class UnderGuard implements SharedCounter {
    private final Mutex<Tally> mutex = new Mutex<>(new Tally());

    @Override
    public void increment() {
      try (Guard<Tally> guard = mutex.lockPoisoned()) {
        guard.get().count++;
      }
    }

    @Override
    public long value() {
      try (Guard<Tally> guard = mutex.lockPoisoned()) {
        return guard.get().count;
      }
    }
  }
}
