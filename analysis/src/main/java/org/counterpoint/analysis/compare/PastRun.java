package org.counterpoint.analysis.compare;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.counterpoint.analysis.model.Cell;
import org.counterpoint.analysis.model.Fork;
import org.counterpoint.analysis.model.Jdk;
import org.counterpoint.analysis.model.Measurement;
import org.counterpoint.analysis.model.Metric;
import org.counterpoint.analysis.model.Run;
import org.counterpoint.analysis.model.Unit;
import org.counterpoint.analysis.model.Values;

/**
 * What a history keeps of a run: its circumstances, and of every cell one value a fork, so that
 * hundreds of runs fit into memory where one of them, with all of its observations, is large.
 *
 * @param run without what was measured
 * @param tracks one a JDK
 */
public record PastRun(Run run, List<Track> tracks) {

  /**
   * What it measured on one JDK.
   *
   * @param readings by cell, in the run's order; not of controls, nor of what lost updates
   */
  public record Track(Side side, Map<Cell, Gauge.Reading> readings) {}

  // A side has measurements for what JMH says of how it measured; their values are not looked at.
  private static final Metric NO_VALUES =
      new Metric(
          Metric.PRIMARY, Unit.of("ops/s"), List.of(new Fork(0, Values.of(0), Optional.empty())));

  public PastRun {
    tracks = List.copyOf(tracks);
  }

  /** What is kept of that run where its history is told by this gauge. */
  public static PastRun of(Run run, Gauge gauge) {
    List<Track> tracks = new ArrayList<>();
    Run kept = withoutValues(run);
    for (Jdk jdk : run.jdks()) {
      Map<Cell, Gauge.Reading> readings = new LinkedHashMap<>();
      side(run, jdk)
          .measurements()
          .forEach(
              (cell, measurement) ->
                  gauge.means(measurement).ifPresent(reading -> readings.put(cell, reading)));
      if (!readings.isEmpty()) {
        tracks.add(new Track(side(kept, jdk), readings));
      }
    }
    return new PastRun(kept, tracks);
  }

  private static Side side(Run run, Jdk jdk) {
    return Side.ofJdk(run.name(), run.name(), run, jdk);
  }

  private static Run withoutValues(Run run) {
    List<Measurement> protocols =
        run.measurements().stream()
            .map(
                one ->
                    new Measurement(
                        one.cell(), one.jdk(), one.protocol(), NO_VALUES, new TreeMap<>()))
            .toList();
    return new Run(
        run.name(),
        run.plan(),
        run.environment(),
        run.jdks(),
        protocols,
        run.failures(),
        run.warnings(),
        List.of());
  }
}
