package org.counterpoint.analysis.model;

import java.util.Arrays;

/**
 * Counted values in ascending order: what JMH's sample mode writes as {@code [[value, count], …]}.
 */
public final class Histogram {

  private final double[] values;
  private final long[] counts;
  private final long total;

  private Histogram(double[] values, long[] counts, long total) {
    this.values = values;
    this.counts = counts;
    this.total = total;
  }

  /**
   * Values with their counts, in any order; both arrays are copied.
   *
   * @throws IllegalArgumentException if the lengths differ, a value is not finite, a count is
   *     negative, or the counts add up to more than a long holds
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
    long total = 0;
    for (int i = 0; i < order.length; i++) {
      sortedValues[i] = values[order[i]];
      sortedCounts[i] = counts[order[i]];
      total += sortedCounts[i];
      if (total < 0) {
        throw new IllegalArgumentException("more observations than a long can count");
      }
    }
    return new Histogram(sortedValues, sortedCounts, total);
  }

  /** How many observations were counted. */
  public long total() {
    return total;
  }

  /** The mean of all observations; NaN when there is none, otherwise finite. */
  public double mean() {
    double sum = 0;
    for (int i = 0; i < values.length; i++) {
      sum += values[i] * counts[i];
    }
    if (Double.isFinite(sum)) {
      return sum / total;
    }
    // The sum overflowed, which the mean does not.
    double mean = 0;
    for (int i = 0; i < values.length; i++) {
      mean += values[i] * ((double) counts[i] / total);
    }
    return Values.bounded(mean);
  }

  /**
   * The smallest value that at least the fraction {@code q} of the observations do not exceed; NaN
   * when there is none.
   */
  public double quantile(double q) {
    if (!(q >= 0 && q <= 1)) {
      throw new IllegalArgumentException("not a fraction: " + q);
    }
    // One step down before rounding up: 0.07 * 100 is 7.000000000000001 in doubles, and rank 7.
    long rank = Math.max(1, (long) Math.ceil(Math.nextDown(q * total)));
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
