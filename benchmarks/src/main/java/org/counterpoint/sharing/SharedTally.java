package org.counterpoint.sharing;

/**
 * A sum, and how many amounts are in it, which any number of threads add to at the same time: two
 * fields that must change together. Two atomic variables can't do it: whoever reads between one
 * change and the other sees a sum that belongs to no count.
 *
 * <p>The contract, for every implementation:
 *
 * <ul>
 *   <li>{@link #totals()} is the count and the sum of one set of additions: all that had returned
 *       when it began, and perhaps some that had begun when it returned, each of them in both or in
 *       neither.
 *   <li>After {@link #add} returns, a later {@link #totals()} of the same thread includes it.
 *   <li>Count and sum wrap round at 2^64.
 * </ul>
 *
 * <p>{@link Strategy#tallies()} lists the strategies that have one.
 */
public interface SharedTally extends AutoCloseable {

  /** Adds an amount to the sum, and one to the count. */
  void add(long amount);

  /** Both, as they were at one moment. Also after {@link #close()}. */
  Totals totals();

  /** As {@link SharedCounter#close()}. */
  @Override
  default void close() {}

  /**
   * What a tally says.
   *
   * @param count how many amounts were added
   * @param sum of them
   */
  record Totals(long count, long sum) {

    /** Of nothing. */
    public static final Totals NONE = new Totals(0, 0);

    /** These, and one amount more. */
    public Totals with(long amount) {
      return new Totals(count + 1, sum + amount);
    }
  }
}
