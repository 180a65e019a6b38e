package org.counterpoint.analysis.jmh;

import java.util.Arrays;

/** Grows as numbers are read, unboxed. */
final class Numbers {

  private double[] values = new double[8];
  private int size;

  void add(double value) {
    if (size == values.length) {
      values = Arrays.copyOf(values, size * 2);
    }
    values[size++] = value;
  }

  int size() {
    return size;
  }

  double[] toArray() {
    return Arrays.copyOf(values, size);
  }
}
