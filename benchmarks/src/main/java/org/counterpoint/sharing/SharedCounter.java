package org.counterpoint.sharing;

/**
 * A counter that any number of threads increment at the same time.
 *
 * <p>The contract, for every strategy:
 *
 * <ul>
 *   <li>After {@link #increment()} returns, a later {@link #value()} of the same thread includes
 *       it.
 *   <li>When all writers have finished, and the caller knows so by a happens-before edge (it joined
 *       them, say), {@code value()} is exact: it equals the number of increments modulo 2^{@link
 *       #bits()}. No increment is lost, none counts twice.
 *   <li>While writers run, {@code value()} is some count between the increments that had finished
 *       when it began and those that had begun when it returned; it need not be a snapshot.
 *   <li>A counter of fewer than 64 bits wraps round at 2^bits, and says so by {@link #bits()}.
 * </ul>
 *
 * <p>{@link Strategy} lists the implementations.
 */
public interface SharedCounter extends AutoCloseable {

  /** Adds one. */
  void increment();

  /**
   * The count, in 0 … 2^{@link #bits()} − 1; of 64 bits, as Java's signed {@code long}. Also after
   * {@link #close()}.
   */
  long value();

  /** How many bits the count has before it wraps round: 64, or 32 where it is an {@code int}. */
  default int bits() {
    return Long.SIZE;
  }

  /**
   * Ends what the counter owns, after every increment that had returned is in the value; closing
   * again does nothing. The strategies that pass messages own a thread: from then on their {@code
   * increment()} throws {@link IllegalStateException}. The others own nothing and go on counting,
   * since a look at a closed flag would be measured with every increment.
   */
  @Override
  default void close() {}
}
