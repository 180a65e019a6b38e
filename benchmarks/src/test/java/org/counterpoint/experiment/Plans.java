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
    return new Plan(
        "test",
        true,
        42,
        Schedule.blocks(cells),
        List.of(),
        controls,
        cells,
        new Iterations(1, 50, 2, 50),
        0.05,
        false,
        budgetSeconds,
        "mvn verify -Pbench");
  }
}
