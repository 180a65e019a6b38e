package org.counterpoint.analysis.jmh;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.counterpoint.analysis.model.Cell;
import org.counterpoint.analysis.model.Failure;
import org.counterpoint.analysis.model.Measurement;
import org.counterpoint.analysis.model.PlannedCell;
import org.counterpoint.analysis.model.Run;
import org.counterpoint.analysis.model.Watched;

/**
 * A run's folder. Its journal is the truth, or the archive that the journal was packed into; the
 * merged JSON of a JDK is derived from it and stands in where there is neither.
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
    List<ForkFiles.Read> forks = forks(folder, warnings);
    List<Measurement> measurements;
    List<Failure> failures;
    List<ForkHeader> headers = new ArrayList<>();
    if (forks.isEmpty()) {
      measurements = merged(folder, run, warnings);
      failures = List.of();
    } else {
      Measurements all = new Measurements(run, warnings);
      for (ForkFiles.Read read : forks) {
        warnings.addAll(read.warnings());
        all.add(read.file(), read.located());
        headers.add(read.located().fork().header());
      }
      measurements = all.joined();
      failures = all.failures();
    }
    warnOfFewForks(run, measurements, warnings);
    return new Run(
        name,
        Optional.of(run.plan()),
        Optional.of(run.environment()),
        run.jdks().stream().map(RunJdk::jdk).toList(),
        measurements,
        failures,
        warnings.sentences(),
        watched(headers));
  }

  /**
   * Of the journal, or else of the archive that it was packed into; empty where there is neither.
   */
  private static List<ForkFiles.Read> forks(Path folder, Warnings warnings) throws UnreadableInput {
    List<Path> files = Journal.forks(folder.resolve(Journal.NAME));
    Path packed = folder.resolve(PackedJournal.NAME);
    if (!files.isEmpty() || !Files.exists(packed)) {
      Journal.warnOfGaps(files, warnings);
      return ForkFiles.of(files, Files::newInputStream);
    }
    try (PackedJournal journal = PackedJournal.in(packed)) {
      Journal.warnOfGaps(journal.forks(), warnings);
      if (journal.others() > 0) {
        warnings.add(PackedJournal.NAME, "has files that are no fork's, and were passed over");
      }
      return ForkFiles.of(journal.forks(), journal::open);
    }
  }

  private static List<Watched> watched(List<ForkHeader> headers) {
    Optional<Instant> first =
        headers.stream().map(ForkHeader::startedAt).min(Comparator.naturalOrder());
    return headers.stream()
        .map(
            header ->
                new Watched(
                    header.cell(),
                    header.jdk(),
                    header.block(),
                    seconds(Duration.between(first.orElseThrow(), header.startedAt())),
                    header.seconds(),
                    header.noise()))
        .toList();
  }

  private static double seconds(Duration duration) {
    return duration.getSeconds() + duration.getNano() / 1e9;
  }

  private static List<Measurement> merged(Path folder, RunDescription run, Warnings warnings)
      throws UnreadableInput {
    List<Measurement> measurements = new ArrayList<>();
    for (RunJdk jdk : run.jdks()) {
      Path file = folder.resolve(jdk.label()).resolve(MERGED);
      if (!Files.exists(file)) {
        if (!run.plan().cellsOn(List.of(jdk.label())).isEmpty()) {
          warnings.add("JDK " + jdk.label(), "no measurement on it");
        }
        continue;
      }
      for (JmhEntry entry : JmhJson.entries(file, warnings)) {
        JdkCheck.require(jdk, entry.measurement().jdk(), entry.at());
        JmhEntry planned = JvmVariants.asPlanned(run.plan().cells(), entry);
        measurements.add(JdkLabels.on(jdk.jdk(), planned.measurement()));
      }
    }
    if (measurements.isEmpty()) {
      throw new UnreadableInput(
          folder,
          "neither a fork in "
              + Journal.NAME
              + "/ or "
              + PackedJournal.NAME
              + " nor a JDK's "
              + MERGED,
          "run the benchmarks first");
    }
    return measurements;
  }

  /** In a run that stops early, too few may be enough: only of what has none, which never is. */
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
      for (PlannedCell planned : run.plan().cellsOn(List.of(jdk.label()))) {
        int forks = measured.getOrDefault(new CellOnJdk(planned.cell(), jdk.label()), 0);
        boolean enough = run.plan().stopsEarly() ? forks > 0 : forks >= planned.forks();
        if (!enough) {
          warnings.add(
              planned.cell() + " on " + jdk.label() + " with " + (forks == 0 ? "none" : forks),
              "fewer forks than the " + planned.forks() + " that were planned");
        }
      }
    }
  }
}
