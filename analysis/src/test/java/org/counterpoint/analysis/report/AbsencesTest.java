package org.counterpoint.analysis.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.counterpoint.analysis.model.Iterations;
import org.counterpoint.analysis.model.Plan;
import org.counterpoint.analysis.model.Plan.Absence;
import org.junit.jupiter.api.Test;

class AbsencesTest {

  private static List<String> sentences(Absence... absences) {
    return Absences.sentences(
        new Plan(
            "standard",
            true,
            1,
            5,
            List.of(
                new Plan.StrategyName("ATOMIC_INTEGER", "AtomicInteger"),
                new Plan.StrategyName("LONG_ADDER", "LongAdder")),
            List.of(),
            List.of(),
            List.of(absences),
            new Iterations(1, 1, 1, 1),
            0.05,
            false,
            0,
            0,
            0,
            0,
            "mvn verify -Pbench"));
  }

  @Test
  void thoseThatLackTheSameAreNamedTogether() {
    assertThat(
            sentences(
                new Absence("ATOMIC_INTEGER", "a.b.Section.increment", "has no lock to hold"),
                new Absence("LONG_ADDER", "a.b.Section.increment", "has no lock to hold"),
                new Absence("LONG_ADDER", "a.b.Tally.operate", "cannot keep two fields in step"),
                new Absence("SPIN", "a.b.Section.increment", "has no lock to hold")))
        .containsExactly(
            "Section.increment without AtomicInteger, LongAdder and SPIN: each has no lock to"
                + " hold.",
            "Tally.operate without LongAdder: it cannot keep two fields in step.");
  }

  @Test
  void aRunThatMissesNothingSaysNothing() {
    assertThat(sentences()).isEmpty();
  }
}
