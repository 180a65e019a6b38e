package org.counterpoint.analysis.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.counterpoint.analysis.model.Run;
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
        .endsWith("] where it is least");
    Finding finding = found(run).findings().get(0);
    assertThat(finding.proofs()).hasSize(2 * 9);
    assertThat(finding.chart()).startsWith("work-operate-map");
  }

  @Test
  void winnersAreToldInTheOrderOfThePlanAndTheWidestAreChosen() {
    Run narrow =
        new FoundRun(12, 0.01)
            .benchmark("a.b.Zebra.operate")
            .jdks(Runs.JDK_17)
            .level((who, reads, threads, jdk) -> threads == 4 ? level(who, 20, 10) : 10)
            .make();
    Run wide =
        new FoundRun(13, 0.01)
            .benchmark("a.b.Apple.operate")
            .jdks(Runs.JDK_17)
            .level((who, reads, threads, jdk) -> level(who, 20, 10))
            .make();
    Run joined = FoundRun.joined(narrow, wide);
    assertThat(texts(joined))
        .extracting(text -> text.substring(0, text.indexOf('.')))
        .containsExactly("Zebra", "Apple");
    assertThat(texts(FoundRun.joined(wide, narrow)))
        .extracting(text -> text.substring(0, text.indexOf('.')))
        .containsExactly("Apple", "Zebra");
    Summary summary = Summary.of(joined);
    LeadFindings leads =
        new LeadFindings(summary, Proven.among(Comparisons.of(summary)), contest -> "");
    assertThat(leads.winners(1))
        .extracting(Finding::text)
        .hasSize(1)
        .first()
        .asString()
        .startsWith("Apple.operate: Mutex leads alone everywhere");
  }

  /** LongAdder is the hardest to tell from Mutex, and far behind; synchronized is right behind. */
  @Test
  void aLeadIsThatOverTheNearestNotOverTheNoisiest() {
    Run run =
        new FoundRun(9, 0.01)
            .forks(8)
            .jdks(Runs.JDK_17)
            .level(
                (who, reads, threads, jdk) -> who.equals("SYNCHRONIZED") ? 30 : level(who, 40, 10))
            .noise((who, reads, threads, jdk) -> who.equals("LONG_ADDER") ? 0.3 : 0.01)
            .make();
    assertThat(texts(run))
        .hasSize(1)
        .first()
        .asString()
        .startsWith("Work.operate: Mutex leads alone everywhere, by a factor of 1.3");
    assertThat(found(run).findings().get(0).proofs())
        .allSatisfy(
            proof ->
                assertThat(((Proven) proof).compared())
                    .isInstanceOfSatisfying(
                        Compared.Lead.class,
                        lead -> {
                          assertThat(lead.nearest().label()).isEqualTo("synchronized");
                          assertThat(lead.pValue()).isGreaterThan(lead.ratio().pValue());
                        }));
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
            "JDK 25.0.1 against JDK 17.0.15: another winner in 6 of 9 fields; the same winner in 3");
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
        .isEqualTo("JDK 25.0.1 against JDK 17.0.15: open in 9 of 9 fields");
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

  /** LongAdder's index is the hardest to tell from Mutex's, and the highest of all. */
  @Test
  void theNextToTheLeastFairIsTheNextNotTheNoisiest() {
    Run run =
        new FoundRun(10, 0.05)
            .jdks(Runs.JDK_17)
            .threads(1, 2)
            .noise((who, reads, threads, jdk) -> who.equals("LONG_ADDER") ? 1.5 : 0.05)
            .jain(
                (who, reads, threads, jdk) ->
                    who.equals("SYNCHRONIZED") ? 0.65 : level(who, 0.55, 0.95))
            .make();
    assertThat(texts(run))
        .anySatisfy(
            text ->
                assertThat(text)
                    .contains("Mutex shares least equally among its threads, by Jain's index 0.5")
                    .contains("; the next is synchronized, 0.6"));
  }

  /** A change that is certain, and certainly no larger than the margin, is none. */
  @Test
  void aChangeWithinTheMarginIsNoFinding() {
    Run run =
        new FoundRun(11, 0.005)
            .forks(8)
            .level((who, reads, threads, jdk) -> jdk.equals(Runs.JDK_25) ? 10.3 : 10)
            .make();
    assertThat(Comparisons.of(Summary.of(run)).stream().filter(Compared.Change.class::isInstance))
        .hasSize(27)
        .allSatisfy(
            change -> {
              assertThat(change.ratio().pValue()).isLessThan(0.05);
              assertThat(change.pValue()).isGreaterThan(0.05);
            });
    assertThat(texts(run)).noneMatch(text -> text.startsWith("JDK 25 against 17"));
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
  void theSameStepsOnTwoJdksAreOneSentence() {
    Run run =
        new Runs.OwnRun()
            .forks(8)
            .threads(1)
            .jdks(Runs.JDK_17, Runs.JDK_25)
            .strategies("MUTEX")
            .step("PLAIN", "plain field", 1000)
            .step("LOCK", "lock", 100)
            .step("TRIP", "round trip", 1)
            .make();
    assertThat(found(run).findings())
        .filteredOn(finding -> finding.text().contains(" costs "))
        .hasSize(1)
        .allSatisfy(
            finding -> {
              assertThat(finding.text())
                  .matches(
                      "At 1 thread, lock costs \\S+ \\[.*] \\(JDK 17.0.15\\) and \\S+ \\[.*] \\(JDK 25.0.1\\)"
                          + " times plain field; round trip costs .* times lock");
              assertThat(finding.proofs()).hasSize(4);
            });
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
   * The same code under all names and on both JDKs: any finding is a false one. Were each
   * comparison taken for itself, far more such runs would have something to tell.
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
    assertThat(uncorrected).isGreaterThan(80);
  }
}
