package org.counterpoint.bench;

import org.jspecify.annotations.Nullable;

/**
 * Counts how often a lock goes from one thread to another, in the lock itself: everything but the
 * registry is guarded by the lock under test, and read when its threads have stopped.
 *
 * <p>It costs the critical section a look at who was here last, and a write where that changes. So
 * it counts only where a {@link HandOverProfiler} asks for it, in runs whose throughput is not what
 * they are for.
 */
final class HandOvers {

  private static boolean asked;
  private static @Nullable HandOvers current;

  private @Nullable Thread last;
  private long acquisitions;
  private long handOvers;

  /** From now on, trials are to count. */
  static synchronized void ask() {
    asked = true;
  }

  /** A trial begins: its counts, or null if nobody asked for them. */
  static synchronized @Nullable HandOvers open() {
    current = asked ? new HandOvers() : null;
    return current;
  }

  /** The counts of the trial that runs in this JVM, if there are any. */
  static synchronized @Nullable HandOvers current() {
    return current;
  }

  /** By who holds the lock, once an acquisition. */
  void turn() {
    acquisitions++;
    Thread me = Thread.currentThread();
    if (last != me) {
      last = me;
      handOvers++;
    }
  }

  /** Of a thousand acquisitions, how many were another thread's than the one before; from 0 on. */
  double takePerThousand() {
    double rate = acquisitions == 0 ? 0 : 1000.0 * handOvers / acquisitions;
    acquisitions = 0;
    handOvers = 0;
    return rate;
  }
}
