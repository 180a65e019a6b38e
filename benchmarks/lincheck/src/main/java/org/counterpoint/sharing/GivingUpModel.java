package org.counterpoint.sharing;

import org.jetbrains.lincheck.datastructures.Operation;
import org.jetbrains.lincheck.datastructures.Validate;

/**
 * A holder interrupts one that waits, while another waits too: whoever gives up must leave the
 * queue whole, and must not take a wake-up with it that was the other's.
 */
public abstract class GivingUpModel {

  private static final long SOMEBODY = Long.MAX_VALUE;

  private final MutexLock lock;
  private final Interruptible impatient = new Interruptible();
  private int stays;

  GivingUpModel(MutexLock lock) {
    this.lock = lock;
    // Held from the start, or each interleaving would begin with who gets it first.
    lock.tryAcquire(SOMEBODY);
  }

  @Operation(runOnce = true, nonParallelGroup = "holder")
  public void interruptAndUnlock() {
    impatient.interrupt();
    lock.unlock();
  }

  @Operation(runOnce = true, nonParallelGroup = "patient")
  public void waitForIt() {
    lock.lock();
    stays++;
    lock.unlock();
  }

  @Operation(runOnce = true, nonParallelGroup = "impatient")
  public void waitOrGiveUp() {
    impatient.begin();
    try {
      lock.lockInterruptibly();
      lock.unlock();
    } catch (InterruptedException e) {
      // Gave up.
    } finally {
      impatient.end();
    }
  }

  @Validate
  public void leavesTheQueueWhole() {
    if (lock.isHeld() || lock.queueLength() != 0 || stays != 1) {
      throw new IllegalStateException(
          "held " + lock.isHeld() + ", in the queue " + lock.queueLength() + ", stays " + stays);
    }
  }

  public static final class Sound extends GivingUpModel {
    public Sound() {
      super(Locks.sound());
    }
  }

  public static final class Release extends GivingUpModel {
    public Release() {
      super(Locks.release());
    }
  }

  public static final class Busy extends GivingUpModel {
    public Busy() {
      super(Locks.busy());
    }
  }

  public static final class BusyHandsOver extends GivingUpModel {
    public BusyHandsOver() {
      super(Locks.busyThatHandsOver());
    }
  }

  public static final class HandsOver extends GivingUpModel {
    public HandsOver() {
      super(Locks.thatHandsOver());
    }
  }

  public static final class KeepsWakeUp extends GivingUpModel {
    public KeepsWakeUp() {
      super(new Locks.KeepsWakeUp());
    }
  }

  /** What the operations come to, in any order; alone, some would wait for ever. */
  public static final class Expected {
    @Operation
    public void interruptAndUnlock() {}

    @Operation
    public void waitForIt() {}

    @Operation
    public void waitOrGiveUp() {}
  }
}
