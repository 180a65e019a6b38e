package org.counterpoint.analysis.report;

import java.util.Arrays;

/** Moves labels apart. */
final class Spread {

  private Spread() {}

  /**
   * Positions in the same order, at least {@code gap} apart and within the bounds where there is
   * room, as near to the wanted ones as pushing allows.
   *
   * @param wanted in ascending order
   */
  static double[] apart(double[] wanted, double gap, double low, double high) {
    double[] placed = wanted.clone();
    int n = placed.length;
    for (int i = 0; i < n; i++) {
      placed[i] = Math.max(placed[i], i == 0 ? low : placed[i - 1] + gap);
    }
    for (int i = n - 1; i >= 0; i--) {
      placed[i] = Math.min(placed[i], i == n - 1 ? high : placed[i + 1] - gap);
    }
    // Labels that were pushed down from the top as a chain sit lower than they need to: centre
    // every chain on what its members wanted, if that keeps it clear of its neighbours.
    int start = 0;
    while (start < n) {
      int end = start;
      while (end + 1 < n && placed[end + 1] - placed[end] <= gap + 1e-9) {
        end++;
      }
      double want = Arrays.stream(wanted, start, end + 1).average().orElse(0);
      double have = (placed[start] + placed[end]) / 2;
      double up = start == 0 ? placed[start] - low : placed[start] - placed[start - 1] - gap;
      double down = end == n - 1 ? high - placed[end] : placed[end + 1] - placed[end] - gap;
      double shift = Math.max(-Math.max(0, up), Math.min(Math.max(0, down), want - have));
      for (int i = start; i <= end; i++) {
        placed[i] += shift;
      }
      start = end + 1;
    }
    return placed;
  }
}
