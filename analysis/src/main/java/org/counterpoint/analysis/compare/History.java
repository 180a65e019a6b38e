package org.counterpoint.analysis.compare;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.counterpoint.analysis.model.Cell;
import org.counterpoint.analysis.model.Jdk;
import org.counterpoint.analysis.model.Plan;
import org.counterpoint.analysis.model.Unit;
import org.counterpoint.analysis.stats.BlockMeans;
import org.counterpoint.analysis.stats.ChangePoints;
import org.counterpoint.analysis.stats.Yardstick;

/**
 * What became of every cell from run to run.
 *
 * <p>A cell is followed on the same feature release of the JDK, so that an update of it is part of
 * the history. Where a run had two JDKs of one release, the runs' labels tell them apart.
 */
public final class History {

  private record Key(Cell cell, String jdk, String words, boolean isTail, String unit) {}

  /** What a run measured of a cell. */
  private record Visit(int position, PastRun.Track track, Gauge.Reading reading) {}

  private final List<PastRun> runs;
  private final Set<String> ambiguous = new HashSet<>();

  private History(List<PastRun> runs) {
    this.runs = runs;
    for (PastRun run : runs) {
      Set<String> seen = new HashSet<>();
      for (PastRun.Track track : run.tracks()) {
        String feature = feature(track.side().jdk());
        if (!seen.add(feature)) {
          ambiguous.add(feature);
        }
      }
    }
  }

  /** All cells, in their order, in which no change has been looked for yet. */
  public static List<Series> of(List<PastRun> runs) {
    return new History(List.copyOf(runs)).series();
  }

  /**
   * The same with their changes. The chance that any of them is a false alarm is {@link
   * ChangePoints#LEVEL} in all of them together (Bonferroni): the fewer are given, the smaller the
   * changes that are found.
   */
  public static List<Series> marked(List<Series> all) {
    int searched = all.stream().mapToInt(Series::searched).sum();
    double level = ChangePoints.LEVEL / Math.max(1, searched);
    return all.stream().map(series -> series.marked(level)).toList();
  }

  private List<Series> series() {
    Map<Key, List<Visit>> visits = new LinkedHashMap<>();
    for (int position = 0; position < runs.size(); position++) {
      for (PastRun.Track track : runs.get(position).tracks()) {
        int at = position;
        track
            .readings()
            .forEach(
                (cell, reading) ->
                    visits
                        .computeIfAbsent(key(cell, track, reading), key -> new ArrayList<>())
                        .add(new Visit(at, track, reading)));
      }
    }
    Map<SegmentsKey, Segments> segments = new LinkedHashMap<>();
    List<Series> all = new ArrayList<>();
    visits.forEach((key, of) -> all.add(series(key, of, segments)));
    all.sort(
        Comparator.comparing((Series one) -> one.cell().withThreads(1))
            .thenComparing(Series::jdk)
            .thenComparingInt(one -> one.cell().threads()));
    return all;
  }

  private record SegmentsKey(String jdk, Claim claim) {}

  private Series series(Key key, List<Visit> visits, Map<SegmentsKey, Segments> known) {
    Yardstick first = visits.get(0).reading().yardstick();
    Claim claim = visits.get(0).reading().claim();
    Segments segments =
        known.computeIfAbsent(
            new SegmentsKey(key.jdk(), claim), k -> Segments.of(sides(key.jdk()), claim));
    List<Series.Point> points = new ArrayList<>();
    List<Series.Break> breaks = new ArrayList<>();
    for (Visit visit : visits) {
      int before = points.isEmpty() ? visit.position() : points.get(points.size() - 1).position();
      List<Difference> differences = segments.between(before, visit.position());
      if (!differences.isEmpty()) {
        breaks.add(new Series.Break(points.size(), differences));
      }
      points.add(point(visit, first));
    }
    return new Series(
        key.cell(),
        key.jdk(),
        key.words(),
        claim,
        first.unit(),
        first.higherIsBetter(),
        points,
        breaks,
        List.of(),
        objection(points));
  }

  private static Series.Point point(Visit visit, Yardstick first) {
    BlockMeans forks =
        Comparing.inOneUnit(first, visit.reading().yardstick())
            .orElseThrow(() -> new IllegalStateException("of another kind: " + visit));
    Side side = visit.track().side();
    return new Series.Point(visit.position(), side.run(), side.jdk(), forks);
  }

  private static Optional<String> objection(List<Series.Point> points) {
    for (Series.Point point : points) {
      Optional<Plan> plan = point.run().plan();
      if (!plan.map(Plan::supportsVerdicts).orElse(true)) {
        return Optional.of(plan.map(Plan::suite).orElse("") + " runs support no verdict");
      }
    }
    return Series.hasLogs(points)
        ? Optional.empty()
        : Optional.of("a value is not above zero, so no ratio can be taken");
  }

  /** Of every run what it measured on that JDK. */
  private List<Optional<Side>> sides(String jdk) {
    return runs.stream()
        .map(
            run ->
                run.tracks().stream()
                    .map(PastRun.Track::side)
                    .filter(side -> nameOf(side.jdk()).equals(jdk))
                    .findFirst())
        .toList();
  }

  private Key key(Cell cell, PastRun.Track track, Gauge.Reading reading) {
    Unit unit = reading.yardstick().unit();
    return new Key(
        cell,
        nameOf(track.side().jdk()),
        reading.words(),
        reading.yardstick().isTail(),
        unit.kind() == Unit.Kind.OTHER ? unit.symbol() : unit.kind().name());
  }

  private String nameOf(Jdk jdk) {
    String feature = feature(jdk);
    return ambiguous.contains(feature) ? jdk.label() : feature;
  }

  private static String feature(Jdk jdk) {
    return jdk.version().replaceFirst("[.+-].*", "");
  }
}
