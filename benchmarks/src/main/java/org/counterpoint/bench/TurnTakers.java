package org.counterpoint.bench;

import java.util.Arrays;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Virtual threads that take one turn after the other until they are stopped, and one thread that
 * waits for them to have taken so many.
 *
 * <p>A turn is counted twice. Each thread has a tally of its own, which is exact once the thread
 * has ended. And all of them add to a {@link LongAdder}, at which the one that waits looks now and
 * then. A semaphore would tell it at once, but be one place in memory that all of them change at
 * every turn, as they would a counter that isn't under test.
 */
final class TurnTakers {

  /** The oldest feature release of the JDK that has virtual threads. */
  static final int SINCE_JDK = 21;

  /** Between two looks; what is taken meanwhile is not lost, but seen later. */
  private static final long LOOK_NANOS = 200_000;

  private final IntConsumer turn;
  private final Thread[] threads;
  private final long[] tallies;
  private final LongAdder taken = new LongAdder();

  private volatile boolean stopping;
  private volatile @Nullable Throwable failure;

  /** Of the one that waits. */
  private long awaited;

  /**
   * None of them runs yet.
   *
   * @param turn what a thread does in a turn; it gets the thread's number, from 0
   */
  TurnTakers(int number, IntConsumer turn) {
    if (number < 1) {
      throw new IllegalArgumentException("virtual threads: " + number);
    }
    this.turn = turn;
    threads = new Thread[number];
    tallies = new long[number];
  }

  /**
   * Starts them.
   *
   * @throws IllegalStateException on a JDK that has no virtual threads
   */
  void start() {
    for (int i = 0; i < threads.length; i++) {
      int number = i;
      threads[i] = startVirtualThread(() -> takeTurns(number));
    }
  }

  private void takeTurns(int number) {
    long own = 0;
    try {
      while (!stopping) {
        turn.accept(number);
        own++;
        taken.increment();
      }
    } catch (Throwable thrown) {
      failure = thrown;
    } finally {
      tallies[number] = own;
    }
  }

  /** Whether they are to come to an end, so that a turn need not take its time any more. */
  boolean isStopping() {
    return stopping;
  }

  /** What they have taken so far doesn't count for the one that waits. */
  void forget() {
    awaited = taken.sum();
  }

  /**
   * Waits for so many turns, beyond those that were waited for before.
   *
   * @throws IllegalStateException if one of the threads failed
   */
  void await(int turns) throws InterruptedException {
    awaited += turns;
    while (taken.sum() < awaited) {
      pause();
    }
  }

  /**
   * Waits until they have taken as many turns as there are threads, or until so much time has
   * passed: thousands that begin at once get in each other's way as they never do again.
   *
   * @throws IllegalStateException if one of the threads failed
   */
  void awaitBeginning(long mostNanos) throws InterruptedException {
    long start = System.nanoTime();
    while (taken.sum() < threads.length && System.nanoTime() - start < mostNanos) {
      pause();
    }
  }

  private void pause() throws InterruptedException {
    requireNoFailure();
    LockSupport.parkNanos(LOOK_NANOS);
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
  }

  /**
   * Waits until each has finished its turn and ended.
   *
   * @return how many turns they have taken, by their tallies
   * @throws IllegalStateException if one of the threads failed
   */
  long stop() throws InterruptedException {
    stopping = true;
    for (Thread thread : threads) {
      thread.join();
    }
    requireNoFailure();
    return Arrays.stream(tallies).sum();
  }

  private void requireNoFailure() {
    Throwable cause = failure;
    if (cause != null) {
      throw new IllegalStateException("a virtual thread failed: " + cause, cause);
    }
  }

  // By reflection: the code is compiled for 17.
  private static Thread startVirtualThread(Runnable work) {
    try {
      return (Thread)
          Thread.class.getMethod("startVirtualThread", Runnable.class).invoke(null, work);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(
          "virtual threads exist from JDK " + SINCE_JDK + " on, this is " + Runtime.version(), e);
    }
  }
}
