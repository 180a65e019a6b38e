package org.counterpoint.experiment;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.TreeMap;
import org.counterpoint.analysis.model.Cell;
import org.counterpoint.analysis.model.Mode;
import org.counterpoint.analysis.model.Plan;
import org.counterpoint.analysis.model.PlannedCell;
import org.junit.jupiter.api.Test;

class StartTest {

  private static final String CONTROL = "a.Control.nothing";

  private static PlannedCell planned(String benchmark, int sinceJdk) {
    return new PlannedCell(new Cell(benchmark, new TreeMap<>(), Mode.THROUGHPUT, 1), 5, sinceJdk);
  }

  private static Plan plan(PlannedCell... cells) {
    return Plans.of(List.of(cells), List.of(CONTROL), 0);
  }

  @Test
  void aSuiteOfWhichTheJdksLeaveNothingButControlsIsRefused() {
    Plan plan = plan(planned(CONTROL, 0), planned("a.Fibers.sleep", 21));
    assertThatExceptionOfType(Settings.Invalid.class)
        .isThrownBy(() -> Start.requireSomethingToMeasure(plan, List.of("17.0.15")))
        .withMessage(
            "-Dbench.jdks: nothing of the suite can be measured on JDK 17.0.15: Fibers: not on JDK"
                + " 17 (needs 21).");
  }

  @Test
  void aSuiteOfWhichTheJdksLeaveSomethingIsMeasured() {
    Plan fibers = plan(planned(CONTROL, 0), planned("a.Fibers.sleep", 21));
    assertThatCode(() -> Start.requireSomethingToMeasure(fibers, List.of("17.0.15", "25.0.1")))
        .doesNotThrowAnyException();
    Plan both = plan(planned("a.Threads.run", 0), planned("a.Fibers.sleep", 21));
    assertThatCode(() -> Start.requireSomethingToMeasure(both, List.of("17.0.15")))
        .doesNotThrowAnyException();
  }
}
