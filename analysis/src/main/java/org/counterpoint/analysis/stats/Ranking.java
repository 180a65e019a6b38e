package org.counterpoint.analysis.stats;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Who is better than whom, with ties: every pair is compared by {@link Ratio#welch}, the family of
 * pairs is corrected by {@link Holm}, and each entry gets the interval of ranks that the
 * significant differences leave it, {@code [1 + #better, g − #worse]}.
 *
 * <p>"Not separated" is not "the same", and it is not transitive: two entries may each be tied with
 * a third and still be separated from one another.
 *
 * @param entries best estimate first
 */
public record Ranking(List<Entry> entries) {

  /** Below this many forks a pair is never separated. */
  public static final int MIN_FORKS = 5;

  /** The chance that identical entries are split anywhere. */
  public static final double LEVEL = 0.05;

  /**
   * What goes in.
   *
   * @param name of the competitor
   */
  public record Competitor(String name, LogSample sample) {}

  /**
   * What comes out.
   *
   * @param best the best rank that this competitor may hold, from 1
   * @param worst the worst
   */
  public record Entry(String name, int best, int worst) {

    public Entry {
      if (best < 1 || worst < best) {
        throw new IllegalArgumentException(name + ": ranks " + best + " to " + worst);
      }
    }
  }

  public Ranking {
    entries = List.copyOf(entries);
  }

  /**
   * The ranking of these competitors, whose order does not matter.
   *
   * @throws IllegalArgumentException if two have the same name
   */
  public static Ranking of(List<Competitor> competitors, boolean higherIsBetter) {
    if (competitors.stream().map(Competitor::name).distinct().count() < competitors.size()) {
      throw new IllegalArgumentException("two competitors of one name: " + competitors);
    }
    List<Competitor> ordered = new ArrayList<>(competitors);
    Comparator<Competitor> byMean = Comparator.comparingDouble(c -> c.sample().mean());
    ordered.sort((higherIsBetter ? byMean.reversed() : byMean).thenComparing(Competitor::name));

    List<int[]> pairs = new ArrayList<>();
    for (int i = 0; i < ordered.size(); i++) {
      for (int j = i + 1; j < ordered.size(); j++) {
        pairs.add(new int[] {i, j});
      }
    }
    double[] p =
        pairs.stream()
            .mapToDouble(pair -> pValue(ordered.get(pair[0]), ordered.get(pair[1])))
            .toArray();
    double[] adjusted = Holm.adjust(p);

    boolean[][] beats = new boolean[ordered.size()][ordered.size()];
    for (int i = 0; i < pairs.size(); i++) {
      beats[pairs.get(i)[0]][pairs.get(i)[1]] = adjusted[i] <= LEVEL;
    }
    Map<String, Integer> bestFirst = new LinkedHashMap<>();
    ordered.forEach(competitor -> bestFirst.put(competitor.name(), bestFirst.size()));
    return ofWinners(bestFirst, beats);
  }

  /**
   * The ranking that follows from who is significantly better than whom.
   *
   * @param bestFirst each name's row and column in {@code beats}, best estimate first
   * @param beats whether the row is better than the column
   */
  static Ranking ofWinners(Map<String, Integer> bestFirst, boolean[][] beats) {
    List<Entry> entries = new ArrayList<>();
    bestFirst.forEach(
        (name, own) -> {
          int better = 0;
          int worse = 0;
          for (int other = 0; other < beats.length; other++) {
            better += beats[other][own] ? 1 : 0;
            worse += beats[own][other] ? 1 : 0;
          }
          entries.add(new Entry(name, 1 + better, beats.length - worse));
        });
    return new Ranking(entries);
  }

  /** The names that may hold rank 1: the winner, or the winners that are tied. */
  public List<String> leaders() {
    return entries.stream().filter(entry -> entry.best() == 1).map(Entry::name).toList();
  }

  private static double pValue(Competitor a, Competitor b) {
    if (Math.min(a.sample().n(), b.sample().n()) < MIN_FORKS) {
      return 1;
    }
    return Ratio.welch(a.sample(), b.sample()).pValue();
  }
}
