package org.counterpoint.experiment;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.counterpoint.analysis.model.Cell;
import org.counterpoint.analysis.model.JvmVariant;
import org.counterpoint.analysis.model.Mode;
import org.counterpoint.analysis.model.Plan;
import org.counterpoint.analysis.model.PlannedCell;
import org.counterpoint.analysis.stats.Estimate;
import org.counterpoint.bench.ControlBenchmark;
import org.counterpoint.sharing.Strategy;

/** Which cells a run measures. */
public final class Cells {

  private Cells() {}

  /**
   * The benchmarks that measure the instrument: JMH's loop, a call without dispatch, the timer; and
   * the one that measures the machine.
   */
  public static List<String> controls() {
    String control = ControlBenchmark.class.getName();
    return List.of(
        control + ".nothing",
        control + ".direct",
        control + ".timer",
        control + "." + Plan.FIXED_WORK);
  }

  /**
   * Under all of the suite's JVM flags: every strategy in every workload at every number of
   * threads, and the controls at one thread, since flags change the instrument, too; what is
   * measured again to calibrate does not. A budget is for more forks than the suite's.
   */
  static List<PlannedCell> of(Settings settings) {
    Suite suite = settings.suite();
    List<PlannedCell> cells = new ArrayList<>();
    for (JvmVariant jvm : suite.jvms()) {
      boolean controlled = suite.withControls() && !jvm.equals(JvmVariant.AGAIN);
      for (String control : controlled ? controls() : List.<String>of()) {
        cells.add(
            new PlannedCell(
                new Cell(control, new TreeMap<>(), Mode.THROUGHPUT, 1, jvm),
                controlForks(control, settings)));
      }
      for (Strategy strategy : settings.strategies()) {
        for (Workload workload : suite.workloads()) {
          SortedMap<String, String> params = new TreeMap<>(workload.params());
          params.put(Cell.STRATEGY, strategy.name());
          for (int threads : settings.threads()) {
            cells.add(
                new PlannedCell(
                    new Cell(workload.benchmark(), params, Mode.THROUGHPUT, threads, jvm),
                    forks(settings, workload.forks())));
          }
        }
      }
    }
    return cells;
  }

  private static int controlForks(String control, Settings settings) {
    int forks = forks(settings, settings.suite().forks());
    // With a precision there are many blocks, for what is not known well: not for the instrument.
    return settings.precision() > 0 && !control.endsWith("." + Plan.FIXED_WORK)
        ? Math.min(forks, Estimate.MIN_FORKS)
        : forks;
  }

  private static int forks(Settings settings, int usual) {
    return settings.forks().orElse(settings.times() * usual);
  }
}
