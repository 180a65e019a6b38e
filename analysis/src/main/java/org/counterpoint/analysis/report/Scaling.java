package org.counterpoint.analysis.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import org.counterpoint.analysis.model.Unit;
import org.counterpoint.analysis.stats.Estimate;
import org.counterpoint.analysis.stats.Interval;
import org.counterpoint.analysis.stats.Ranking;
import org.counterpoint.analysis.stats.Scalability;
import org.counterpoint.analysis.stats.Scalability.Warning;
import org.counterpoint.analysis.stats.UslFit;
import org.counterpoint.analysis.stats.UslPoint;

/**
 * How the contenders of a family scale with their threads, by the Universal Scalability Law.
 *
 * @param family along the threads, of throughput
 * @param lines of those that were measured, in the registry's order
 */
record Scaling(Family family, List<Line> lines) {

  /** Doubts with which a curve would claim more than the points say. */
  private static final Set<Warning> REFUSED =
      Set.of(Warning.NO_FIT, Warning.FEW_LEVELS, Warning.LACK_OF_FIT);

  /** What the forks at one number of threads did. */
  record Level(int threads, Estimate estimate) {}

  /**
   * A contender.
   *
   * @param levels ascending by threads; at least one
   * @param fit of the law, whatever there is to doubt of it
   */
  record Line(
      Contender contender, List<Level> levels, Optional<UslFit> fit, Set<Warning> warnings) {

    Line {
      levels = List.copyOf(levels);
      warnings = Set.copyOf(warnings);
    }

    boolean isSigmaHeld() {
      return fit.isPresent() && fit.get().sigma().isHeld();
    }

    boolean isKappaHeld() {
      return fit.isPresent() && fit.get().kappa().isHeld();
    }

    /** Whether forks differ at one load, so that a law can be told to miss them. */
    boolean canMiss() {
      return fit.isPresent() && fit.get().lackOfFit().isPresent();
    }

    /** The fit, where it describes the points: all that is drawn of it. */
    Optional<UslFit> curve() {
      return fit.filter(law -> warnings.stream().noneMatch(REFUSED::contains))
          .filter(law -> !isSigmaHeld() && !isKappaHeld() && canMiss());
    }

    int fewest() {
      return levels.get(0).threads();
    }

    int most() {
      return levels.get(levels.size() - 1).threads();
    }

    /** N* of the curve, wherever it lies. */
    OptionalDouble peak() {
      return curve().map(law -> law.model().peak()).orElse(OptionalDouble.empty());
    }

    /**
     * The interval of that peak, where it is known to be one: the interval lies within the threads
     * that were measured, κ is above 0 for certain, and every level has the forks that a verdict
     * takes.
     */
    Optional<Interval> certainPeak() {
      return curve()
          .filter(law -> law.kappa().interval().low() > 0)
          .flatMap(UslFit::peakInterval)
          .filter(interval -> interval.low() >= fewest() && interval.high() <= most())
          .filter(
              interval ->
                  levels.stream().allMatch(level -> level.estimate().forks() >= Ranking.MIN_FORKS));
    }
  }

  Scaling {
    lines = List.copyOf(lines);
  }

  /**
   * The fits to a family; empty where none of it has enough numbers of threads to be judged, or
   * where it is not throughput along threads.
   *
   * @param cores logical processors, where they are known
   */
  static Optional<Scaling> of(Family family, Optional<Integer> cores) {
    if (!family.isAlongThreads() || family.quantity().unit().kind() != Unit.Kind.RATE) {
      return Optional.empty();
    }
    OptionalInt most = cores.map(OptionalInt::of).orElse(OptionalInt.empty());
    List<Line> lines = new ArrayList<>();
    for (Contender contender : family.contenders()) {
      line(family, contender, most).ifPresent(lines::add);
    }
    return lines.stream().anyMatch(line -> line.levels().size() >= UslFit.MIN_LEVELS)
        ? Optional.of(new Scaling(family, lines))
        : Optional.empty();
  }

  private static Optional<Line> line(Family family, Contender contender, OptionalInt cores) {
    List<Level> levels = new ArrayList<>();
    List<UslPoint> points = new ArrayList<>();
    for (Contest contest : family.contests()) {
      int threads = contest.setting().threads();
      for (Entry entry : contest.measured()) {
        if (entry.contender().equals(contender) && entry.hasLogs()) {
          levels.add(new Level(threads, entry.estimate().orElseThrow()));
          entry.forks().stream().forEach(rate -> points.add(new UslPoint(threads, rate)));
        }
      }
    }
    if (levels.isEmpty()) {
      return Optional.empty();
    }
    Optional<UslFit> fit = UslFit.of(points, UslFit.Scale.LOG);
    return Optional.of(new Line(contender, levels, fit, Scalability.warnings(points, fit, cores)));
  }

  /** Whether there is a curve to draw: points alone are in another chart already. */
  boolean hasCurve() {
    return lines.stream().anyMatch(line -> line.curve().isPresent());
  }

  boolean hasCertainPeak() {
    return lines.stream().anyMatch(line -> line.certainPeak().isPresent());
  }

  /** Every number of threads, ascending. */
  List<Integer> threads() {
    return family.contests().stream().map(contest -> contest.setting().threads()).toList();
  }
}
