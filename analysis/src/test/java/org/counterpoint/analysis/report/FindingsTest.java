package org.counterpoint.analysis.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.counterpoint.analysis.model.Measurement;
import org.counterpoint.analysis.model.Mode;
import org.junit.jupiter.api.Test;

class FindingsTest {

  private static Measurement entry(String strategy, int threads, double... forks) {
    return Runs.entry(
        "p.B.m", Runs.params("strategy", strategy), Mode.THROUGHPUT, threads, "ops/us", forks);
  }

  private static Findings of(Measurement... measurements) {
    return Findings.of(Summary.of(Runs.foreign("f", measurements)).families().get(0));
  }

  @Test
  void nameAWinnerWhereItIsSeparatedAndATieWhereItIsNot() {
    Findings findings =
        of(
            entry("A", 1, Runs.around(10, 5)),
            entry("B", 1, Runs.around(10.01, 5)),
            entry("A", 2, Runs.around(10, 5)),
            entry("B", 2, Runs.around(20, 5)),
            entry("A", 4, Runs.around(10, 5)),
            entry("B", 4, Runs.around(30, 5)));
    assertThat(findings.sentences())
        .containsExactly(
            "B is fastest at 2 and 4 threads.",
            "At 1 thread the first place is not separated: A and B may each hold it.");
    assertThat(findings.headline())
        .isEqualTo("B is fastest at 2 and 4 threads; not separated at 1 thread");
  }

  @Test
  void putTheQuestionWhereNothingIsSeparated() {
    Findings findings = of(entry("A", 2, Runs.around(10, 5)), entry("B", 2, Runs.around(10.01, 5)));
    assertThat(findings.headline()).isEqualTo("Which is fastest at 2 threads? Not separated");
  }

  @Test
  void fewerThanFiveForksGiveNoVerdictHoweverFarApart() {
    Findings findings = of(entry("A", 2, 10, 10, 10, 10), entry("B", 2, 90, 91, 92, 93));
    assertThat(findings.sentences())
        .containsExactly("No verdict at 2 threads: fewer than 5 forks.");
    assertThat(findings.headline())
        .isEqualTo("Throughput at 2 threads (No verdict: fewer than 5 forks)");
  }

  @Test
  void aChartOfTimesIsNotHeadedThroughput() {
    Family family =
        Summary.of(Runs.foreign("f", entry("A", 1, 10, 10), entry("B", 1, 90, 91)))
            .families()
            .get(0);
    assertThat(Findings.ofTimePerOperation(family.contests().get(0)).headline())
        .isEqualTo("Time of one operation at 1 thread (No verdict: fewer than 5 forks)");
  }

  @Test
  void oneContenderGivesNoVerdict() {
    assertThat(of(entry("A", 2, Runs.around(10, 5))).sentences())
        .containsExactly("No verdict at 2 threads: fewer than two contenders were measured.");
  }

  @Test
  void aValueOfZeroGivesNoVerdict() {
    assertThat(of(entry("A", 2, 0, 0, 0, 0, 0), entry("B", 2, Runs.around(10, 5))).sentences())
        .containsExactly(
            "No verdict at 2 threads: a value is not above zero, so no ratio can be taken.");
  }

  @Test
  void aContenderWithFewForksIsTiedWithAllAndSpoilsTheFirstPlace() {
    Findings findings =
        of(
            entry("A", 2, Runs.around(10, 6)),
            entry("B", 2, Runs.around(20, 6)),
            entry("C", 2, 5, 5.1));
    assertThat(findings.sentences())
        .containsExactly(
            "At 2 threads the first place is not separated: B and C may each hold it.");
  }

  @Test
  void neverNameAWinnerThatTheRankingDoesNotSeparate() {
    Random random = new Random(7);
    int named = 0;
    for (int round = 0; round < 200; round++) {
      List<Measurement> all = new ArrayList<>();
      for (String strategy : List.of("A", "B", "C", "D")) {
        double center = 10 * (1 + random.nextInt(3) * 0.04);
        double[] forks = random.doubles(6).map(u -> center * (0.95 + u / 10)).toArray();
        all.add(entry(strategy, 2, forks));
      }
      Summary summary = Summary.of(Runs.foreign("f", all.toArray(new Measurement[0])));
      Contest contest = summary.contests().get(0);
      boolean separated =
          contest.entries().stream().filter(entry -> entry.rank().orElseThrow().best() == 1).count()
              == 1;
      String headline = Findings.of(summary.families().get(0)).headline();
      assertThat(headline.contains(" is fastest at 2 threads") && !headline.startsWith("Which"))
          .isEqualTo(separated);
      named += separated ? 1 : 0;
    }
    assertThat(named).isBetween(1, 199);
  }
}
