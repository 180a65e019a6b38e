package org.counterpoint.analysis.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.counterpoint.analysis.model.Run;
import org.counterpoint.analysis.stats.Ranking;
import org.junit.jupiter.api.Test;

/** How often findings are wrong, where what is true is known. */
class FindingsSimulationTest {

  /** The same code under all names, in both layouts and on both JDKs: whatever is told is wrong. */
  @Test
  void theSameCodeGivesNoFindingOfAnyKind() {
    int runs = 300;
    int wrong = 0;
    int uncorrected = 0;
    for (int seed = 0; seed < runs; seed++) {
      Run run =
          new FoundRun(seed, 0.05)
              .along("layout", "PADDED", "PACKED")
              .jain((who, layout, threads, jdk) -> 0.9)
              .make();
      Summary summary = Summary.of(run);
      wrong += findings(summary).isEmpty() ? 0 : 1;
      uncorrected +=
          Comparisons.of(summary).stream().anyMatch(one -> one.pValue() <= Ranking.LEVEL) ? 1 : 0;
    }
    System.out.printf(
        Locale.ROOT,
        "findings of the same code, %d runs of 36 cells, all kinds: any %d; uncorrected %d%n",
        runs,
        wrong,
        uncorrected);
    // 5 % and three standard errors.
    assertThat(wrong).isLessThanOrEqualTo(26);
    assertThat(uncorrected).isGreaterThan(150);
  }

  /**
   * One winner in three is true, and the two best of all other fields are the same code. Of the
   * verdicts that are told one in twenty at most may be wrong; were each taken for itself, more
   * are.
   */
  @Test
  void amongTrueFindingsFewAreWrong() {
    int runs = 300;
    double wrong = 0;
    double uncorrected = 0;
    for (int seed = 0; seed < runs; seed++) {
      Run run =
          new FoundRun(seed, 0.05)
              .level(
                  (who, reads, threads, jdk) ->
                      switch (who) {
                        case "MUTEX" -> 20;
                        case "LONG_ADDER" -> reads.equals("0") ? 10 : 20;
                        default -> 10;
                      })
              .make();
      Summary summary = Summary.of(run);
      wrong +=
          wrongOf(
              findings(summary).stream()
                  .flatMap(finding -> finding.proofs().stream())
                  .map(proof -> ((Proven) proof).compared())
                  .toList());
      uncorrected +=
          wrongOf(
              Comparisons.of(summary).stream()
                  .filter(one -> one.pValue() <= Ranking.LEVEL)
                  .toList());
    }
    System.out.printf(
        Locale.ROOT,
        "wrong among findings, %d runs with a true winner in a third of the fields: %.2f %%;"
            + " uncorrected %.2f %%%n",
        runs,
        100 * wrong / runs,
        100 * uncorrected / runs);
    assertThat(wrong / runs).isLessThan(0.05);
    assertThat(uncorrected / runs).isGreaterThan(0.06);
  }

  private static List<Finding> findings(Summary summary) {
    return Exhibits.of(summary, new Slugs()).findings().findings();
  }

  /** The part of them that is not true; none of none. */
  private static double wrongOf(List<Compared> told) {
    long wrong = told.stream().filter(one -> !isTrue(one)).count();
    return told.isEmpty() ? 0 : (double) wrong / told.size();
  }

  private static boolean isTrue(Compared compared) {
    return compared instanceof Compared.Lead lead
        && lead.first().id().equals("MUTEX")
        && lead.contest().setting().params().containsValue("0");
  }
}
