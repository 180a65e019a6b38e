package org.counterpoint.analysis.stats;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.counterpoint.analysis.model.PlannedCell;

/** What of a plan fits into a wall time, as a short pilot lets expect it. */
public sealed interface Budget {

  /** One line, with the numbers. */
  String text();

  /**
   * The most of the plan that fits. All cells lose the same part of their forks, and none comes
   * below {@link ForksNeeded#AT_LEAST}, unless fewer were wanted.
   *
   * @param wanted each cell with the forks it would have if time were no matter
   * @param pilots one of each arm; every cell has at least one
   * @param questions what such a plan is to find out
   * @param budgetSeconds from the start of the pilot; positive infinity where there is no bound
   * @param spentSeconds of it, by the pilot
   * @throws IllegalArgumentException if there is no cell, a cell without a pilot, two pilots of an
   *     arm, or a time below zero
   */
  static Budget of(
      List<PlannedCell> wanted,
      Collection<Pilot> pilots,
      Function<List<PlannedCell>, Questions> questions,
      double budgetSeconds,
      double spentSeconds) {
    if (!(budgetSeconds >= 0) || !(spentSeconds >= 0 && Double.isFinite(spentSeconds))) {
      throw new IllegalArgumentException(budgetSeconds + " s, " + spentSeconds + " s of it spent");
    }
    return new Planner(wanted, pilots).plan(questions, budgetSeconds, spentSeconds);
  }

  /**
   * How well a question will be answered at the latest.
   *
   * @param halfWidth of the interval of the ratio at the last look, of the two arms that vary most:
   *     0.05 is ± 5 %
   */
  record Expected(Question question, double halfWidth) {}

  /**
   * A plan that fits.
   *
   * @param cells with the forks that there is time for, on each JDK
   * @param fewer of the cells, how many not every JDK can measure
   * @param endSeconds after the start of the pilot, if no question is decided before
   * @param expected of every question that such a plan can answer
   */
  record Fits(
      List<PlannedCell> cells,
      int jdks,
      int fewer,
      double endSeconds,
      double budgetSeconds,
      List<Expected> expected)
      implements Budget {

    public Fits {
      cells = List.copyOf(cells);
      expected = List.copyOf(expected);
    }

    @Override
    public String text() {
      int most = cells.stream().mapToInt(PlannedCell::forks).max().orElse(0);
      int fewest = cells.stream().mapToInt(PlannedCell::forks).min().orElse(0);
      String forks = fewest == most ? count(most, "fork") : fewest + " to " + count(most, "fork");
      String of = Double.isInfinite(budgetSeconds) ? "" : " of " + clock(budgetSeconds);
      return String.format(
          Locale.ROOT,
          "%s × %s × %s take %s%s at most; %s",
          count(cells.size(), "cell"),
          places(jdks, fewer),
          forks,
          clock(endSeconds),
          of,
          widths());
    }

    private String widths() {
      double[] sorted = expected.stream().mapToDouble(Expected::halfWidth).sorted().toArray();
      return sorted.length == 0
          ? "too few forks for a verdict"
          : String.format(
              Locale.ROOT,
              "ratios to about ± %.1f %%, the widest ± %.1f %%",
              100 * sorted[sorted.length / 2],
              100 * sorted[sorted.length - 1]);
    }
  }

  /**
   * A plan that does not fit.
   *
   * @param fewer of the cells, how many not every JDK can measure
   * @param leastForks of each cell on each JDK that a run must have
   * @param forksThatFit of each, fewer than that
   * @param leastSeconds the smallest budget that would do
   */
  record TooSmall(
      int cells,
      int jdks,
      int fewer,
      int leastForks,
      int forksThatFit,
      double budgetSeconds,
      double leastSeconds)
      implements Budget {

    @Override
    public String text() {
      // Up to ten seconds more, since the next pilot may take a little longer than this one.
      double enough = 10 * Math.ceil(leastSeconds / 10);
      return String.format(
          Locale.ROOT,
          "%s hold %s of each of %s on %s, a verdict takes %d: at least %s",
          clock(budgetSeconds),
          count(forksThatFit, "fork"),
          count(cells, "cell"),
          places(jdks, fewer),
          leastForks,
          clock(enough));
    }
  }

  private static String places(int jdks, int fewer) {
    return count(jdks, "JDK") + (fewer == 0 ? "" : " (" + count(fewer, "cell") + " on fewer)");
  }

  private static String count(int number, String of) {
    return number + " " + of + (number == 1 ? "" : "s");
  }

  private static String clock(double seconds) {
    long whole = Math.round(seconds);
    if (whole < 60) {
      return whole + " s";
    }
    return whole / 60 + " min" + (whole % 60 == 0 ? "" : " " + whole % 60 + " s");
  }
}
