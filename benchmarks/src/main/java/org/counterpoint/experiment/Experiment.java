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
import org.counterpoint.analysis.model.Noise;
import org.counterpoint.experiment.jdks.ChosenJdk;
import org.counterpoint.experiment.machine.NoiseWatch;

/** Runs forks; each is in the journal before the next one starts. */
final class Experiment {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final RunFolder folder;
  private final Ledger ledger;
  private final JmhFork jmh;
  private final Progress progress;
  private final Interruption interruption;
  private final Map<String, ChosenJdk> jdks;
  private final NoiseWatch watch = NoiseWatch.ofThisMachine();

  Experiment(
      RunFolder folder,
      Ledger ledger,
      JmhFork jmh,
      Progress progress,
      Interruption interruption,
      List<ChosenJdk> jdks) {
    this.folder = folder;
    this.ledger = ledger;
    this.jmh = jmh;
    this.progress = progress;
    this.interruption = interruption;
    this.jdks = jdks.stream().collect(Collectors.toMap(ChosenJdk::label, Function.identity()));
  }

  /** Forks until the slot is settled, or until the run is interrupted. */
  void settle(Slot slot) throws IOException {
    while (!interruption.requested() && !ledger.isSettled(slot)) {
      fork(slot);
    }
  }

  /** A fork that the interruption ended leaves no trace. */
  private void fork(Slot slot) throws IOException {
    folder.requireSpace();
    progress.starting(slot);
    NoiseWatch.Look before = watch.look();
    Instant startedAt = Instant.now();
    ForkOutcome outcome = jmh.run(slot.cell(), Objects.requireNonNull(jdks.get(slot.jdk())));
    if (interruption.requested() && outcome instanceof ForkOutcome.Failed) {
      progress.interrupted();
      return;
    }
    double seconds = Duration.between(startedAt, Instant.now()).toMillis() / 1000.0;
    Noise noise = watch.since(before);
    ForkHeader header =
        new ForkHeader(
            ledger.last() + 1,
            slot.block(),
            ledger.failures(slot) + 1,
            slot.jdk(),
            slot.cell(),
            startedAt,
            seconds,
            noise);
    ForkOutcome written = folder.append(header, outcome);
    ledger.add(header, written instanceof ForkOutcome.Measured);
    if (written instanceof ForkOutcome.Measured measured) {
      JsonNode metric = JSON.readTree(measured.jmhJson()).at("/0/primaryMetric");
      progress.measured(
          slot, metric.required("score").asDouble(), metric.required("scoreUnit").asText());
    } else {
      progress.failed((ForkOutcome.Failed) written, ledger.isSettled(slot));
    }
  }
}
