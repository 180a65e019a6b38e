package org.counterpoint.sharing;

/** Mutex locks as the models have them: they park at once, since a model has no time to spin. */
final class Locks {

  private Locks() {}

  /** Lets others overtake the queue for ever: no time passes in a model. */
  static MutexLock sound() {
    return new MutexLock(0, MutexLock.PATIENCE_NANOS);
  }

  /**
   * As {@link #sound}, with the release protocol. A model has no store that others see late, so
   * this checks only what a waiter does who looks after something that may have been overlooked.
   */
  static MutexLock release() {
    return new ReleaseMutexLock(0, MutexLock.PATIENCE_NANOS);
  }

  static MutexLock thatHandsOver() {
    return new MutexLock(0, -1);
  }

  /** One looks in the others' stead, as if the lock were busy; for no time, since none passes. */
  static MutexLock busy() {
    return busy(MutexLock.ENDLESS_PATIENCE_NANOS);
  }

  static MutexLock busyThatHandsOver() {
    return busy(-1);
  }

  private static MutexLock busy(long patienceNanos) {
    MutexLock lock = new MutexLock(-1, patienceNanos);
    lock.busy = true;
    return lock;
  }

  /** Broken on purpose: looks whether it is free, and then takes it. */
  static final class TakesInTwoSteps extends MutexLock {
    private static final long serialVersionUID = 1;

    TakesInTwoSteps() {
      super(0, PATIENCE_NANOS);
    }

    @Override
    boolean tryAcquire(long id) {
      if (state != 0) {
        return false;
      }
      state = id;
      return true;
    }
  }

  /** Broken on purpose: an unlock wakes nobody. */
  static final class Forgets extends MutexLock {
    private static final long serialVersionUID = 1;

    Forgets() {
      super(0, PATIENCE_NANOS);
    }

    @Override
    void wakeHead() {}
  }

  /** Broken on purpose: a waiter that gives up keeps the wake-up that it may have had. */
  static final class KeepsWakeUp extends MutexLock {
    private static final long serialVersionUID = 1;

    KeepsWakeUp() {
      super(0, PATIENCE_NANOS);
    }

    @Override
    void wakeNext() {}
  }
}
