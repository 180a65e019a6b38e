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
    // The sum may overflow where the mean does not.
    return Double.isInfinite(mean) ? stream().map(value -> value / values.length).sum() : mean;
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
