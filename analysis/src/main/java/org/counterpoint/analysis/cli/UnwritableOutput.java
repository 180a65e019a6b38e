package org.counterpoint.analysis.cli;

import java.io.IOException;
import java.nio.file.Path;
import org.counterpoint.analysis.jmh.IoReason;

/** A place that takes no output. Its message is one line, {@code place: reason: remedy}. */
final class UnwritableOutput extends IOException {

  UnwritableOutput(Path place, IOException failure) {
    super(
        (place + ": the report cannot be written: " + IoReason.of(failure)).replaceAll("\\s+", " ")
            + ": give another place with --output, or make room",
        failure);
  }
}
