package org.counterpoint.analysis.compare;

import java.util.Collection;
import org.counterpoint.analysis.stats.Interval;
import org.counterpoint.analysis.stats.Margin;
import org.counterpoint.analysis.stats.Verdict;

/** Whether a change may pass. */
public enum Gate {
  /** Nothing is slower by more than the margin: each interval shows it. */
  PASS,
  /** Something is slower by more than the margin, whoever looks at all cells at once. */
  FAIL,
  /** Neither is shown: more forks may tell. */
  UNCLEAR;

  /**
   * Of one cell: the gate asks one side only, so a cell may pass that is unclear, since it may be
   * faster.
   *
   * @param interval of candidate over base
   */
  static Gate of(Verdict verdict, Interval interval, Margin margin, boolean higherIsBetter) {
    if (verdict == Verdict.SLOWER) {
      return FAIL;
    }
    double upper = 1 + margin.relative();
    boolean isNotSlower = higherIsBetter ? interval.low() > 1 / upper : interval.high() < upper;
    return isNotSlower ? PASS : UNCLEAR;
  }

  /**
   * Of all cells: one that fails is enough, and all must pass. The first is corrected for the
   * family in the verdicts; the second needs no correction, since it is wrong only where a cell is
   * slower and passes.
   */
  static Gate of(Collection<Gate> cells) {
    if (cells.contains(FAIL)) {
      return FAIL;
    }
    return cells.isEmpty() || cells.contains(UNCLEAR) ? UNCLEAR : PASS;
  }
}
