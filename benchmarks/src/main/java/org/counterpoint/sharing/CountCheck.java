package org.counterpoint.sharing;

/**
 * Whether a counter's value agrees with the increments made, all writers having finished.
 *
 * @param increments made since the counter was new
 * @param value what {@link SharedCounter#value()} said afterwards
 * @param bits what {@link SharedCounter#bits()} says: the comparison is modulo 2^bits
 */
public record CountCheck(long increments, long value, int bits) {

  public CountCheck {
    if (increments < 0) {
      throw new IllegalArgumentException(increments + " increments");
    }
    if (bits < 1 || bits > Long.SIZE) {
      throw new IllegalArgumentException(bits + " bits: a count has 1 to " + Long.SIZE);
    }
  }

  /** Reads the counter, whose writers must have finished. */
  public static CountCheck of(SharedCounter counter, long increments) {
    return new CountCheck(increments, counter.value(), counter.bits());
  }

  /** The value that the increments call for. */
  public long expected() {
    return bits == Long.SIZE ? increments : increments & ((1L << bits) - 1);
  }

  public boolean exact() {
    return value == expected();
  }

  /** Increments that are not in the value, modulo 2^bits; negative if some counted twice. */
  public long lost() {
    // The shifts extend the sign of the difference's own width.
    int unused = Long.SIZE - bits;
    return (expected() - value) << unused >> unused;
  }
}
