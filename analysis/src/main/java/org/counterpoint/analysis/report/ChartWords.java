package org.counterpoint.analysis.report;

import java.util.List;

/** What several kinds of charts say below their titles and plots. */
final class ChartWords {

  private ChartWords() {}

  private static String intervals(String shownAs, boolean any) {
    return any ? ". " + shownAs + ": 95 % intervals over forks" : ". Too few forks for intervals";
  }

  static String bands(List<LinePlot.Line> lines) {
    return intervals(
        "Bands",
        lines.stream()
            .flatMap(line -> line.points().stream())
            .anyMatch(point -> point.estimate().interval().isPresent()));
  }

  static String intervals(List<Contest> contests) {
    return intervals(
        "Bars",
        contests.stream()
            .flatMap(contest -> contest.measured().stream())
            .flatMap(entry -> entry.estimate().stream())
            .anyMatch(estimate -> estimate.interval().isPresent()));
  }

  static String unranked(List<Contest> contests) {
    return brokenNames(
        contests.stream()
            .flatMap(contest -> contest.entries().stream())
            .filter(entry -> entry.status() == Entry.Status.BROKEN)
            .map(Entry::contender)
            .distinct()
            .toList());
  }

  static String brokenNames(List<Contender> broken) {
    return broken.isEmpty()
        ? ""
        : "; not drawn, BROKEN: " + Words.list(broken.stream().map(Contender::label).toList());
  }
}
