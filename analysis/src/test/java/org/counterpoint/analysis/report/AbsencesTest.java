package org.counterpoint.analysis.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.TreeMap;
import org.counterpoint.analysis.model.Cell;
import org.counterpoint.analysis.model.Iterations;
import org.counterpoint.analysis.model.Mode;
import org.counterpoint.analysis.model.Plan;
import org.counterpoint.analysis.model.Plan.Absence;
import org.counterpoint.analysis.model.PlannedCell;
import org.junit.jupiter.api.Test;

class AbsencesTest {

  private static List<String> sentences(Absence... absences) {
    return Absences.sentences(plan(List.of(), absences));
  }

  private static Plan plan(List<PlannedCell> cells, Absence... absences) {
    return new Plan(
        "standard",
        true,
        1,
        5,
        List.of(
            new Plan.StrategyName("ATOMIC_INTEGER", "AtomicInteger"),
            new Plan.StrategyName("LONG_ADDER", "LongAdder")),
        List.of(),
        List.of(),
        cells,
        List.of(absences),
        new Iterations(1, 1, 1, 1),
        0.05,
        false,
        0,
        0,
        0,
        0,
        "mvn verify -Pbench");
  }

  private static PlannedCell since(int jdk, String benchmark, int threads) {
    return new PlannedCell(new Cell(benchmark, new TreeMap<>(), Mode.THROUGHPUT, threads), 5, jdk);
  }

  @Test
  void whatAJdkIsTooOldForIsNamedOnce() {
    Plan plan =
        plan(
            List.of(
                since(0, "a.b.Increment.increment", 1),
                since(21, "a.b.Fibers.outside", 1),
                since(21, "a.b.Fibers.outside", 2),
                since(21, "a.b.Fibers.inside", 1)));
    assertThat(Absences.ofJdks(plan, List.of("17.0.15", "25.0.1")))
        .containsExactly("Fibers: not on JDK 17 (needs 21).");
    assertThat(Absences.ofJdks(plan, List.of("20", "17.0.15", "17.0.15-2", "21")))
        .containsExactly("Fibers: not on JDK 17 and 20 (needs 21).");
    assertThat(Absences.ofJdks(plan, List.of("21.0.1", "25.0.1"))).isEmpty();
  }

  @Test
  void theMethodIsNamedWhereOthersOfItsClassNeedAnotherJdk() {
    Plan plan =
        plan(
            List.of(
                since(0, "a.b.Fibers.none", 1),
                since(21, "a.b.Fibers.outside", 1),
                since(24, "a.b.Fibers.inside", 1)));
    assertThat(Absences.ofJdks(plan, List.of("21", "17")))
        .containsExactly(
            "Fibers.outside: not on JDK 17 (needs 21).",
            "Fibers.inside: not on JDK 17 and 21 (needs 24).");
  }

  @Test
  void theReportSaysBoth() {
    assertThat(Absences.of(Runs.withTooNew(Runs.own().make())))
        .containsExactly("Fibers: not on JDK 17 (needs 99).");
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
