package org.counterpoint.analysis.stats;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.counterpoint.analysis.model.Values;

/**
 * Where a history of runs changes for longer than a run or two.
 *
 * <p>The run is the sample, never the fork: forks of one run share its machine's day, and runs of
 * different days differ by more than their forks do. The series is split at its largest {@link
 * Step}, and its parts again, as long as a step is larger than what {@link StepsOfNoise} shows; the
 * chance is corrected for the number of parts (Bonferroni). Afterwards the weakest change is taken
 * back, one after the other, until the interval of each leaves 1 out: the second step of M. Fleming
 * et al., "Hunter: using change point detection to hunt for performance regressions" (ICPE 2023).
 *
 * <p>What goes up and down again many times is noise to it: the levels must last. Takes time in the
 * square of the number of runs.
 */
public final class ChangePoints {

  /** Fewer runs in a row are no level: one wild run is no change. */
  public static final int MIN_RUNS = 3;

  /** The chance of any false alarm in a family of histories. */
  public static final double LEVEL = 0.05;

  private static final double ERROR = 0.05;

  /** By how much drift widens the standard error of a difference of levels. */
  private static final double WIDENED =
      Math.sqrt((1 + StepsOfNoise.DRIFT) / (1 - StepsOfNoise.DRIFT));

  private final double[] levels;
  private final double level;
  private final TreeSet<Integer> places = new TreeSet<>();

  private ChangePoints(double[] levels, double level) {
    this.levels = levels;
    this.level = level;
  }

  /**
   * The changes in a history, in its order; none in one of fewer than twice {@link #MIN_RUNS}.
   *
   * @param runs one value a run, above zero
   * @param level the chance of a false alarm in this history; {@link #LEVEL} divided by how many
   *     there are
   * @throws IllegalArgumentException if a value is not above zero, or the level is no chance
   */
  public static List<ChangePoint> of(Values runs, double level) {
    return ofLevels(runs.isEmpty() ? new double[0] : LogSample.logs(runs), level);
  }

  /** The same of values that are compared by their differences. */
  static List<ChangePoint> ofLevels(double[] levels, double level) {
    if (!(level > 0 && level < 1)) {
      throw new IllegalArgumentException("no chance of a false alarm: " + level);
    }
    ChangePoints search = new ChangePoints(levels, level);
    search.split();
    search.takeBack();
    return search.found();
  }

  private void split() {
    record Candidate(int place, double chance) {}
    Optional<Candidate> next;
    do {
      List<Integer> edges = edges();
      List<Candidate> candidates = new ArrayList<>();
      for (int i = 0; i + 1 < edges.size(); i++) {
        int from = edges.get(i);
        int length = edges.get(i + 1) - from;
        if (length >= 2 * MIN_RUNS) {
          Step step = Step.of(Arrays.copyOfRange(levels, from, from + length));
          double chance = StepsOfNoise.chance(step, length, level);
          candidates.add(new Candidate(from + step.place(), chance * (edges.size() - 1)));
        }
      }
      next =
          candidates.stream()
              .min(Comparator.comparingDouble(Candidate::chance))
              .filter(candidate -> candidate.chance() <= level);
      next.ifPresent(candidate -> places.add(candidate.place()));
    } while (next.isPresent());
  }

  private void takeBack() {
    Optional<ChangePoint> weakest;
    do {
      weakest =
          found().stream()
              .max(Comparator.comparingDouble(change -> change.ratio().pDifferent(Margin.NONE)))
              .filter(change -> change.ratio().pDifferent(Margin.NONE) > ERROR);
      weakest.ifPresent(change -> places.remove(change.place()));
    } while (weakest.isPresent());
  }

  private List<ChangePoint> found() {
    List<Integer> edges = edges();
    List<ChangePoint> changes = new ArrayList<>();
    for (int i = 1; i + 1 < edges.size(); i++) {
      LogSample before = sample(edges.get(i - 1), edges.get(i));
      LogSample after = sample(edges.get(i), edges.get(i + 1));
      changes.add(new ChangePoint(edges.get(i), ratio(after, before)));
    }
    return changes;
  }

  private List<Integer> edges() {
    List<Integer> edges = new ArrayList<>();
    edges.add(0);
    edges.addAll(places);
    edges.add(levels.length);
    return edges;
  }

  private LogSample sample(int from, int to) {
    return LogSample.ofLogs(Arrays.copyOfRange(levels, from, to));
  }

  /** With the noise of both sides together, since a side may have three runs. */
  private static LogRatio ratio(LogSample after, LogSample before) {
    int freedom = after.n() + before.n() - 2;
    double variance =
        ((after.n() - 1) * after.variance() + (before.n() - 1) * before.variance()) / freedom;
    double error = WIDENED * Math.sqrt(variance * (1.0 / after.n() + 1.0 / before.n()));
    return new LogRatio(
        after.mean() - before.mean(), error, error == 0 ? Double.POSITIVE_INFINITY : freedom);
  }
}
