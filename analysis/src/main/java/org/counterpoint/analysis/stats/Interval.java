package org.counterpoint.analysis.stats;

/** A closed interval; both ends finite. */
public record Interval(double low, double high) {

  public Interval {
    if (!Double.isFinite(low) || !Double.isFinite(high) || low > high) {
      throw new IllegalArgumentException("[" + low + ", " + high + "]");
    }
  }

  public boolean contains(double value) {
    return low <= value && value <= high;
  }

  /** What {@code center ± half} on the log scale is on the scale of the values. */
  static Interval ofLogs(double center, double half) {
    return new Interval(finiteExp(center - half), finiteExp(center + half));
  }

  /**
   * {@code exp(log)}, and the largest double in place of infinity: three forks that differ by
   * orders of magnitude can push the upper end there, and every value that could be measured still
   * lies below it.
   */
  static double finiteExp(double log) {
    return Math.min(Math.exp(log), Double.MAX_VALUE);
  }
}
