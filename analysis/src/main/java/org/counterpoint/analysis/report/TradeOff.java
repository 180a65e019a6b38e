package org.counterpoint.analysis.report;

import java.util.List;
import java.util.Optional;
import org.counterpoint.analysis.stats.Estimate;

/** Something that is wanted beside speed, and may be had only for some of it. */
enum TradeOff {
  FAIRNESS(
      "fairness",
      "What is fast, and what is fair",
      "Jain's index over the threads (1: all got the same; more is fairer)",
      "Jain's index",
      /* isMoreBetter= */ true,
      /* alsoShown= */ 1) {
    @Override
    Optional<Estimate> of(Traits traits) {
      return traits.fairness();
    }
  },

  PROCESSOR_TIME(
      "processor time",
      "How many processors does it keep busy to be that fast",
      "processor seconds a second of the whole JVM (less is better)",
      "processor s/s",
      /* isMoreBetter= */ false,
      /* alsoShown= */ 0) {
    @Override
    Optional<Estimate> of(Traits traits) {
      return traits.processors();
    }
  };

  private final String words;
  private final String question;
  private final String axis;
  private final String column;
  private final boolean isMoreBetter;
  private final double alsoShown;

  TradeOff(
      String words,
      String question,
      String axis,
      String column,
      boolean isMoreBetter,
      double alsoShown) {
    this.words = words;
    this.question = question;
    this.axis = axis;
    this.column = column;
    this.isMoreBetter = isMoreBetter;
    this.alsoShown = alsoShown;
  }

  abstract Optional<Estimate> of(Traits traits);

  /** In a title, behind "against". */
  String words() {
    return words;
  }

  /** What a chart asks, before it says where. */
  String question() {
    return question;
  }

  /** With unit and direction. */
  String axis() {
    return axis;
  }

  /** At the head of a table's column. */
  String column() {
    return column;
  }

  /** This, and the contest's own value, of those of which both are known. */
  List<ScatterPlot.Point> points(Contest contest) {
    return contest.measured().stream()
        .flatMap(
            entry ->
                entry.traits().flatMap(this::of).stream()
                    .map(
                        x ->
                            new ScatterPlot.Point(
                                entry.contender().label(),
                                entry.contender().order(),
                                x,
                                entry.estimate().orElseThrow())))
        .toList();
  }

  /** The chart of at least one point, with an axis from 0. */
  Canvas draw(Frame frame, List<ScatterPlot.Point> points) {
    return ScatterPlot.draw(frame, points, isMoreBetter, 0, alsoShown);
  }
}
