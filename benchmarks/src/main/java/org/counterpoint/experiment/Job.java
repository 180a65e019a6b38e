package org.counterpoint.experiment;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import org.counterpoint.analysis.jmh.Runs;
import org.counterpoint.analysis.model.Failure;
import org.counterpoint.analysis.model.Plan;
import org.counterpoint.analysis.model.Run;
import org.counterpoint.analysis.report.Absences;
import org.counterpoint.analysis.stats.Ranking;

/** One run, from its start to its report. */
final class Job {

  private static final int OK = 0;
  private static final int INCOMPLETE = 1;
  private static final int INTERRUPTED = 130;

  /** What a fork costs beside its iterations: the start of its JVM, JMH's handshake, its end. */
  private static final long OVERHEAD_MILLIS = 600;

  private final Start start;
  private final PrintWriter out;
  private final PrintWriter err;
  private Plan plan;

  Job(Start start, PrintWriter out, PrintWriter err) {
    this.start = start;
    this.out = out;
    this.err = err;
    plan = start.plan();
  }

  /**
   * The exit code: see {@link Main}.
   *
   * @throws BudgetTooSmall once the first block has shown how long everything takes; what it has
   *     measured is kept
   */
  int run() throws IOException, BudgetTooSmall {
    RunFolder folder = start.folder();
    Ledger ledger = Ledger.of(folder.journal());
    announce(ledger);
    Interruption interruption = Interruption.install();
    Progress progress = new Progress(out, plan, ledger, start.jdks().size() > 1);
    Experiment experiment =
        new Experiment(folder, ledger, new JmhFork(plan), progress, interruption, start.jdks());
    Blocks.Ending ending =
        new Blocks(
                plan.stopsEarly() ? StopRule.byDecisions(folder.path()) : StopRule.NEVER,
                ledger,
                experiment::settle,
                progress,
                interruption::requested,
                start.labels(),
                this::keep,
                out,
                System::nanoTime)
            .run(plan);
    interruption.forksAreOver();
    folder.merge();
    folder.describe(start.description(plan, Machine.finished(start.environment())));
    return report(folder.path(), ending, ledger);
  }

  private void keep(Plan shortened) throws IOException {
    start.folder().describe(start.description(shortened, start.environment()));
    plan = shortened;
  }

  private void announce(Ledger ledger) {
    start.notes().forEach(out::println);
    int forks = forks(Integer.MAX_VALUE);
    out.printf(
        "Suite %s on %s %s, %s, %d cores: %d cells%n",
        plan.suite(),
        start.jdks().size() > 1 ? "JDKs" : "JDK",
        String.join(",", start.labels()),
        start.environment().cpu(),
        start.environment().cores(),
        plan.cellsOn(start.labels()).size());
    Absences.ofJdks(plan, start.labels()).forEach(out::println);
    Duration expected = forksTake(forks - ledger.measured());
    if (plan.limitSeconds() > 0) {
      Duration limit = Duration.ofMillis((long) (1000 * (plan.limitSeconds() - ledger.spent())));
      Duration atLeast = forksTake(forks(Ranking.MIN_FORKS) - ledger.measured());
      expected = Collections.min(List.of(expected, Collections.max(List.of(limit, atLeast))));
    }
    if (start.goesOn()) {
      out.printf(
          "Goes on: %d forks of at most %d are measured, about %s minutes left%n",
          ledger.measured(), forks, Progress.clock(expected));
    } else {
      out.printf("At most %d forks, about %s minutes%n", forks, Progress.clock(expected));
    }
    if (!plan.supportsVerdicts()) {
      out.printf("This suite shows that everything works; it supports no verdict.%n");
    }
    out.printf("Every finished fork is kept in %s%n", start.folder().path());
  }

  /** All that there may be, if no cell has more than that on each JDK that can measure it. */
  private int forks(int most) {
    return start.labels().stream()
        .flatMap(jdk -> plan.cellsOn(List.of(jdk)).stream())
        .mapToInt(planned -> Math.min(most, planned.forks()))
        .sum();
  }

  private Duration forksTake(int forks) {
    return Duration.ofMillis(
        Math.max(0, forks) * (OVERHEAD_MILLIS + plan.iterations().totalMillis()));
  }

  private int report(Path folder, Blocks.Ending ending, Ledger ledger) throws IOException {
    Run run = Runs.read(folder);
    boolean interrupted = ending == Blocks.Ending.INTERRUPTED;
    if (run.measurements().isEmpty()) {
      err.printf("%s: nothing was measured%n", folder);
      return interrupted ? INTERRUPTED : INCOMPLETE;
    }
    int code = org.counterpoint.analysis.cli.Main.run(out, err, "report", folder.toString());
    if (code != OK) {
      return code;
    }
    switch (ending) {
      case INTERRUPTED -> {
        err.printf(
            "Interrupted: the report is of the forks that had finished. To go on: mvn verify"
                + " -Pbench -Dbench.resume=%s%n",
            folder);
        return INTERRUPTED;
      }
      case DECIDED ->
          out.printf(
              "Every question is decided%s: no further fork is needed.%n",
              plan.precision() > 0 ? ", and every interval is narrow enough" : "");
      case OUT_OF_TIME ->
          out.printf(
              plan.budgetSeconds() > 0
                  ? "The budget is spent.%n"
                  : "The suite's time limit is reached.%n");
      case COMPLETE -> {}
    }
    for (Failure failure : run.failures()) {
      err.printf("%s on JDK %s: %s%n", failure.cell(), failure.jdk(), failure.message());
    }
    boolean lied = run.failures().stream().anyMatch(Failure::isLostUpdate);
    return lied || ledger.lost() > 0 ? INCOMPLETE : OK;
  }
}
