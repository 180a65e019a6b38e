package org.counterpoint.bench;

import java.util.concurrent.locks.LockSupport;
import java.util.function.DoubleSupplier;

/**
 * One thread's arrivals at a rate that does not depend on what becomes of them. An operation that
 * is due while the one before it still runs waits, and its response time counts from when it was
 * due: whoever starts the clock later, when the thread gets round to it, leaves out the very waits
 * that a slow operation causes, which is called coordinated omission (G. Tene, "How NOT to Measure
 * Latency", 2013).
 *
 * <p>So the thread is a queue with one server, which is itself: the response time is the wait for
 * the operations before, and the operation's own time. Not for several threads.
 */
final class OpenLoop {

  /** Time as this thread sees it. */
  interface Clock {

    /** Now, in nanoseconds since whenever. */
    long nanoTime();

    /** Returns at that time or a little later; at once if it has passed. */
    void await(long nanoTime);
  }

  /** The machine's clock. Waits by spinning, since a thread that sleeps wakes too late. */
  enum MachineClock implements Clock {
    INSTANCE;

    /** Nobody spins for longer than this, and whoever sleeps wakes so much before the time. */
    private static final long LONGEST_SPIN_NANOS = 200_000;

    @Override
    public long nanoTime() {
      return System.nanoTime();
    }

    @Override
    public void await(long nanoTime) {
      long left = nanoTime - System.nanoTime();
      while (left > 0) {
        if (left > 2 * LONGEST_SPIN_NANOS) {
          LockSupport.parkNanos(left - LONGEST_SPIN_NANOS);
        } else {
          Thread.onSpinWait();
        }
        left = nanoTime - System.nanoTime();
      }
    }
  }

  private final Clock clock;
  private final DoubleSupplier gaps;
  private boolean begun;
  private long start;
  private double sinceStart;

  /**
   * Arrivals that are yet to begin.
   *
   * @param gaps from one arrival to the next, in nanoseconds
   */
  OpenLoop(Clock clock, DoubleSupplier gaps) {
    this.clock = clock;
    this.gaps = gaps;
  }

  /** Gaps of Poisson arrivals, which know nothing of each other. */
  static DoubleSupplier poisson(double perNano, Draw draw) {
    return () -> -Math.log(draw.uniform()) / perNano;
  }

  /** Forgets whoever waits: the next arrival is the first of a new sequence. */
  void reset() {
    begun = false;
  }

  /** Waits until the next operation is due, unless it is already; the time for which it was due. */
  long arrival() {
    if (!begun) {
      begun = true;
      start = clock.nanoTime();
      sinceStart = 0;
    }
    sinceStart += gaps.getAsDouble();
    long due = start + (long) sinceStart;
    clock.await(due);
    return due;
  }

  /** How long it is since then. */
  long since(long due) {
    return clock.nanoTime() - due;
  }
}
