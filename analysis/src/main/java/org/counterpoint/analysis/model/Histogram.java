package org.counterpoint.analysis.model;

import java.util.Arrays;

/**
 * Counted values in ascending order: what JMH's sample mode writes as {@code [[value, count], …]}.
 */
public final class Histogram {

  private final double[] values;
  private final long[] counts;
  private final long total;

  private Histogram(double[] values, long[] counts) {
    this.values = values;
    this.counts = counts;
    this.total = Arrays.stream(counts).sum();
  }

  /**
   * Values with their counts, in any order; both arrays are copied.
   *
   * @throws IllegalArgumentException if the lengths differ, a value is not finite or a count is
   *     negative
   */
  public static Histogram of(double[] values, long[] counts) {
    if (values.length != counts.length) {
      throw new IllegalArgumentException(values.length + " values, " + counts.length + " counts");
    }
    Integer[] order = new Integer[values.length];
    for (int i = 0; i < order.length; i++) {
      if (!Double.isFinite(values[i]) || counts[i] < 0) {
        throw new IllegalArgumentException("value " + values[i] + ", count " + counts[i]);
      }
      order[i] = i;
    }
    Arrays.sort(order, (a, b) -> Double.compare(values[a], values[b]));
    double[] sortedValues = new double[order.length];
    long[] sortedCounts = new long[order.length];
    for (int i = 0; i < order.length; i++) {
      sortedValues[i] = values[order[i]];
      sortedCounts[i] = counts[order[i]];
    }
    return new Histogram(sortedValues, sortedCounts);
  }

  /** How many observations were counted. */
  public long total() {
    return total;
  }

  /** The mean of all observations; NaN when there is none. */
  public double mean() {
    double sum = 0;
    for (int i = 0; i < values.length; i++) {
      sum += values[i] * counts[i];
    }
    return sum / total;
  }

  /**
   * The smallest value that at least the fraction {@code q} of the observations do not exceed; NaN
   * when there is none.
   */
  public double quantile(double q) {
    if (!(q >= 0 && q <= 1)) {
      throw new IllegalArgumentException("not a fraction: " + q);
    }
    long rank = Math.max(1, (long) Math.ceil(q * total));
    long seen = 0;
    for (int i = 0; i < values.length; i++) {
      seen += counts[i];
      if (seen >= rank && counts[i] > 0) {
        return values[i];
      }
    }
    return Double.NaN;
  }
}
