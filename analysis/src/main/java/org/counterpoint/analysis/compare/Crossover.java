package org.counterpoint.analysis.compare;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.counterpoint.analysis.model.Cell;
import org.counterpoint.analysis.model.Measurement;
import org.counterpoint.analysis.stats.Holm;
import org.counterpoint.analysis.stats.Interval;
import org.counterpoint.analysis.stats.LogRatio;
import org.counterpoint.analysis.stats.Looks;
import org.counterpoint.analysis.stats.Margin;
import org.jspecify.annotations.Nullable;

/**
 * The number of threads from which one strategy is better than another that is better below it.
 *
 * <p>Claimed where the one is better at a lower level and the other at a higher one, each corrected
 * by Holm's method over all pairs of strategies and all levels of the side. In between, the log of
 * their ratio is taken as linear in the log of the threads; the crossing is where it is 0, and its
 * interval is all of that line that t does not tell from 0 (the inversion of a test, as in E. C.
 * Fieller, "Some problems in interval estimation", Journal of the Royal Statistical Society B 16,
 * 1954).
 *
 * @param setting in which they compete; its threads mean nothing
 * @param overtakes the strategy that is better from there on
 * @param overtaken the other one
 * @param threads where the line is 0: between two levels, usually no whole number
 * @param interval of that, 95 % over forks
 */
public record Crossover(
    Cell setting, String overtakes, String overtaken, double threads, Interval interval) {

  private static final int STEPS = 400;

  /** A pair of strategies at one level: how far the second is better than the first. */
  private record Level(int threads, LogRatio better) {}

  private record Rivals(
      Cell setting, String first, String second, List<Level> levels, List<Integer> tests) {}

  /** Those of a side that are shown. */
  public static List<Crossover> in(Side side, Gauge gauge) {
    List<Rivals> all = new ArrayList<>();
    List<Double> pValues = new ArrayList<>();
    settings(side)
        .forEach(
            (setting, byStrategy) -> {
              List<String> names = List.copyOf(byStrategy.keySet());
              for (int i = 0; i < names.size(); i++) {
                for (int j = i + 1; j < names.size(); j++) {
                  String first = names.get(i);
                  String second = names.get(j);
                  Rivals rivals =
                      new Rivals(
                          setting,
                          first,
                          second,
                          levels(side, gauge, byStrategy.get(first), byStrategy.get(second)),
                          new ArrayList<>());
                  for (Level level : rivals.levels()) {
                    rivals.tests().add(pValues.size());
                    pValues.add(level.better().pDifferent(Margin.NONE));
                  }
                  all.add(rivals);
                }
              }
            });
    double[] adjusted = Holm.adjust(pValues.stream().mapToDouble(Double::doubleValue).toArray());
    List<Crossover> crossovers = new ArrayList<>();
    all.forEach(rivals -> crossover(rivals, adjusted).ifPresent(crossovers::add));
    return crossovers;
  }

  private static Map<Cell, Map<String, SortedMap<Integer, Measurement>>> settings(Side side) {
    Map<Cell, Map<String, SortedMap<Integer, Measurement>>> settings = new LinkedHashMap<>();
    side.measurements()
        .forEach(
            (cell, measurement) ->
                cell.strategy()
                    .ifPresent(
                        strategy ->
                            settings
                                .computeIfAbsent(
                                    Settings.withoutStrategyAndThreads(cell),
                                    key -> new LinkedHashMap<>())
                                .computeIfAbsent(strategy, key -> new TreeMap<>())
                                .put(cell.threads(), measurement)));
    return settings;
  }

  /** The levels that both have. */
  private static List<Level> levels(
      Side side,
      Gauge gauge,
      @Nullable SortedMap<Integer, Measurement> ones,
      @Nullable SortedMap<Integer, Measurement> others) {
    List<Level> levels = new ArrayList<>();
    if (ones != null && others != null) {
      ones.forEach(
          (threads, one) ->
              Optional.ofNullable(others.get(threads))
                  .flatMap(other -> better(side, gauge, one, other))
                  .ifPresent(better -> levels.add(new Level(threads, better))));
    }
    return levels;
  }

  private static Optional<LogRatio> better(
      Side side, Gauge gauge, Measurement first, Measurement second) {
    return gauge
        .means(second)
        .flatMap(
            two ->
                gauge
                    .means(first)
                    .flatMap(
                        one ->
                            Ratios.of(
                                two.yardstick().forks(),
                                one.yardstick().forks(),
                                side.isPairedWith(side)))
                    .map(ratio -> two.yardstick().higherIsBetter() ? ratio : ratio.inverted()));
  }

  /** The last level that the one wins before the first that the other does, if there are such. */
  private static Optional<Crossover> crossover(Rivals rivals, double[] adjusted) {
    int before = -1;
    int after = -1;
    int flips = 0;
    int lastSign = 0;
    for (int i = 0; i < rivals.levels().size(); i++) {
      if (adjusted[rivals.tests().get(i)] > Looks.ERROR) {
        continue;
      }
      int sign = rivals.levels().get(i).better().difference() > 0 ? 1 : -1;
      if (lastSign != 0 && sign != lastSign) {
        flips++;
        after = i;
      } else if (flips == 0) {
        before = i;
      }
      lastSign = sign;
    }
    // Two that overtake each other twice have no threshold.
    if (flips != 1) {
      return Optional.empty();
    }
    return Optional.of(between(rivals, before, after));
  }

  private static Crossover between(Rivals rivals, int before, int after) {
    List<Level> levels = rivals.levels().subList(before, after + 1);
    boolean secondWins = levels.get(levels.size() - 1).better().difference() > 0;
    double low = Double.NaN;
    double high = Double.NaN;
    double crossing = Double.NaN;
    for (int part = 0; part + 1 < levels.size(); part++) {
      Level from = levels.get(part);
      Level to = levels.get(part + 1);
      double logFrom = Math.log(from.threads());
      double logTo = Math.log(to.threads());
      for (int step = 0; step <= STEPS; step++) {
        double weight = (double) step / STEPS;
        LogRatio there = LogRatio.sum(List.of(from.better(), to.better()), 1 - weight, weight);
        double threads = Math.exp(logFrom + weight * (logTo - logFrom));
        boolean secondIsBetter = there.difference() > 0;
        if (Double.isNaN(crossing) && secondIsBetter == secondWins) {
          crossing = threads;
        }
        boolean maybeEqual =
            there.standardError() > 0
                ? there.pDifferent(Margin.NONE) > Looks.ERROR
                : threads == crossing;
        if (maybeEqual) {
          low = Double.isNaN(low) ? threads : low;
          high = threads;
        }
      }
    }
    double least = Double.isNaN(low) ? crossing : Math.min(low, crossing);
    double most = Double.isNaN(high) ? crossing : Math.max(high, crossing);
    return new Crossover(
        rivals.setting(),
        secondWins ? rivals.second() : rivals.first(),
        secondWins ? rivals.first() : rivals.second(),
        crossing,
        new Interval(least, most));
  }
}
