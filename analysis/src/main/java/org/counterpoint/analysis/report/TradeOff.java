package org.counterpoint.analysis.report;

import java.util.List;
import java.util.Optional;
import org.counterpoint.analysis.stats.Estimate;

/** Something that is wanted beside speed, and may be had only for some of it. */
enum TradeOff {
  FAIRNESS("fairness", "What is fast, and what is fair", "Jain's index", /* isMoreBetter= */ true) {
    @Override
    Optional<Estimate> of(Traits traits) {
      return traits.fairness();
    }

    @Override
    String axis(int threads) {
      return "Jain's index ("
          + Scale.plainLabel().apply(least(threads))
          + ": one thread got everything, 1: all got the same)";
    }

    /** From the least that the index can be. */
    @Override
    Scale scale(List<Estimate> values, int threads) {
      return Scale.between(least(threads), 1, values);
    }

    private double least(int threads) {
      return 1.0 / threads;
    }
  },

  PROCESSOR_TIME(
      "processor time",
      "How many processors does it keep busy to be that fast",
      "processor s/s",
      /* isMoreBetter= */ false) {
    @Override
    Optional<Estimate> of(Traits traits) {
      return traits.processors();
    }

    @Override
    String axis(int threads) {
      return "processor seconds a second of the whole JVM (less is better)";
    }

    @Override
    Scale scale(List<Estimate> values, int threads) {
      return Scale.of(values, /* preferLog= */ false, 0);
    }
  };

  private final String words;
  private final String question;
  private final String column;
  private final boolean isMoreBetter;

  TradeOff(String words, String question, String column, boolean isMoreBetter) {
    this.words = words;
    this.question = question;
    this.column = column;
    this.isMoreBetter = isMoreBetter;
  }

  abstract Optional<Estimate> of(Traits traits);

  /** With unit and direction, of a contest of so many threads. */
  abstract String axis(int threads);

  abstract Scale scale(List<Estimate> values, int threads);

  /** In a title, behind "against". */
  String words() {
    return words;
  }

  /** What a chart asks, before it says where. */
  String question() {
    return question;
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

  /** Whether the chart of these has a line of those that are not beaten in both. */
  boolean hasFrontier(List<ScatterPlot.Point> points) {
    return ScatterPlot.undominated(points, isMoreBetter).size() > 1;
  }

  /** The chart of at least one point. */
  Canvas draw(Frame frame, List<ScatterPlot.Point> points, int threads) {
    return ScatterPlot.draw(
        frame,
        points,
        isMoreBetter,
        scale(points.stream().map(ScatterPlot.Point::x).toList(), threads));
  }
}
