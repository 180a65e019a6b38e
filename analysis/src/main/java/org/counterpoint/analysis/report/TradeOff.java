package org.counterpoint.analysis.report;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.counterpoint.analysis.stats.Estimate;

/** A contest's points beside something that is wanted as well as speed. */
final class TradeOff {

  private TradeOff() {}

  /** Jain's index and the contest's own value, of those of which both are known. */
  static List<ScatterPlot.Point> fairness(Contest contest) {
    return points(contest, Traits::fairness);
  }

  /** Busy processors and the contest's own value, of those of which both are known. */
  static List<ScatterPlot.Point> processors(Contest contest) {
    return points(contest, Traits::processors);
  }

  private static List<ScatterPlot.Point> points(
      Contest contest, Function<Traits, Optional<Estimate>> trait) {
    return contest.measured().stream()
        .flatMap(
            entry ->
                entry.traits().flatMap(trait).stream()
                    .map(
                        x ->
                            new ScatterPlot.Point(
                                entry.contender().label(),
                                entry.contender().order(),
                                x,
                                entry.estimate().orElseThrow())))
        .toList();
  }
}
