package org.counterpoint.analysis.jmh;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.counterpoint.analysis.model.Cell;
import org.counterpoint.analysis.model.Failure;
import org.counterpoint.analysis.model.Measurement;
import org.counterpoint.analysis.model.PlannedCell;
import org.counterpoint.analysis.model.Run;

/**
 * A run's folder. Its journal is the truth and is read one file at a time; the merged JSON of a JDK
 * is derived from it and stands in where there is no journal.
 */
final class RunFolder {

  /** The merged JSON of one JDK, in that JDK's folder. */
  static final String MERGED = "jmh-result.json";

  private record CellOnJdk(Cell cell, String jdk) {}

  private RunFolder() {}

  static Run read(String name, Path folder) throws UnreadableInput {
    Path description = folder.resolve(RunJson.NAME);
    if (!Files.exists(description)) {
      throw new UnreadableInput(
          folder,
          "no " + RunJson.NAME + " in it, so this is not the folder of a run",
          "give a run's folder, or a file of JMH's JSON");
    }
    RunDescription run = RunJson.read(description);
    Warnings warnings = new Warnings();
    if (run.environment().finishedAt().isEmpty()) {
      warnings.add(name, "the run has not finished; this is what it had measured by then");
    }
    Path journal = folder.resolve(Journal.NAME);
    List<Path> forks = Journal.forks(journal);
    List<Measurement> measurements;
    List<Failure> failures;
    if (forks.isEmpty()) {
      measurements = merged(folder, run, warnings);
      failures = List.of();
    } else {
      Journal.warnOfGaps(journal, warnings);
      Measurements all = new Measurements(run, warnings);
      for (Path fork : forks) {
        all.add(fork, ForkJson.read(fork, warnings));
      }
      measurements = all.joined();
      failures = all.failures();
    }
    warnOfFewForks(run, measurements, warnings);
    return new Run(
        name,
        Optional.of(run.plan()),
        Optional.of(run.environment()),
        measurements,
        failures,
        warnings.sentences());
  }

  private static List<Measurement> merged(Path folder, RunDescription run, Warnings warnings)
      throws UnreadableInput {
    List<Measurement> measurements = new ArrayList<>();
    for (RunJdk jdk : run.jdks()) {
      Path file = folder.resolve(jdk.label()).resolve(MERGED);
      if (!Files.exists(file)) {
        warnings.add("JDK " + jdk.label(), "no measurement on it");
        continue;
      }
      for (JmhEntry entry : JmhJson.entries(file, warnings)) {
        JdkCheck.require(jdk, entry.measurement().jdk(), entry.at());
        measurements.add(JdkLabels.on(jdk.jdk(), entry.measurement()));
      }
    }
    if (measurements.isEmpty()) {
      throw new UnreadableInput(
          folder,
          "neither a fork in " + Journal.NAME + "/ nor a JDK's " + MERGED,
          "run the benchmarks first");
    }
    return measurements;
  }

  private static void warnOfFewForks(
      RunDescription run, List<Measurement> measurements, Warnings warnings) {
    Map<CellOnJdk, Integer> measured = new HashMap<>();
    for (Measurement measurement : measurements) {
      measured.merge(
          new CellOnJdk(measurement.cell(), measurement.jdk().label()),
          measurement.primary().forks().size(),
          Integer::sum);
    }
    for (RunJdk jdk : run.jdks()) {
      for (PlannedCell planned : run.plan().cells()) {
        int forks = measured.getOrDefault(new CellOnJdk(planned.cell(), jdk.label()), 0);
        if (forks < planned.forks()) {
          warnings.add(
              planned.cell() + " on " + jdk.label() + " with " + (forks == 0 ? "none" : forks),
              "fewer forks than the " + planned.forks() + " that were planned");
        }
      }
    }
  }
}
