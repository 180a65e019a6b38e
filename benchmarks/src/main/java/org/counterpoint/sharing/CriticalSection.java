package org.counterpoint.sharing;

/**
 * A counter whose lock can be held for more than the increment. Strategies without a lock have no
 * such thing.
 */
public interface CriticalSection extends SharedCounter {

  /**
   * Adds one, and runs the work in the same critical section: nobody else increments meanwhile.
   *
   * @param work must not touch the counter
   */
  void increment(Runnable work);
}
