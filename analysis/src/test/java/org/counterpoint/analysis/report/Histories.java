package org.counterpoint.analysis.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.counterpoint.analysis.compare.Gauge;
import org.counterpoint.analysis.compare.History;
import org.counterpoint.analysis.compare.PastRun;
import org.counterpoint.analysis.compare.Series;
import org.counterpoint.analysis.model.Environment;
import org.counterpoint.analysis.model.Measurement;
import org.counterpoint.analysis.model.Metric;
import org.counterpoint.analysis.model.Mode;
import org.counterpoint.analysis.model.Run;
import org.counterpoint.analysis.model.Unit;

/** Nightly runs of one strategy, without randomness. */
final class Histories {

  private static final double[] DAYS = {0.4, -0.9, 0.1, 0.8, -0.6, -0.1, 1, -0.3, 0.5, -0.8, 0.2};

  private Histories() {}

  /** A percent of a day's noise, which repeats after eleven days. */
  static double day(int i) {
    return 1 + 0.01 * DAYS[i % DAYS.length];
  }

  /** Runs of the mutex at two threads with these levels, all on one machine. */
  static List<Series> of(int runs, IntToDoubleFunction level) {
    return of(runs, level, "Some CPU", runs);
  }

  /** The same, from that run on, on another processor. */
  static List<Series> of(int runs, IntToDoubleFunction level, String cpu, int from) {
    return History.marked(
        History.of(
            IntStream.range(0, runs)
                .mapToObj(i -> run(i, level.applyAsDouble(i), i < from ? "Some CPU" : cpu, "MUTEX"))
                .map(run -> PastRun.of(run, Gauge.YARDSTICK))
                .toList()));
  }

  static Run run(int i, double level, String cpu, String... strategies) {
    Run base = Runs.own().name("nightly-" + i).threads(1).make();
    List<Measurement> all = new ArrayList<>();
    for (String strategy : strategies) {
      all.add(
          Runs.entry(
              Runs.INCREMENT,
              Runs.params("strategy", strategy),
              Mode.THROUGHPUT,
              2,
              "ops/us",
              Runs.around(level * day(i), 5)));
    }
    return new Run(
        base.name(),
        base.plan(),
        base.environment().map(machine -> machine(machine, i, cpu)),
        List.of(all.get(0).jdk()),
        all,
        List.of(),
        List.of(),
        List.of());
  }

  private static Environment machine(Environment of, int i, String cpu) {
    return new Environment(
        cpu,
        of.cores(),
        of.memoryBytes(),
        of.os(),
        of.virtualization(),
        of.governor(),
        of.loadBefore(),
        of.loadAfter(),
        String.format(Locale.ROOT, "%07x0000", 0xabc0000 + i),
        String.format(Locale.ROOT, "2026-%02d-%02dT03:04:05Z", 1 + i / 28, 1 + i % 28),
        of.finishedAt(),
        of.platform(),
        of.program());
  }

  /** Times of one operation, or bytes, over runs of files that know no machine. */
  static Series times(String unit, Optional<String> allocation, double... levels) {
    List<PastRun> runs = new ArrayList<>();
    for (int i = 0; i < levels.length; i++) {
      Measurement score =
          Runs.entry(
              Runs.INCREMENT,
              Runs.params("strategy", "MUTEX"),
              Mode.AVERAGE_TIME,
              1,
              unit,
              Runs.around(levels[i], 5));
      TreeMap<String, Metric> secondary = new TreeMap<>();
      allocation.ifPresent(
          name -> secondary.put(name, new Metric(name, Unit.of("B/op"), score.primary().forks())));
      Measurement both =
          new Measurement(score.cell(), score.jdk(), score.protocol(), score.primary(), secondary);
      Gauge gauge = allocation.isPresent() ? Gauge.ALLOC : Gauge.YARDSTICK;
      runs.add(PastRun.of(Runs.foreign("file-" + i + ".json", both), gauge));
    }
    return History.marked(History.of(runs)).get(0);
  }
}
