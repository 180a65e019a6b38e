package org.counterpoint.experiment;

import java.util.List;
import org.counterpoint.analysis.model.Iterations;
import org.counterpoint.analysis.model.Plan;
import org.counterpoint.analysis.model.PlannedCell;

/** Plans for tests. */
final class Plans {

  private Plans() {}

  /** One that supports verdicts and doesn't stop early. */
  static Plan of(List<PlannedCell> cells, List<String> controls, double budgetSeconds) {
    return of(cells, controls, /* stopsEarly= */ false, budgetSeconds, 0, 0);
  }

  /** The same with a time limit, which is no budget. */
  static Plan limited(List<PlannedCell> cells, List<String> controls, double limitSeconds) {
    return of(cells, controls, /* stopsEarly= */ false, 0, 0, limitSeconds);
  }

  /** One that stops early; 0 for as soon as everything is decided. */
  static Plan precise(List<PlannedCell> cells, double precision) {
    return of(cells, List.of(), /* stopsEarly= */ true, 0, precision, 0);
  }

  private static Plan of(
      List<PlannedCell> cells,
      List<String> controls,
      boolean stopsEarly,
      double budgetSeconds,
      double precision,
      double limitSeconds) {
    return new Plan(
        "test",
        true,
        42,
        Schedule.blocks(cells),
        List.of(),
        List.of(),
        controls,
        cells,
        List.of(),
        new Iterations(1, 50, 2, 50),
        0.05,
        stopsEarly,
        budgetSeconds,
        precision,
        /* finerPrecision= */ 0,
        limitSeconds,
        "mvn verify -Pbench");
  }
}
