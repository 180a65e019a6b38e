package org.counterpoint.analysis.report;

import java.util.Locale;
import org.counterpoint.analysis.stats.AverageChange;

/** What a change did on average, in a sentence. */
final class AverageWords {

  private AverageWords() {}

  /**
   * Such as {@code JDK 25 against 17, throughput on average over 282 cells: +0.2 % [-1.5 %, +1.9
   * %], the same within 5 %}.
   *
   * @param subject such as {@code JDK 25 against 17}
   * @param margin of the verdict, relative
   */
  static String sentence(String subject, AverageChange average, double margin) {
    return subject
        + ", "
        + average.measure()
        + " on average over "
        + Words.count(average.cells(), "cell")
        + ": "
        + change(average.ratio().value())
        + " ["
        + change(average.ratio().interval().low())
        + ", "
        + change(average.ratio().interval().high())
        + "], "
        + verdict(average, Numbers.percent(margin));
  }

  private static String verdict(AverageChange average, String margin) {
    return switch (average.verdict()) {
      case SLOWER -> "slower by more than " + margin;
      case FASTER -> "faster by more than " + margin;
      case SAME -> "the same within " + margin;
      case UNCLEAR -> "unclear";
    };
  }

  private static String change(double ratio) {
    return String.format(Locale.ROOT, "%+.1f %%", 100 * (ratio - 1));
  }
}
