package org.counterpoint.analysis.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.apache.commons.math3.stat.inference.TTest;
import org.counterpoint.analysis.model.Run;
import org.counterpoint.analysis.model.Values;
import org.counterpoint.analysis.stats.Ranking;
import org.junit.jupiter.api.Test;

class RunFindingsTest {

  private static RunFindings found(Run run) {
    return Exhibits.of(Summary.of(run), new Slugs()).findings();
  }

  private static List<String> texts(Run run) {
    return found(run).findings().stream().map(Finding::text).toList();
  }

  private static double level(String strategy, double mutex, double adder) {
    return switch (strategy) {
      case "MUTEX" -> mutex;
      case "LONG_ADDER" -> adder;
      default -> 10;
    };
  }

  @Test
  void aWinnerIsToldWithItsPlacesItsJdksAndItsLead() {
    Run run =
        new FoundRun(1, 0.01)
            .level((who, reads, threads, jdk) -> level(who, 20, threads == 1 ? 15 : 40))
            .make();
    assertThat(texts(run))
        .hasSize(1)
        .first()
        .asString()
        .startsWith(
            "Work.operate (JDK 17.0.15 and JDK 25.0.1): Mutex leads alone at 1 thread whatever"
                + " reads is and LongAdder at 2 and 4 threads whatever reads is, by a factor of"
                + " 1.3")
        .endsWith("] at least");
    Finding finding = found(run).findings().get(0);
    assertThat(finding.proofs()).hasSize(2 * 9);
    assertThat(finding.chart()).startsWith("work-operate-map");
  }

  @Test
  void whatHoldsOnOneJdkOnlyIsToldOfThatOne() {
    Run run =
        new FoundRun(2, 0.01)
            .level((who, reads, threads, jdk) -> jdk.equals(Runs.JDK_25) ? level(who, 20, 12) : 10)
            .make();
    assertThat(texts(run))
        .anySatisfy(
            text ->
                assertThat(text)
                    .startsWith("Work.operate (JDK 25.0.1): Mutex leads alone everywhere"))
        .anySatisfy(
            text ->
                assertThat(text).startsWith("JDK 25 against 17: faster by more than 5 % in 18"));
  }

  @Test
  void anotherWinnerOnAnotherJdkIsAFindingAndAFieldOfTheMap() {
    Run run =
        new FoundRun(3, 0.01)
            .level(
                (who, reads, threads, jdk) ->
                    jdk.equals(Runs.JDK_25) && threads > 1
                        ? level(who, 20, 40)
                        : level(who, 40, 20))
            .make();
    assertThat(texts(run))
        .contains(
            "Work.operate: at 2 and 4 threads whatever reads is LongAdder leads alone on JDK"
                + " 25.0.1, and Mutex on JDK 17.0.15");
    Exhibits exhibits = Exhibits.of(Summary.of(run), new Slugs());
    JdkDifference difference = exhibits.differences().get(0).difference();
    assertThat(difference.headline())
        .isEqualTo(
            "JDK 25.0.1 against JDK 17.0.15: another winner in 6 of 9 fields; the same one in 3");
    assertThat(difference.text(difference.columns().get(0), 2)).isEqualTo("Mutex → LongAdder");
    assertThat(difference.text(difference.columns().get(0), 1)).isEqualTo("the same: Mutex");
    assertThat(Charts.of(exhibits).charts())
        .anySatisfy(chart -> assertThat(chart.title()).isEqualTo(difference.headline()));
  }

  /** The estimates differ, and nobody can be told from the next. */
  @Test
  void aNearMissIsNoFindingAndNoDifference() {
    Run run = new FoundRun(4, 0.2).level((who, reads, threads, jdk) -> level(who, 11, 12)).make();
    assertThat(texts(run)).isEmpty();
    JdkDifference difference =
        Exhibits.of(Summary.of(run), new Slugs()).differences().get(0).difference();
    assertThat(difference.count(JdkDifference.Verdict.OPEN)).isEqualTo(9);
    assertThat(difference.headline())
        .isEqualTo("JDK 25.0.1 against JDK 17.0.15: no winner is proven to be another in 9 fields");
  }

  @Test
  void aParamWithTwoValuesIsTold() {
    Run run =
        new FoundRun(5, 0.01)
            .along("layout", "PADDED", "PACKED")
            .threads(1, 2)
            .jdks(Runs.JDK_17)
            .level(
                (who, layout, threads, jdk) ->
                    threads == 2 && layout.equals("PACKED") && who.equals("MUTEX") ? 4 : 10)
            .make();
    assertThat(texts(run))
        .hasSize(1)
        .first()
        .asString()
        .startsWith("Work.operate, 2 threads: layout PADDED is better than PACKED by a factor of 2")
        .endsWith("for Mutex");
  }

  @Test
  void theLeastFairIsToldWhereItIsCertain() {
    FoundRun made = new FoundRun(6, 0.05).jdks(Runs.JDK_17).threads(1, 2);
    assertThat(texts(made.jain((who, reads, threads, jdk) -> 0.9).make())).isEmpty();
    assertThat(
            texts(made.jain((who, reads, threads, jdk) -> who.equals("MUTEX") ? 0.55 : 0.9).make()))
        .hasSize(1)
        .first()
        .asString()
        .contains("Mutex shares least equally among its threads, by Jain's index 0.5");
  }

  @Test
  void aStepThatCostsIsTold() {
    Run run =
        new Runs.OwnRun()
            .forks(8)
            .threads(1)
            .strategies("MUTEX")
            .step("PLAIN", "plain field", 1000)
            .step("CELL", "RefCell", 1000)
            .step("LOCK", "lock", 100)
            .make();
    assertThat(texts(run))
        .hasSize(1)
        .first()
        .asString()
        .startsWith("At 1 thread, lock costs ")
        .endsWith(
            " times RefCell; no other step of the guarantee differs for certain from the one"
                + " before");
  }

  @Test
  void aLostUpdateIsAProofByItself() {
    Run run = new FoundRun(7, 0.2).broken("MUTEX").make();
    assertThat(found(run).findings())
        .hasSize(1)
        .allSatisfy(
            finding -> {
              assertThat(finding.text()).startsWith("Mutex is BROKEN and ranked nowhere: 9 of 10");
              assertThat(finding.proofs()).hasOnlyElementsOfType(LostUpdate.class);
            });
  }

  @Test
  void aRunThatSupportsNoVerdictFindsNothing() {
    Run run =
        new FoundRun(8, 0.01)
            .level((who, reads, threads, jdk) -> level(who, 20, 40))
            .smoke()
            .make();
    assertThat(found(run).findings()).isEmpty();
    assertThat(found(run).comparisons()).isZero();
  }

  @Test
  void thereIsNoFindingWithoutAProof() {
    assertThatThrownBy(() -> new Finding("Mutex is best", "", List.of()))
        .hasMessageContaining("nothing proves it");
  }

  /**
   * Of runs of many shapes, whatever is printed is computed once more from the forks: by another
   * implementation of the test, and with the correction as its authors wrote it down.
   */
  @Test
  void everyClaimFollowsFromTheForks() {
    Random random = new Random(20261126);
    int claims = 0;
    for (int made = 0; made < 60; made++) {
      boolean isChanged = made % 2 == 0;
      double[] levels =
          random.doubles(3 * 3 * 5 * 2).map(x -> 10 + 5 * Math.round(3 * x)).toArray();
      Run run =
          new FoundRun(random.nextLong(), random.nextBoolean() ? 0.02 : 0.15)
              .forks(5 + random.nextInt(4))
              .level(
                  (who, reads, threads, jdk) ->
                      levels[
                          FoundRun.STRATEGIES.indexOf(who)
                              + 3 * (reads.length() + threads)
                              + (jdk.equals(Runs.JDK_25) && isChanged ? 45 : 0)])
              .make();
      Summary summary = Summary.of(run);
      List<Compared> all = Comparisons.of(summary);
      double[] p = all.stream().mapToDouble(Compared::pValue).sorted().toArray();
      for (Finding finding : found(run).findings()) {
        for (Proof proof : finding.proofs()) {
          Compared compared = ((Proven) proof).compared();
          assertThat(isRejected(compared.pValue(), p)).as(finding.text()).isTrue();
          if (compared instanceof Compared.Lead lead) {
            check(lead);
            assertThat(finding.text()).contains(lead.first().label());
            claims++;
          }
        }
        for (Contender contender : contenders(summary)) {
          if (finding.text().contains(contender.label() + " leads alone")) {
            assertThat(finding.proofs())
                .as(finding.text())
                .anySatisfy(
                    proof ->
                        assertThat(((Proven) proof).compared())
                            .isInstanceOfSatisfying(
                                Compared.Lead.class,
                                lead -> assertThat(lead.first()).isEqualTo(contender)));
          }
        }
      }
    }
    assertThat(claims).isGreaterThan(200);
  }

  /** The largest k of which the k-th p-value is at most k/m of 5 %, and all before it. */
  private static boolean isRejected(double pValue, double... ascending) {
    for (int k = ascending.length; k >= 1; k--) {
      if (ascending[k - 1] <= 0.05 * k / ascending.length) {
        return pValue <= ascending[k - 1];
      }
    }
    return false;
  }

  private static void check(Compared.Lead lead) {
    Entry first = entry(lead, lead.first());
    double worst = 0;
    for (Entry other : lead.contest().measured()) {
      if (!other.equals(first)) {
        double[] one = logs(first.forks());
        double[] two = logs(other.forks());
        assertThat(mean(one)).isGreaterThan(mean(two));
        worst = Math.max(worst, new TTest().tTest(one, two));
      }
    }
    assertThat(lead.pValue()).isEqualTo(worst, within(1e-9));
    assertThat(lead.contest().leaders()).containsExactly(lead.first());
  }

  private static Entry entry(Compared.Lead lead, Contender contender) {
    return lead.contest().measured().stream()
        .filter(entry -> entry.contender().equals(contender))
        .findFirst()
        .orElseThrow();
  }

  private static List<Contender> contenders(Summary summary) {
    return summary.contests().stream()
        .flatMap(contest -> contest.measured().stream())
        .map(Entry::contender)
        .distinct()
        .toList();
  }

  private static double[] logs(Values values) {
    return values.stream().map(Math::log).toArray();
  }

  private static double mean(double... values) {
    return Arrays.stream(values).average().orElseThrow();
  }

  /**
   * The same code under all names and on both JDKs: any finding is a false one. Were each
   * comparison taken for itself, most such runs would have something to tell.
   */
  @Test
  void theSameCodeGivesNoFinding() {
    int runs = 400;
    int wrong = 0;
    int uncorrected = 0;
    for (int seed = 0; seed < runs; seed++) {
      Run run = new FoundRun(seed, 0.05).make();
      Summary summary = Summary.of(run);
      List<Compared> all = Comparisons.of(summary);
      wrong += found(run).findings().isEmpty() ? 0 : 1;
      uncorrected += all.stream().anyMatch(one -> one.pValue() <= Ranking.LEVEL) ? 1 : 0;
    }
    System.out.printf(
        "findings of the same code, %d runs of 54 cells: any %d; each comparison for itself %d%n",
        runs, wrong, uncorrected);
    // 5 % and three standard errors.
    assertThat(wrong).isLessThanOrEqualTo(33);
    assertThat(uncorrected).isGreaterThan(300);
  }
}
