package org.counterpoint.analysis.cli;

import java.io.IOException;
import java.nio.file.Path;
import org.counterpoint.analysis.jmh.IoReason;

/** A place that takes no output. Its message is one line, {@code place: reason: remedy}. */
final class UnwritableOutput extends IOException {

  UnwritableOutput(Path place, IOException failure) {
    this(place, "report", "--output", failure);
  }

  /**
   * For output of that name.
   *
   * @param option by which another place is given
   */
  UnwritableOutput(Path place, String what, String option, IOException failure) {
    super(
        (place + ": the " + what + " cannot be written: " + IoReason.of(failure))
                .replaceAll("\\s+", " ")
            + ": give another place with "
            + option
            + ", or make room",
        failure);
  }
}
