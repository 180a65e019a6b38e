package org.counterpoint.analysis.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.counterpoint.analysis.model.Cell;
import org.counterpoint.analysis.model.Jdk;
import org.counterpoint.analysis.model.Run;
import org.counterpoint.analysis.model.Unit;
import org.counterpoint.analysis.model.Values;
import org.counterpoint.analysis.stats.BlockMeans;
import org.counterpoint.analysis.stats.ChangePoint;
import org.counterpoint.analysis.stats.ChangePoints;
import org.counterpoint.analysis.stats.Estimate;
import org.counterpoint.analysis.stats.LogSample;
import org.counterpoint.analysis.stats.Ratio;

/**
 * One cell over the runs that measured it.
 *
 * @param jdk what all of its JDKs have in common: the feature release, or a run's label
 * @param words what its values are, such as {@code throughput}
 * @param points in the order of the runs; at least one
 * @param breaks where runs can't be compared with those before
 * @param changes between runs that can be compared
 * @param objection why no change is looked for, where none is
 */
public record Series(
    Cell cell,
    String jdk,
    String words,
    Claim claim,
    Unit unit,
    boolean higherIsBetter,
    List<Point> points,
    List<Break> breaks,
    List<Change> changes,
    Optional<String> objection) {

  private static final double ERROR = 0.05;

  /**
   * One run's value.
   *
   * @param position of the run in the history, from 0
   * @param forks in the series' unit
   */
  public record Point(int position, Run run, Jdk jdk, BlockMeans forks) {

    /** Over the forks of the run. */
    public Estimate estimate() {
      return Estimate.of(forks.values());
    }
  }

  /**
   * Where a segment of comparable runs ends.
   *
   * @param at the first point of the next segment
   * @param differences that keep it from being compared
   */
  public record Break(int at, List<Difference> differences) {
    public Break {
      differences = List.copyOf(differences);
    }
  }

  /**
   * Where the value changes for longer.
   *
   * @param at the first point of the new level
   * @param ratio of the new level over the one before
   */
  public record Change(int at, Ratio ratio) {}

  public Series {
    points = List.copyOf(points);
    breaks = List.copyOf(breaks);
    changes = List.copyOf(changes);
    if (points.isEmpty()) {
      throw new IllegalArgumentException("no run measured " + cell);
    }
  }

  /** The first points of the segments, and the number of points behind them. */
  private List<Integer> edges() {
    List<Integer> edges = new ArrayList<>();
    edges.add(0);
    breaks.forEach(one -> edges.add(one.at()));
    edges.add(points.size());
    return edges;
  }

  /** In how many segments a change could be found: each is one more chance of a false alarm. */
  int searched() {
    List<Integer> edges = edges();
    int searched = 0;
    for (int i = 0; i + 1 < edges.size(); i++) {
      searched += edges.get(i + 1) - edges.get(i) >= 2 * ChangePoints.MIN_RUNS ? 1 : 0;
    }
    return objection.isPresent() ? 0 : searched;
  }

  /**
   * The same with its changes.
   *
   * @param level the chance of a false alarm in one segment
   */
  Series marked(double level) {
    List<Change> found = new ArrayList<>();
    List<Integer> edges = edges();
    for (int i = 0; i + 1 < edges.size() && objection.isEmpty(); i++) {
      int from = edges.get(i);
      double[] values =
          points.subList(from, edges.get(i + 1)).stream()
              .mapToDouble(point -> point.estimate().center())
              .toArray();
      for (ChangePoint change : ChangePoints.of(Values.of(values), level)) {
        found.add(new Change(from + change.place(), Ratio.of(change.ratio(), ERROR)));
      }
    }
    return new Series(
        cell, jdk, words, claim, unit, higherIsBetter, points, breaks, found, objection);
  }

  /** Which segment a point belongs to, from 1. */
  public int segment(int point) {
    return 1 + (int) breaks.stream().filter(one -> one.at() <= point).count();
  }

  /** Which level a point belongs to, from 1: every break and every change begins another. */
  public int level(int point) {
    return segment(point) + (int) changes.stream().filter(one -> one.at() <= point).count();
  }

  /** Whether a log can be taken of every value. */
  static boolean hasLogs(List<Point> points) {
    return points.stream().allMatch(point -> LogSample.canBeTakenOf(point.forks().values()));
  }
}
