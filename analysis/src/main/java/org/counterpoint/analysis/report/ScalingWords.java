package org.counterpoint.analysis.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.counterpoint.analysis.stats.Interval;
import org.counterpoint.analysis.stats.Scalability.Warning;

/** What may be said of how things scale. */
final class ScalingWords {

  /** What is fitted. */
  static final String LAW =
      "Universal Scalability Law, X(N) = λN / (1 + σ(N−1) + κN(N−1)): λ is the throughput of one"
          + " thread, σ contention, κ crosstalk, N* the number of threads at the peak";

  /** How to read it. */
  static final String READING =
      "The Universal Scalability Law is fitted to all forks of a contender, where there are 5 or more"
          + " numbers of threads. A curve is drawn only where the law comes as close to the points as"
          + " they lie to each other and none of its numbers had to be held at 0; a peak is marked"
          + " only where its whole interval lies within the threads that were measured, and κ's above"
          + " 0.";

  private static final int TITLE_LENGTH = 110;

  private ScalingWords() {}

  /**
   * A chart's title: the peaks that their intervals support, or else the question.
   *
   * @param objection why the run as a whole supports no verdict, if it does not
   */
  static String headline(Scaling scaling, Optional<String> objection) {
    String question = "At how many threads does throughput peak?";
    if (objection.isPresent()) {
      return question + " (" + Words.capital(objection.get()) + ")";
    }
    List<String> clauses = new ArrayList<>();
    for (Scaling.Line line : scaling.lines()) {
      line.certainPeak()
          .ifPresent(
              interval ->
                  clauses.add(
                      line.contender().label()
                          + (clauses.isEmpty() ? " peaks at " : " at ")
                          + threads(line.peak().orElseThrow())
                          + (clauses.isEmpty() ? " threads " : " ")
                          + threads(interval)));
    }
    if (clauses.isEmpty()) {
      return question + " Not certain within " + range(scaling);
    }
    StringBuilder title = new StringBuilder(clauses.get(0));
    for (String clause : clauses.subList(1, clauses.size())) {
      if (title.length() + clause.length() + 2 > TITLE_LENGTH) {
        return title + "; see the table for the rest";
      }
      title.append("; ").append(clause);
    }
    return title.toString();
  }

  private static String range(Scaling scaling) {
    List<Integer> threads = scaling.threads();
    return threads.get(0) + " to " + threads.get(threads.size() - 1);
  }

  /** Of a line in a chart: its peak, or why it has no curve. */
  static String note(Scaling.Line line) {
    if (line.curve().isEmpty()) {
      return "no curve: " + why(line);
    }
    if (line.certainPeak().isPresent()) {
      return "peak at "
          + threads(line.peak().orElseThrow())
          + " "
          + threads(line.certainPeak().get());
    }
    double peak = line.peak().orElse(0);
    return peak <= line.fewest()
        ? "curve falls from " + line.fewest() + " on"
        : peak > line.most() ? "curve rises up to " + line.most() : "peak not certain";
  }

  private static String why(Scaling.Line line) {
    if (line.warnings().contains(Warning.NO_FIT)) {
      return "no fit";
    }
    if (line.warnings().contains(Warning.FEW_LEVELS)) {
      return "too few loads";
    }
    if (line.warnings().contains(Warning.LACK_OF_FIT)) {
      return "law misses points";
    }
    if (line.isKappaHeld()) {
      return "κ held at 0";
    }
    return line.isSigmaHeld() ? "σ held at 0" : "can't be judged";
  }

  /** What there is to doubt of a fit, in sentences. */
  static List<String> doubts(Scaling.Line line) {
    List<String> doubts = new ArrayList<>();
    line.warnings().stream().sorted().map(ScalabilityText::sentence).forEach(doubts::add);
    if (line.isKappaHeld() && !line.warnings().contains(Warning.NO_PEAK)) {
      doubts.add("κ came out at 0 or less, and was held at 0");
    }
    if (line.isSigmaHeld()) {
      doubts.add("σ came out below 0, and was held at 0");
    }
    if (line.fit().isPresent() && !line.canMiss()) {
      doubts.add("whether the law fits can't be told");
    }
    return doubts;
  }

  private static String threads(Interval interval) {
    return "[" + threads(interval.low()) + ", " + threads(interval.high()) + "]";
  }

  /** To a tenth, or a whole number from ten on. */
  private static String threads(double n) {
    return String.format(Locale.ROOT, n < 9.95 ? "%.1f" : "%.0f", n).replaceFirst("\\.0$", "");
  }
}
