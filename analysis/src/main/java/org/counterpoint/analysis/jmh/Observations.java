package org.counterpoint.analysis.jmh;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.counterpoint.analysis.model.Histogram;

/**
 * Counted values as they are read, equal values merged, so that a fork of many iterations needs the
 * room of its distinct values only.
 */
final class Observations {

  private double[] values = new double[64];
  private long[] counts = new long[64];
  private int size;

  void add(double value, long count) {
    if (size == values.length) {
      values = Arrays.copyOf(values, size * 2);
      counts = Arrays.copyOf(counts, size * 2);
    }
    values[size] = value;
    counts[size++] = count;
  }

  /** Adds all that {@code other} has. */
  void addAll(Observations other) {
    sort();
    other.sort();
    double[] mergedValues = new double[size + other.size];
    long[] mergedCounts = new long[size + other.size];
    int mine = 0;
    int theirs = 0;
    int merged = 0;
    while (mine < size || theirs < other.size) {
      double value =
          theirs == other.size || (mine < size && values[mine] <= other.values[theirs])
              ? values[mine]
              : other.values[theirs];
      long count = 0;
      while (mine < size && values[mine] == value) {
        count = Math.addExact(count, counts[mine++]);
      }
      while (theirs < other.size && other.values[theirs] == value) {
        count = Math.addExact(count, other.counts[theirs++]);
      }
      mergedValues[merged] = value;
      mergedCounts[merged++] = count;
    }
    values = mergedValues;
    counts = mergedCounts;
    size = merged;
  }

  // JMH writes them in order, so there is next to nothing to do.
  private void sort() {
    for (int i = 1; i < size; i++) {
      if (values[i - 1] > values[i]) {
        int[] order =
            IntStream.range(0, size)
                .boxed()
                .sorted((a, b) -> Double.compare(values[a], values[b]))
                .mapToInt(Integer::intValue)
                .toArray();
        values = Arrays.stream(order).mapToDouble(index -> values[index]).toArray();
        counts = Arrays.stream(order).mapToLong(index -> counts[index]).toArray();
        return;
      }
    }
  }

  /** How many observations were counted. */
  long total() {
    long total = 0;
    for (int i = 0; i < size; i++) {
      total = Math.addExact(total, counts[i]);
    }
    return total;
  }

  /** The mean of what was counted; NaN when nothing was. */
  double mean() {
    double sum = 0;
    long total = 0;
    for (int i = 0; i < size; i++) {
      sum += values[i] * counts[i];
      total += counts[i];
    }
    return sum / total;
  }

  Histogram toHistogram() {
    return Histogram.of(Arrays.copyOf(values, size), Arrays.copyOf(counts, size));
  }
}
