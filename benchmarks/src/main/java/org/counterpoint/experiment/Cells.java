package org.counterpoint.experiment;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.counterpoint.analysis.model.Cell;
import org.counterpoint.analysis.model.Mode;
import org.counterpoint.analysis.model.PlannedCell;
import org.counterpoint.bench.ControlBenchmark;
import org.counterpoint.bench.IncrementBenchmark;
import org.counterpoint.bench.ServiceTimeBenchmark;
import org.counterpoint.sharing.Strategy;

/** Which cells a run measures. */
public final class Cells {

  private static final String INCREMENT = IncrementBenchmark.class.getName() + ".increment";
  private static final String SERVICE_TIME = ServiceTimeBenchmark.class.getName() + ".increment";

  private Cells() {}

  /** The benchmarks that measure the instrument: JMH's loop, a call without dispatch, the timer. */
  public static List<String> controls() {
    String control = ControlBenchmark.class.getName();
    return List.of(control + ".nothing", control + ".direct", control + ".timer");
  }

  /**
   * Every strategy at every number of threads, in both workloads, and the controls at one thread.
   */
  public static List<PlannedCell> of(
      List<Strategy> strategies, List<Integer> threads, int forks, int serviceTimeForks) {
    List<PlannedCell> cells = new ArrayList<>();
    for (String control : controls()) {
      cells.add(new PlannedCell(cell(control, Map.of(), 1), forks));
    }
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
