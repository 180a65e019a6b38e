package org.counterpoint.experiment.machine;

import java.util.Map;
import org.counterpoint.analysis.model.Noise.Reading;

/** Reads the machine; cheap, and absent is what can't be read. */
interface Meter {

  /** What is counted from some start on. */
  Map<Reading, Double> totals();

  /** What is as it is now. */
  Map<Reading, Double> levels();
}
