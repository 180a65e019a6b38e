package org.counterpoint.analysis.model;

import java.util.Arrays;
import java.util.stream.DoubleStream;

/** An immutable sequence of finite numbers, unboxed since a file may hold millions of them. */
public final class Values {

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
      if (!Double.isFinite(value)) {
        throw new IllegalArgumentException("not a finite number: " + value);
      }
    }
    return new Values(values.clone());
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
    double mean = stream().average().orElse(Double.NaN);
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
