package org.counterpoint.analysis.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.counterpoint.analysis.model.Jdk;
import org.counterpoint.analysis.model.Mode;
import org.counterpoint.analysis.model.Unit;
import org.counterpoint.analysis.model.Values;
import org.counterpoint.analysis.stats.LogSample;
import org.counterpoint.analysis.stats.Ranking;
import org.junit.jupiter.api.Test;

class MapFindingsTest {

  private static final Jdk JDK = new Jdk("17", "17.0.15", "VM", "17");
  private static final Quantity RATE = new Quantity("throughput", Unit.of("ops/us"), true);
  private static final List<Contender> CONTENDERS =
      List.of(
          new Contender("A", "Alpha", 0),
          new Contender("B", "Beta", 1),
          new Contender("C", "Gamma", 2));

  private static Contest contest(String reads, int threads, Values... forks) {
    List<Entry> entries = new ArrayList<>();
    for (int i = 0; i < forks.length; i++) {
      entries.add(Entry.measured(CONTENDERS.get(i), forks[i]));
    }
    return Contest.of(
        new Setting(
            "a.b.Reads.operate",
            new TreeMap<>(Map.of("reads", reads)),
            Mode.THROUGHPUT,
            JDK,
            threads),
        RATE,
        entries,
        Optional.empty(),
        Optional.empty());
  }

  private static Values forks(double value) {
    return Values.of(value, 1.01 * value, value, 1.01 * value, value);
  }

  private static Contest won(String reads, int threads, double alpha, double beta) {
    return contest(reads, threads, forks(alpha), forks(beta));
  }

  @Test
  void placesThatHaveTheSameThreadsAreOne() {
    DecisionMap map =
        DecisionMap.of(
                List.of(
                    won("0", 1, 2, 1),
                    won("50", 1, 2, 1),
                    won("90", 1, 2, 1),
                    won("0", 4, 1, 2),
                    won("50", 4, 1, 2),
                    won("90", 4, 1, 1)))
            .get(0);
    assertThat(MapFindings.of(map))
        .containsExactly(
            "Reads.operate: Alpha leads alone at 1 thread whatever reads is.",
            "Reads.operate: Beta leads alone at 4 threads with reads 0 or 50.");
  }

  @Test
  void whoLeadsEverywhereIsToldSo() {
    DecisionMap map =
        DecisionMap.of(
                List.of(won("0", 1, 1, 2), won("5", 1, 1, 2), won("0", 2, 1, 2), won("5", 2, 1, 2)))
            .get(0);
    assertThat(MapFindings.of(map)).containsExactly("Reads.operate: Beta leads alone everywhere.");
  }

  /**
   * Whatever the forks are, a name stands in a sentence only for fields where the ranking puts it
   * first and no other one with it. Its sentences and its headline are read, not its fields.
   */
  @Test
  void noSentenceWithoutASeparatedVerdict() {
    Random random = new Random(20260401);
    int named = 0;
    int silent = 0;
    for (int run = 0; run < 2000; run++) {
      double spread = random.nextBoolean() ? 0.02 : 0.3;
      int forks = 3 + random.nextInt(5);
      List<Contest> contests = new ArrayList<>();
      for (String reads : List.of("0", "50", "90")) {
        for (int threads : new int[] {1, 2, 4}) {
          Values[] values = new Values[3];
          for (int i = 0; i < values.length; i++) {
            double level = 1 + 0.1 * random.nextInt(3);
            values[i] =
                Values.of(
                    random
                        .doubles(forks)
                        .map(unused -> level * Math.exp(spread * random.nextGaussian()))
                        .toArray());
          }
          contests.add(contest(reads, threads, values));
        }
      }
      DecisionMap map = DecisionMap.of(contests).get(0);
      String said = String.join(" ", MapFindings.of(map)) + map.headline();
      for (Contender contender : CONTENDERS) {
        boolean separatedSomewhere =
            contests.stream().anyMatch(contest -> isAlone(contest, contender));
        assertThat(said.contains(contender.label()))
            .as("%s in \"%s\"", contender.label(), said)
            .isEqualTo(separatedSomewhere);
        named += separatedSomewhere ? 1 : 0;
        silent += separatedSomewhere ? 0 : 1;
      }
    }
    assertThat(named).isGreaterThan(500);
    assertThat(silent).isGreaterThan(500);
  }

  /** By the ranks of the forks, computed here once more. */
  private static boolean isAlone(Contest contest, Contender contender) {
    List<Ranking.Competitor> competitors =
        contest.measured().stream()
            .map(
                entry ->
                    new Ranking.Competitor(entry.contender().id(), LogSample.of(entry.forks())))
            .toList();
    if (contest.measured().get(0).forks().size() < Ranking.MIN_FORKS) {
      return false;
    }
    List<String> firsts =
        Ranking.of(competitors, true).entries().stream()
            .filter(entry -> entry.best() == 1)
            .map(Ranking.Entry::name)
            .toList();
    return firsts.equals(List.of(contender.id()));
  }
}
