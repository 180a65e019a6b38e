package org.counterpoint.experiment;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.counterpoint.analysis.model.Cell;
import org.counterpoint.analysis.model.Mode;
import org.counterpoint.analysis.model.PlannedCell;
import org.counterpoint.bench.ControlBenchmark;
import org.counterpoint.bench.CriticalSectionBenchmark;
import org.counterpoint.bench.IncrementBenchmark;
import org.counterpoint.bench.ServiceTimeBenchmark;
import org.counterpoint.sharing.Strategy;

/** Which cells a run measures. */
public final class Cells {

  private static final String INCREMENT = IncrementBenchmark.class.getName() + ".increment";
  private static final String SERVICE_TIME = ServiceTimeBenchmark.class.getName() + ".increment";

  private static final String SECTION = CriticalSectionBenchmark.class.getName() + ".increment";

  /** Work inside the lock and outside it: moderate, low. */
  private static final List<Load> LOADS = List.of(new Load(20, 100), new Load(100, 2000));

  /** In tokens of JMH's {@code consumeCPU}. */
  private record Load(int inside, int outside) {}

  private Cells() {}

  /** The benchmarks that measure the instrument: JMH's loop, a call without dispatch, the timer. */
  public static List<String> controls() {
    String control = ControlBenchmark.class.getName();
    return List.of(control + ".nothing", control + ".direct", control + ".timer");
  }

  /** Every strategy at every number of threads, and the controls at one thread. */
  static List<PlannedCell> of(
      Suite.Workload workload,
      List<Strategy> strategies,
      List<Integer> threads,
      int forks,
      int serviceTimeForks) {
    List<PlannedCell> cells = new ArrayList<>();
    for (String control : controls()) {
      cells.add(new PlannedCell(cell(control, Map.of(), 1), forks));
    }
    switch (workload) {
      case INCREMENTS -> cells.addAll(increments(strategies, threads, forks, serviceTimeForks));
      case SECTIONS -> cells.addAll(sections(strategies, threads, forks));
    }
    return cells;
  }

  private static List<PlannedCell> sections(
      List<Strategy> strategies, List<Integer> threads, int forks) {
    List<PlannedCell> cells = new ArrayList<>();
    for (Strategy strategy : strategies) {
      // Not a load of 0 and 0: two calls that do nothing take longer than the lock.
      for (int count : threads) {
        cells.add(
            new PlannedCell(cell(INCREMENT, Map.of(Cell.STRATEGY, strategy.name()), count), forks));
      }
      for (Load load : LOADS) {
        Map<String, String> params =
            Map.of(
                Cell.STRATEGY,
                strategy.name(),
                "inside",
                String.valueOf(load.inside()),
                "outside",
                String.valueOf(load.outside()));
        for (int count : threads) {
          cells.add(new PlannedCell(cell(SECTION, params, count), forks));
        }
      }
    }
    return cells;
  }

  /** Throughput and service time. */
  private static List<PlannedCell> increments(
      List<Strategy> strategies, List<Integer> threads, int forks, int serviceTimeForks) {
    List<PlannedCell> cells = new ArrayList<>();
    for (Strategy strategy : strategies) {
      Map<String, String> params = Map.of(Cell.STRATEGY, strategy.name());
      for (int count : threads) {
        cells.add(new PlannedCell(cell(INCREMENT, params, count), forks));
        cells.add(new PlannedCell(cell(SERVICE_TIME, params, count), serviceTimeForks));
      }
    }
    return cells;
  }

  private static Cell cell(String benchmark, Map<String, String> params, int threads) {
    return new Cell(benchmark, new TreeMap<>(params), Mode.THROUGHPUT, threads);
  }
}
