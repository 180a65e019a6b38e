package org.counterpoint.analysis.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.counterpoint.analysis.model.Run;
import org.counterpoint.analysis.stats.RunDecisions;
import org.junit.jupiter.api.Test;

class ShortfallTest {

  private static Optional<Shortfall> of(Run run) {
    return Shortfall.of(run, RunDecisions.atTheEnd(run));
  }

  private static Runs.OwnRun decided() {
    return Runs.own().strategies("MUTEX", "LONG_ADDER").threads(1, 2).noise(0.005).forks(7);
  }

  @Test
  void aRunThatMadeAllItsForksLacksNothing() {
    assertThat(of(decided().planned(7).precise(0.001, 540).make())).isEmpty();
    assertThat(of(decided().make())).isEmpty();
  }

  @Test
  void whatIsDecidedIsSpared() {
    Shortfall shortfall = of(decided().planned(25).make()).orElseThrow();
    assertThat(shortfall.spared())
        .contains("8 of 8 cells stopped early, since all of their questions were decided.");
    assertThat(shortfall.imprecise()).isEmpty();
    assertThat(shortfall.missing()).isEmpty();
  }

  @Test
  void whatNoJdkOfTheRunCanMeasureIsNoCellOfIt() {
    Run run = decided().planned(25).make();
    Shortfall shortfall = of(Runs.withTooNew(run)).orElseThrow();
    assertThat(shortfall.cells()).isEqualTo(8);
    assertThat(shortfall.spared()).isEqualTo(of(run).orElseThrow().spared());
  }

  @Test
  void whatIsPreciseAsWellIsSparedWhereThatWasAskedFor() {
    Shortfall shortfall = of(decided().planned(25).precise(1, 540).make()).orElseThrow();
    assertThat(shortfall.spared())
        .contains(
            "8 of 8 cells stopped early, since all of their questions were decided and the"
                + " interval was within ± 100 %.");
    assertThat(shortfall.imprecise()).isEmpty();
    assertThat(shortfall.missing()).isEmpty();
  }

  @Test
  void whatTheRunHadNoTimeForIsNotSpared() {
    Shortfall shortfall = of(decided().planned(25).precise(0.001, 540).make()).orElseThrow();
    assertThat(shortfall.spared()).isEmpty();
    assertThat(shortfall.missing()).isEmpty();
    assertThat(shortfall.imprecise())
        .contains(
            "8 of 8 cells have intervals wider than ± 0.1 %, and fewer forks than were planned:"
                + " the run ended before.");
  }

  @Test
  void anOpenQuestionIsNamedWithTheTimeThatThereWas() {
    Shortfall shortfall = of(decided().noise(3).planned(25).precise(0.1, 540).make()).orElseThrow();
    assertThat(shortfall.missing().orElseThrow())
        .contains(" has 7 of 25 forks (and ")
        .endsWith(
            ": fewer than were planned, since the time limit of 540.0 s left room for no more, and a question is open.");
    assertThat(shortfall.wide()).isEqualTo(8);
  }
}
