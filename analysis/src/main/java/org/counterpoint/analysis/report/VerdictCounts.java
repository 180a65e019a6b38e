package org.counterpoint.analysis.report;

import java.util.Map;
import org.counterpoint.analysis.stats.Verdict;

/** The answer to a comparison in one line. */
final class VerdictCounts {

  private VerdictCounts() {}

  /**
   * Such as {@code JDK 25 against 17: 3 cells slower, 5 faster, 12 the same within 5 %, 4 unclear}.
   */
  static String sentence(
      String subject, Map<Verdict, Integer> counts, int withheld, double margin) {
    int slower = counts.getOrDefault(Verdict.SLOWER, 0);
    return subject
        + ": "
        + (slower == 0 ? "no cell" : Words.count(slower, "cell"))
        + " slower, "
        + counts.getOrDefault(Verdict.FASTER, 0)
        + " faster, "
        + counts.getOrDefault(Verdict.SAME, 0)
        + " the same within "
        + Numbers.percent(margin)
        + ", "
        + counts.getOrDefault(Verdict.UNCLEAR, 0)
        + " unclear"
        + (withheld == 0 ? "" : ", " + withheld + " withheld");
  }
}
