package org.counterpoint.analysis.compare;

import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.counterpoint.analysis.model.Cell;
import org.counterpoint.analysis.model.Measurement;
import org.counterpoint.analysis.model.Run;

/** Files of one measurement in some unit. */
final class Units {

  private Units() {}

  static Run run(String unit, Cell cell, double... values) {
    Measurement measurement =
        new Measurement(
            cell,
            TestRuns.JDK_17,
            TestRuns.PROTOCOL,
            TestRuns.metric("score", unit, values),
            new TreeMap<>());
    return new Run(
        unit,
        Optional.empty(),
        Optional.empty(),
        List.of(TestRuns.JDK_17),
        List.of(measurement),
        List.of(),
        List.of(),
        List.of());
  }
}
