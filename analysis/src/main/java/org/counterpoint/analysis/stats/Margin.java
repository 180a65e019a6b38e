package org.counterpoint.analysis.stats;

/**
 * The difference below which two things count as the same, as a part of the smaller: 0.05 is 5 %,
 * and reaches from 1/1.05 to 1.05 on the scale of ratios.
 */
public record Margin(double relative) {

  /** Every difference counts. */
  public static final Margin NONE = new Margin(0);

  public Margin {
    if (!(relative >= 0 && Double.isFinite(relative))) {
      throw new IllegalArgumentException("margin " + relative);
    }
  }

  /** M = ln(1+ε), on the scale of differences of logs. */
  double log() {
    return Math.log1p(relative);
  }
}
