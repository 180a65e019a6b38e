package org.counterpoint.experiment;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
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

  private static final String CONTROL = ControlBenchmark.class.getName() + '.';

  private static final String WORK = CONTROL + Plan.WORK;

  private Cells() {}

  /**
   * The benchmarks that measure the instrument: JMH's loop, a call without dispatch, the timer; the
   * one that measures the machine; and the one that says how long work takes, where there is some.
   */
  public static List<String> controls() {
    return List.of(
        CONTROL + "nothing",
        CONTROL + "direct",
        CONTROL + "timer",
        CONTROL + Plan.FIXED_WORK,
        WORK);
  }

  /**
   * Under all of the suite's JVM flags: every strategy in every workload that it can do, at every
   * number of threads, and the controls at one thread, since flags change the instrument, too; what
   * is measured again to calibrate does not. A budget is for more forks than the suite's.
   */
  static List<PlannedCell> of(Settings settings) {
    Suite suite = settings.suite();
    List<PlannedCell> cells = new ArrayList<>();
    for (JvmVariant jvm : suite.jvms()) {
      List<PlannedCell> contenders = contenders(settings, jvm);
      if (suite.withControls() && !jvm.equals(JvmVariant.AGAIN)) {
        for (Cell control : controls(contenders, jvm)) {
          cells.add(new PlannedCell(control, controlForks(control.benchmark(), settings)));
        }
      }
      cells.addAll(contenders);
    }
    return cells;
  }

  /** Each at one thread; work as often as the contenders have different numbers of tokens. */
  private static List<Cell> controls(List<PlannedCell> contenders, JvmVariant jvm) {
    List<Cell> cells = new ArrayList<>();
    for (String control : controls()) {
      if (!control.equals(WORK)) {
        cells.add(new Cell(control, new TreeMap<>(), Mode.THROUGHPUT, 1, jvm));
      }
    }
    for (int tokens : ReportedParams.tokens(contenders)) {
      SortedMap<String, String> params = new TreeMap<>();
      params.put(Plan.TOKENS, String.valueOf(tokens));
      cells.add(new Cell(WORK, params, Mode.THROUGHPUT, 1, jvm));
    }
    return cells;
  }

  /** Each contender of each workload, at each number of threads that the workload is for. */
  private static List<PlannedCell> contenders(Settings settings, JvmVariant jvm) {
    List<PlannedCell> cells = new ArrayList<>();
    for (Workload workload : settings.suite().workloads()) {
      int forks = forks(settings, workload.forks());
      for (String contender : workload.contenders(settings.strategies())) {
        for (int threads : workload.threads(settings.threads())) {
          Cell cell =
              new Cell(
                  workload.benchmark(), workload.params(contender), Mode.THROUGHPUT, threads, jvm);
          cells.add(new PlannedCell(cell, forks, workload.kind().sinceJdk()));
        }
      }
    }
    return cells;
  }

  /** What of the chosen strategies can't do some workload. */
  static List<Plan.Absence> absences(Settings settings) {
    Set<Plan.Absence> absences = new LinkedHashSet<>();
    for (Workload workload : settings.suite().workloads()) {
      for (Strategy strategy : settings.strategies()) {
        if (!workload.isFor(strategy)) {
          absences.add(
              new Plan.Absence(strategy.name(), workload.benchmark(), workload.demand().lack()));
        }
      }
    }
    return List.copyOf(absences);
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
