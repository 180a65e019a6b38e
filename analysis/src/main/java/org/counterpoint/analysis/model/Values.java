package org.counterpoint.analysis.model;

import java.util.Arrays;
import java.util.stream.DoubleStream;

/** An immutable sequence of finite numbers, unboxed since a file may hold millions of them. */
public final class Values {

  private static final int SUMMED_IN_A_ROW = 16;

  private final double[] values;

  private Values(double[] values) {
    this.values = values;
  }

  /**
   * A copy of the numbers given.
   *
   * @throws IllegalArgumentException if one is NaN or infinite
   */
  public static Values of(double... values) {
    for (double value : values) {
      requireFinite(value);
    }
    return new Values(values.clone());
  }

  /** Takes numbers one by one, where nobody knows beforehand how many there will be. */
  public static final class Builder {

    private double[] taken = new double[8];
    private int size;

    /**
     * Adds a number.
     *
     * @throws IllegalArgumentException if it is NaN or infinite
     */
    public void add(double value) {
      requireFinite(value);
      if (size == taken.length) {
        taken = Arrays.copyOf(taken, size * 2);
      }
      taken[size++] = value;
    }

    /** How many there are so far. */
    public int size() {
      return size;
    }

    /** Those there are so far, after which there are none, and room for as many. */
    public Values drain() {
      Values values = new Values(Arrays.copyOf(taken, size));
      size = 0;
      return values;
    }
  }

  private static void requireFinite(double value) {
    if (!Double.isFinite(value)) {
      throw new IllegalArgumentException("not a finite number: " + value);
    }
  }

  public int size() {
    return values.length;
  }

  public boolean isEmpty() {
    return values.length == 0;
  }

  public double get(int index) {
    return values[index];
  }

  public DoubleStream stream() {
    return Arrays.stream(values);
  }

  /** A fresh array, the caller's to change. */
  public double[] toArray() {
    return values.clone();
  }

  /** The arithmetic mean; NaN when empty, otherwise finite. */
  public double mean() {
    double mean = sum(0, values.length) / values.length;
    if (Double.isFinite(mean) || isEmpty()) {
      return mean;
    }
    // The sum overflowed, which the mean does not.
    double shares = 0;
    for (double value : values) {
      shares += value / values.length;
    }
    return bounded(shares);
  }

  /**
   * By halves, so that the error grows with the logarithm of their number only: N. J. Higham, "The
   * accuracy of floating point summation", SIAM J. Sci. Comput. 14 (1993). Kahan's sum, which is
   * exacter still, took a tenth of the time of reading a large file: each of its steps waits for
   * the one before.
   */
  private double sum(int from, int to) {
    if (to - from > SUMMED_IN_A_ROW) {
      int middle = (from + to) >>> 1;
      return sum(from, middle) + sum(middle, to);
    }
    double sum = 0;
    for (int i = from; i < to; i++) {
      sum += values[i];
    }
    return sum;
  }

  /** The middle value, or the mean of the two in the middle; NaN when empty. */
  public double median() {
    if (isEmpty()) {
      return Double.NaN;
    }
    double[] sorted = toArray();
    Arrays.sort(sorted);
    double below = sorted[(sorted.length - 1) / 2];
    double above = sorted[sorted.length / 2];
    return below / 2 + above / 2;
  }

  /** Undoes what rounding may add to the mean of values at the edge of what a double holds. */
  static double bounded(double mean) {
    return Math.max(-Double.MAX_VALUE, Math.min(Double.MAX_VALUE, mean));
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Values that && Arrays.equals(values, that.values);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(values);
  }

  @Override
  public String toString() {
    return Arrays.toString(values);
  }
}
