package org.counterpoint.analysis.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.commons.math3.random.RandomGenerator;
import org.apache.commons.math3.random.Well19937c;
import org.counterpoint.analysis.model.PlannedCell;
import org.counterpoint.analysis.stats.Questions.Reading;
import org.junit.jupiter.api.Test;

class BudgetTest {

  private static final List<String> JDKS = List.of("17", "25");

  /** Four cells on two JDKs, 3 s a fork: a block takes 24 s. */
  private static final List<PlannedCell> FOUR = BlockedForks.loneCells(4, 20);

  @Test
  void takesAsManyForksAsFit() {
    Budget.Fits fits = fits(FOUR, 600, 60);
    assertThat(fits.cells()).allMatch(planned -> planned.forks() == 20);
    assertThat(fits.endSeconds()).isEqualTo(60 + 20 * 24);
    assertThat(fits(FOUR, 540, 60).cells()).allMatch(planned -> planned.forks() == 20);
    assertThat(fits(FOUR, 539, 60).cells()).allMatch(planned -> planned.forks() == 19);
    assertThat(fits(FOUR, 180, 60).cells()).allMatch(planned -> planned.forks() == 5);
    assertThat(fits(FOUR, 180, 60).endSeconds()).isEqualTo(180);
  }

  @Test
  void isRefusedWhereNotEvenFiveForksFit() {
    Budget.TooSmall refusal = (Budget.TooSmall) budget(FOUR, 179.9, 60);
    assertThat(refusal.forksThatFit()).isEqualTo(4);
    assertThat(refusal.leastForks()).isEqualTo(5);
    assertThat(refusal.leastSeconds()).isEqualTo(180);
    assertThat(budget(FOUR, refusal.leastSeconds(), 60)).isInstanceOf(Budget.Fits.class);
    assertThat(((Budget.TooSmall) budget(FOUR, 59, 60)).forksThatFit()).isZero();
    assertThat(((Budget.TooSmall) budget(FOUR, 0, 0)).leastSeconds()).isEqualTo(120);
  }

  @Test
  void withoutABoundTheWholePlanFits() {
    Budget.Fits fits = fits(FOUR, Double.POSITIVE_INFINITY, 10);
    assertThat(fits.cells()).isEqualTo(FOUR);
    assertThat(fits.endSeconds()).isEqualTo(490);
  }

  /** Of 20 and of 8: at half of the time 10, and not the 4 that would be half of the 8. */
  @Test
  void allCellsLoseTheSamePartButNoneFallsBelowFive() {
    List<PlannedCell> uneven = List.of(FOUR.get(0), new PlannedCell(FOUR.get(1).cell(), 8));
    Budget.Fits half = fits(uneven, 6 * 10 + 6 * 5, 0);
    assertThat(half.cells()).extracting(PlannedCell::forks).containsExactly(10, 5);
    Budget.Fits most = fits(uneven, 6 * 15 + 6 * 6, 0);
    assertThat(most.cells()).extracting(PlannedCell::forks).containsExactly(15, 6);
  }

  @Test
  void aSuiteThatWantsFewerForksGetsThem() {
    List<PlannedCell> smoke = BlockedForks.loneCells(4, 1);
    Budget.Fits fits = fits(smoke, 24, 0);
    assertThat(fits.cells()).isEqualTo(smoke);
    assertThat(fits.expected()).isEmpty();
    assertThat(fits.text())
        .isEqualTo(
            "4 cells × 2 JDKs × 1 fork take 24 s of 24 s at most; too few forks for a verdict");
    assertThat(((Budget.TooSmall) budget(smoke, 23, 0)).leastSeconds()).isEqualTo(24);
  }

  @Test
  void saysWhatFits() {
    assertThat(fits(FOUR, 600, 60).text())
        .matches(
            "4 cells × 2 JDKs × 20 forks take 9 min of 10 min at most;"
                + " ratios to about ± 4\\.2 %, the widest ± 4\\.2 %");
    assertThat(fits(FOUR, Double.POSITIVE_INFINITY, 0).text())
        .startsWith("4 cells × 2 JDKs × 20 forks take 8 min at most; ratios");
  }

  @Test
  void saysWhatDoesNotFit() {
    assertThat(budget(FOUR, 150, 61).text())
        .isEqualTo(
            "2 min 30 s hold 3 forks of each of 4 cells on 2 JDKs, a verdict takes 5:"
                + " at least 3 min 10 s");
  }

  /** Three cells on two JDKs and one on one of them, 3 s a fork: a block takes 21 s. */
  @Test
  void countsWhatNotEveryJdkCanMeasureWhereItCanBeMeasured() {
    List<PlannedCell> cells = new ArrayList<>(FOUR.subList(0, 3));
    cells.add(new PlannedCell(FOUR.get(3).cell(), 20, 21));
    assertThat(fits(cells, 105, 0).endSeconds()).isEqualTo(5 * 21);
    assertThat(fits(cells, 105, 0).cells().get(3)).isEqualTo(cells.get(3).withForks(5));
    assertThat(fits(cells, 105, 0).text())
        .startsWith(
            "4 cells × 2 JDKs (1 cell on fewer) × 5 forks take 1 min 45 s of 1 min 45 s at most;");
    assertThat(budget(cells, 64, 0).text())
        .startsWith("1 min 4 s hold 3 forks of each of 4 cells on 2 JDKs (1 cell on fewer), a");
  }

  /** t(0.99167, 19) is 2.6251, and √2·0.05/√20 is 0.015811: e^0.041506 − 1. */
  @Test
  void theExpectedHalfWidthIsThatOfTheLastLook() {
    Budget.Fits fits = fits(FOUR, 600, 60);
    assertThat(fits.expected()).hasSize(4);
    assertThat(fits.expected().get(0).halfWidth()).isEqualTo(0.04238, within(5e-5));
    assertThat(fits.expected().get(0).question().looks()).isEqualTo(Looks.upTo(20));
    // Fewer forks, wider intervals.
    assertThat(fits(FOUR, 300, 60).expected().get(0).halfWidth()).isBetween(0.06, 0.09);
  }

  @Test
  void aRankingIsExpectedToBeAsWideAsItsWidestPair() {
    List<PlannedCell> six = BlockedForks.sixStrategies(20);
    List<Pilot> pilots = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      pilots.add(
          new Pilot(new Arm(six.get(i).cell(), "17"), 3, i == 4 ? 0.3 : i == 1 ? 0.4 : 0.01));
    }
    Budget.Fits fits =
        (Budget.Fits)
            Budget.of(
                six,
                pilots,
                cells -> Questions.of(cells, List.of("17"), Reading.ofStrategies()),
                3600,
                0);
    assertThat(fits.jdks()).isEqualTo(1);
    assertThat(fits.expected()).hasSize(1);
    double half = StudentT.quantile(19, 0.05 / 3) * 0.5 / Math.sqrt(20);
    assertThat(fits.expected().get(0).halfWidth()).isEqualTo(Math.expm1(half), within(1e-9));
  }

  /** The pilot's spread is the one that the run then has. */
  @Test
  void theRunIsAsPreciseAsExpected() {
    double expected = Math.log1p(fits(FOUR, 600, 60).expected().get(0).halfWidth());
    Questions questions = BlockedForks.jdksOn(1, Looks.upTo(20));
    RandomGenerator random = new Well19937c(41);
    double sum = 0;
    int runs = 1000;
    for (int run = 0; run < runs; run++) {
      Map<Arm, BlockMeans> forks = BlockedForks.of(questions, 20, 0.05).draw(random);
      Decision.OfChange decision =
          (Decision.OfChange) Decisions.atTheEnd(questions, Margin.NONE, forks).all().get(0);
      Interval interval = decision.ratio().orElseThrow().interval();
      sum += Math.log(interval.high() / interval.low()) / 2;
    }
    assertThat(sum / runs).isBetween(0.95 * expected, 1.02 * expected);
  }

  @Test
  void refusesWhatCannotBePlanned() {
    List<Pilot> pilots = pilots(FOUR);
    assertThatThrownBy(() -> budget(List.of(), 600, 0))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> budget(FOUR, -1, 0)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> budget(FOUR, Double.NaN, 0))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> budget(FOUR, 600, -1)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> plan(FOUR, pilots.subList(0, 5), 600, 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("without a pilot");
    List<Pilot> twice = new ArrayList<>(pilots);
    twice.add(pilots.get(0));
    assertThatThrownBy(() -> plan(FOUR, twice, 600, 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("two pilots");
    Arm arm = pilots.get(0).arm();
    assertThatThrownBy(() -> new Pilot(arm, 0, 0.05)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Pilot(arm, 1, -1)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Pilot(arm, Double.NaN, 0.05))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static Budget.Fits fits(List<PlannedCell> cells, double seconds, double spent) {
    return (Budget.Fits) budget(cells, seconds, spent);
  }

  private static Budget budget(List<PlannedCell> cells, double seconds, double spent) {
    return plan(cells, pilots(cells), seconds, spent);
  }

  private static Budget plan(
      List<PlannedCell> cells, List<Pilot> pilots, double seconds, double spent) {
    return Budget.of(
        cells,
        pilots,
        planned -> Questions.of(planned, JDKS, Reading.ofStrategies()),
        seconds,
        spent);
  }

  private static List<Pilot> pilots(List<PlannedCell> cells) {
    List<Pilot> pilots = new ArrayList<>();
    for (PlannedCell planned : cells) {
      JDKS.stream()
          .filter(planned::isOn)
          .forEach(jdk -> pilots.add(new Pilot(new Arm(planned.cell(), jdk), 3, 0.05)));
    }
    return pilots;
  }
}
