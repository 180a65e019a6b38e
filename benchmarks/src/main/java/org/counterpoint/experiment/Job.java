package org.counterpoint.experiment;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import org.counterpoint.analysis.jmh.RunDescription;
import org.counterpoint.analysis.jmh.Runs;
import org.counterpoint.analysis.model.Environment;
import org.counterpoint.analysis.model.Failure;
import org.counterpoint.analysis.model.Plan;
import org.counterpoint.analysis.model.PlannedCell;
import org.counterpoint.analysis.model.Run;
import org.counterpoint.experiment.jdks.Choice;
import org.counterpoint.experiment.jdks.ChosenJdk;
import org.counterpoint.experiment.jdks.InvalidJdks;
import org.counterpoint.experiment.jdks.Jdks;
import org.counterpoint.sharing.Strategy;

/** One run from its settings to its report. */
final class Job {

  private static final int OK = 0;
  private static final int INCOMPLETE = 1;
  private static final int INTERRUPTED = 130;

  /** What a fork costs beside its iterations: the start of its JVM, JMH's handshake, its end. */
  private static final long OVERHEAD_MILLIS = 600;

  private final Settings settings;
  private final PrintWriter out;
  private final PrintWriter err;
  private final List<PlannedCell> cells;
  private final List<ChosenJdk> jdks;
  private final List<String> notes;
  private final List<Slot> slots;

  /**
   * Looks for the JDKs and proves that each runs.
   *
   * @throws InvalidJdks if one that is asked for can't be measured
   */
  Job(Settings settings, PrintWriter out, PrintWriter err) throws InvalidJdks {
    this.settings = settings;
    this.out = out;
    this.err = err;
    Suite suite = settings.suite();
    OptionalInt asked = settings.forks();
    int forks = asked.orElse(suite.forks());
    cells =
        Cells.of(
            suite.workload(),
            settings.strategies(),
            settings.threads(),
            forks,
            asked.isPresent() ? forks : suite.serviceTimeForks());
    Choice choice = Jdks.choose(settings.jdks());
    jdks = choice.jdks();
    notes = choice.notes();
    slots = Schedule.of(cells, labels(), settings.seed());
  }

  /** The exit code: see {@link Main}. */
  int run() throws IOException {
    Environment environment = Machine.observe();
    Plan plan = plan();
    RunFolder folder = RunFolder.create(settings.results(), settings.suite().id());
    folder.describe(description(plan, environment));
    announce(environment, folder.path());

    Interruption interruption = Interruption.install();
    new Experiment(
            folder,
            new JmhFork(settings.suite().iterations()),
            new Progress(out, slots.size(), plan, jdks.size() > 1),
            interruption,
            jdks)
        .run(slots);
    folder.merge();
    folder.describe(description(plan, Machine.finished(environment)));
    return report(folder.path(), interruption);
  }

  private RunDescription description(Plan plan, Environment environment) {
    return new RunDescription(plan, environment, jdks.stream().map(ChosenJdk::jdk).toList());
  }

  private Plan plan() {
    return new Plan(
        settings.suite().id(),
        settings.suite().supportsVerdicts(),
        settings.seed(),
        cells.stream().mapToInt(PlannedCell::forks).max().orElse(0),
        Arrays.stream(Strategy.values())
            .map(strategy -> new Plan.StrategyName(strategy.name(), strategy.label()))
            .toList(),
        Cells.controls(),
        cells,
        command());
  }

  private String command() {
    StringBuilder command = new StringBuilder("mvn verify -Pbench");
    command.append(" -Dbench.suite=").append(settings.suite().id());
    command.append(" -Dbench.strategies=").append(joined(settings.strategies()));
    command.append(" -Dbench.threads=").append(joined(settings.threads()));
    if (!settings.jdks().isBlank()) {
      command.append(" -D").append(Jdks.SETTING).append('=').append(settings.jdks().strip());
    }
    settings.forks().ifPresent(forks -> command.append(" -Dbench.forks=").append(forks));
    return command.toString();
  }

  private List<String> labels() {
    return jdks.stream().map(ChosenJdk::label).toList();
  }

  private static String joined(List<?> values) {
    return values.stream().map(String::valueOf).collect(Collectors.joining(","));
  }

  private void announce(Environment environment, Path folder) {
    notes.forEach(out::println);
    Duration expected =
        Duration.ofMillis(
            slots.size() * (OVERHEAD_MILLIS + settings.suite().iterations().totalMillis()));
    out.printf(
        "Suite %s on %s %s, %s, %d cores: %d cells, %d forks, about %s minutes%n",
        settings.suite().id(),
        jdks.size() > 1 ? "JDKs" : "JDK",
        joined(labels()),
        environment.cpu(),
        environment.cores(),
        cells.size(),
        slots.size(),
        Progress.clock(expected));
    if (!settings.suite().supportsVerdicts()) {
      out.printf("This suite shows that everything works; it supports no verdict.%n");
    }
    out.printf("Every finished fork is kept in %s%n", folder);
  }

  private int report(Path folder, Interruption interruption) throws IOException {
    Run run = Runs.read(folder);
    if (run.measurements().isEmpty()) {
      err.printf("%s: nothing was measured%n", folder);
      return interruption.requested() ? INTERRUPTED : INCOMPLETE;
    }
    int code = org.counterpoint.analysis.cli.Main.run(out, err, "report", folder.toString());
    if (code != OK) {
      return code;
    }
    if (interruption.requested()) {
      err.printf("Interrupted: the report is of the forks that had finished%n");
      return INTERRUPTED;
    }
    for (Failure failure : run.failures()) {
      err.printf("%s on JDK %s: %s%n", failure.cell(), failure.jdk(), failure.message());
    }
    return isWhole(run) ? OK : INCOMPLETE;
  }

  /** Whether every fork left a measurement, at the second attempt at the latest, and none lied. */
  private boolean isWhole(Run run) {
    int measured = run.measurements().stream().mapToInt(m -> m.primary().forks().size()).sum();
    return measured == slots.size() && run.failures().stream().noneMatch(Failure::isLostUpdate);
  }
}
