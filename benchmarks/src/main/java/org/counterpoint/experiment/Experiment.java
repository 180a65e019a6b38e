package org.counterpoint.experiment;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.counterpoint.analysis.jmh.ForkHeader;
import org.counterpoint.experiment.jdks.ChosenJdk;

/** Runs a schedule, fork by fork; each is in the journal before the next one starts. */
final class Experiment {

  /** Crashes happen; the same one twice in a row is an answer. */
  private static final int ATTEMPTS = 2;

  private static final ObjectMapper JSON = new ObjectMapper();

  private final RunFolder folder;
  private final JmhFork jmh;
  private final Progress progress;
  private final Interruption interruption;
  private final Map<String, ChosenJdk> jdks;
  private int sequence;

  Experiment(
      RunFolder folder,
      JmhFork jmh,
      Progress progress,
      Interruption interruption,
      List<ChosenJdk> jdks) {
    this.folder = folder;
    this.jmh = jmh;
    this.progress = progress;
    this.interruption = interruption;
    this.jdks = jdks.stream().collect(Collectors.toMap(ChosenJdk::label, Function.identity()));
  }

  /** Runs to the end, or until the run is interrupted. */
  void run(List<Slot> slots) throws IOException {
    for (Slot slot : slots) {
      for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
        if (interruption.requested() || fork(slot, attempt)) {
          break;
        }
      }
    }
  }

  /** Whether that settles the slot; a fork that the interruption ended leaves no trace. */
  private boolean fork(Slot slot, int attempt) throws IOException {
    progress.starting(slot);
    Instant startedAt = Instant.now();
    ForkOutcome outcome = jmh.run(slot.cell(), Objects.requireNonNull(jdks.get(slot.jdk())));
    if (interruption.requested() && outcome instanceof ForkOutcome.Failed) {
      progress.interrupted();
      return true;
    }
    double seconds = Duration.between(startedAt, Instant.now()).toMillis() / 1000.0;
    sequence++;
    ForkHeader header =
        new ForkHeader(
            sequence, slot.block(), attempt, slot.jdk(), slot.cell(), startedAt, seconds);
    ForkOutcome written = folder.append(header, outcome);
    if (written instanceof ForkOutcome.Measured measured) {
      JsonNode metric = JSON.readTree(measured.jmhJson()).at("/0/primaryMetric");
      progress.measured(
          slot, metric.required("score").asDouble(), metric.required("scoreUnit").asText());
      return true;
    }
    progress.failed(slot, (ForkOutcome.Failed) written);
    return false;
  }
}
