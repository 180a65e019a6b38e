package org.counterpoint.analysis.stats;

/** What can be said of a candidate, compared with its base at a margin. */
public enum Verdict {
  /** Worse by more than the margin. */
  SLOWER,
  /** Better by more than the margin. */
  FASTER,
  /** Within the margin, on either side. */
  SAME,
  /** None of these can be said: more forks may tell. It is not the same as {@link #SAME}. */
  UNCLEAR;

  /**
   * What the interval alone says, of one comparison that stands for itself and is looked at once.
   *
   * @param interval of candidate over base
   */
  public static Verdict of(Interval interval, Margin margin, boolean higherIsBetter) {
    double upper = 1 + margin.relative();
    double lower = 1 / upper;
    if (interval.low() > upper) {
      return higherIsBetter ? FASTER : SLOWER;
    }
    if (interval.high() < lower) {
      return higherIsBetter ? SLOWER : FASTER;
    }
    return lower < interval.low() && interval.high() < upper ? SAME : UNCLEAR;
  }
}
