package org.counterpoint.analysis.stats;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.counterpoint.analysis.model.Cell;
import org.counterpoint.analysis.model.Fork;
import org.counterpoint.analysis.model.Iterations;
import org.counterpoint.analysis.model.Jdk;
import org.counterpoint.analysis.model.Measurement;
import org.counterpoint.analysis.model.Metric;
import org.counterpoint.analysis.model.Mode;
import org.counterpoint.analysis.model.Noise;
import org.counterpoint.analysis.model.Noise.Reading;
import org.counterpoint.analysis.model.Plan;
import org.counterpoint.analysis.model.Protocol;
import org.counterpoint.analysis.model.Run;
import org.counterpoint.analysis.model.Unit;
import org.counterpoint.analysis.model.Values;
import org.counterpoint.analysis.model.Watched;

/** Runs of which only the control and the noise matter. */
final class WatchedRuns {

  static final Cell CONTROL =
      new Cell("a.Control." + Plan.FIXED_WORK, new TreeMap<>(), Mode.THROUGHPUT, 1);
  static final Cell OTHER = new Cell("a.Bench.b", new TreeMap<>(), Mode.THROUGHPUT, 2);

  private final List<Measurement> measurements = new ArrayList<>();
  private final List<Watched> watched = new ArrayList<>();

  /** The control's operations a microsecond on a JDK, one value a block. */
  WatchedRuns control(String jdk, double... rates) {
    List<Fork> forks = new ArrayList<>();
    for (double rate : rates) {
      forks.add(new Fork(forks.size(), Values.of(rate), Optional.empty()));
    }
    measurements.add(
        new Measurement(
            CONTROL,
            new Jdk(jdk, jdk, "VM", jdk),
            new Protocol(1, 1, "", 1, "", List.of()),
            new Metric(Metric.PRIMARY, Unit.of("ops/us"), forks),
            new TreeMap<>()));
    return this;
  }

  /** A fork of 2,000 ms of processor time, of which we used 1,000. */
  WatchedRuns fork(Cell cell, int block, double startSeconds, double others, double stolen) {
    return fork(
        cell,
        block,
        startSeconds,
        Map.of(
            Reading.AVAILABLE_MILLIS,
            2000.0,
            Reading.BUSY_MILLIS,
            1000.0 + others,
            Reading.OWN_MILLIS,
            1000.0,
            Reading.STEAL_MILLIS,
            stolen));
  }

  WatchedRuns fork(Cell cell, int block, double startSeconds, Map<Reading, Double> readings) {
    watched.add(
        new Watched(cell, "17", block, startSeconds, 1, new Noise(new TreeMap<>(readings))));
    return this;
  }

  Run run() {
    return new Run(
        "run",
        Optional.of(
            new Plan(
                "standard",
                true,
                1,
                10,
                List.of(),
                List.of(),
                List.of(CONTROL.benchmark()),
                List.of(),
                List.of(),
                new Iterations(1, 100, 5, 100),
                0.05,
                false,
                0,
                0,
                0,
                0,
                "")),
        Optional.empty(),
        measurements.stream().map(Measurement::jdk).distinct().toList(),
        measurements,
        List.of(),
        List.of(),
        watched);
  }

  Quietness quietness() {
    return Quietness.of(run());
  }
}
