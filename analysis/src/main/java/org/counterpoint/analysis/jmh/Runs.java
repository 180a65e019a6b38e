package org.counterpoint.analysis.jmh;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.counterpoint.analysis.model.Measurement;
import org.counterpoint.analysis.model.Run;

/** Reads what was measured: the folder of a run, or a file of JMH's own JSON. */
public final class Runs {

  private Runs() {}

  /**
   * Reads it whole, in one pass a file; what stays in memory is the numbers that the model keeps.
   *
   * @throws UnreadableInput with the first thing that is wrong, its place, and what to do
   */
  public static Run read(Path input) throws UnreadableInput {
    String name = name(input);
    if (Files.isDirectory(input)) {
      return RunFolder.read(name, input);
    }
    Warnings warnings = new Warnings();
    List<Measurement> measurements = JmhJson.read(input, warnings);
    return new Run(
        name,
        Optional.empty(),
        Optional.empty(),
        measurements.stream().map(Measurement::jdk).distinct().toList(),
        measurements,
        List.of(),
        warnings.sentences(),
        List.of());
  }

  private static String name(Path input) {
    Path name = input.toAbsolutePath().normalize().getFileName();
    return name == null ? input.toString() : name.toString();
  }
}
