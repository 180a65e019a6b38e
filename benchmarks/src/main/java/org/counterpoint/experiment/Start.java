package org.counterpoint.experiment;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.counterpoint.analysis.jmh.RunDescription;
import org.counterpoint.analysis.jmh.RunJdk;
import org.counterpoint.analysis.jmh.RunJson;
import org.counterpoint.analysis.model.Environment;
import org.counterpoint.analysis.model.Plan;
import org.counterpoint.analysis.model.PlannedCell;
import org.counterpoint.analysis.report.Absences;
import org.counterpoint.experiment.jdks.Choice;
import org.counterpoint.experiment.jdks.ChosenJdk;
import org.counterpoint.experiment.jdks.InvalidJdks;
import org.counterpoint.experiment.jdks.Jdks;
import org.counterpoint.sharing.Strategy;

/**
 * What a run needs to begin, or to go on.
 *
 * @param environment at the run's beginning
 * @param notes one line each, for the user
 * @param goesOn whether some of it has been measured before
 */
record Start(
    RunFolder folder,
    Plan plan,
    Environment environment,
    List<ChosenJdk> jdks,
    List<String> notes,
    boolean goesOn) {

  Start {
    jdks = List.copyOf(jdks);
    notes = List.copyOf(notes);
  }

  /**
   * A new run, in a folder of its own; looks for the JDKs and proves that each runs.
   *
   * @throws InvalidJdks if one that is asked for can't be measured
   * @throws BudgetTooSmall if even forks that take no time but their iterations' don't fit
   * @throws Settings.Invalid if a JDK refuses the suite's flags
   */
  static Start anew(Settings settings)
      throws IOException, InvalidJdks, BudgetTooSmall, Settings.Invalid {
    Choice choice = Jdks.choose(settings.jdks());
    for (ChosenJdk jdk : choice.jdks()) {
      FlagCheck.require(jdk.jdk(), settings.suite().jvms());
    }
    List<String> labels = choice.jdks().stream().map(ChosenJdk::label).toList();
    Plan plan = plan(settings, labels.size());
    requireSomethingToMeasure(plan, labels);
    Fitting.requireRoom(plan, labels, plan.iterations().totalMillis() / 1000.0);
    Environment environment = Machine.observe();
    RunFolder folder = RunFolder.create(settings.results(), settings.suite().id());
    Start start =
        new Start(folder, plan, environment, choice.jdks(), choice.notes(), /* goesOn= */ false);
    folder.keep(settings.suite());
    folder.describe(start.description());
    return start;
  }

  /**
   * A run that goes on where it ended.
   *
   * @throws IOException if its folder can't be read
   * @throws InvalidJdks if one of its JDKs is gone
   * @throws Settings.Invalid if its code, a JDK or the machine is another by now
   */
  static Start again(Path run) throws IOException, InvalidJdks, Settings.Invalid {
    String setting = "-Dbench.resume=" + run + ": ";
    if (!Files.isRegularFile(run.resolve(RunJson.NAME))) {
      throw new Settings.Invalid(
          setting
              + (Files.isDirectory(run)
                  ? "no " + RunJson.NAME + " in it"
                  : "there is no such folder")
              + ": give the folder of a run");
    }
    RunDescription then = RunJson.read(run.resolve(RunJson.NAME));
    String homes = then.jdks().stream().map(RunJdk::home).collect(Collectors.joining(","));
    Choice choice = Jdks.choose(homes);
    List<String> changes =
        Changes.since(then, Machine.observe(), choice.jdks().stream().map(ChosenJdk::jdk).toList());
    if (!changes.isEmpty()) {
      throw new Settings.Invalid(
          setting
              + String.join("; ", changes)
              + ": go on where it is as it was, or begin a new run");
    }
    return new Start(
        RunFolder.open(run),
        then.plan(),
        then.environment().resumed(),
        choice.jdks(),
        choice.notes(),
        /* goesOn= */ true);
  }

  List<String> labels() {
    return jdks.stream().map(ChosenJdk::label).toList();
  }

  RunDescription description() {
    return description(plan, environment);
  }

  RunDescription description(Plan changed, Environment at) {
    return new RunDescription(changed, at, jdks.stream().map(ChosenJdk::jdk).toList());
  }

  /** Refuses a run of whose suite the JDKs leave nothing but the controls. */
  static void requireSomethingToMeasure(Plan plan, List<String> jdks) throws Settings.Invalid {
    List<PlannedCell> left = plan.cellsOn(jdks);
    boolean onlyControls = left.stream().allMatch(planned -> plan.isControl(planned.cell()));
    if (onlyControls && left.size() < plan.cells().size()) {
      throw new Settings.Invalid(
          "-D"
              + Jdks.SETTING
              + ": nothing of the suite can be measured on JDK "
              + String.join(", ", jdks)
              + ": "
              + String.join(" ", Absences.ofJdks(plan, jdks)));
    }
  }

  /**
   * What a run is to do.
   *
   * @param jdks on how many it measures
   */
  static Plan plan(Settings settings, int jdks) {
    Suite suite = settings.suite();
    List<PlannedCell> cells = Cells.of(settings);
    return new Plan(
        suite.id(),
        suite.supportsVerdicts(),
        settings.seed(),
        Schedule.blocks(cells),
        Arrays.stream(Strategy.values())
            .map(strategy -> new Plan.StrategyName(strategy.name(), strategy.label()))
            .toList(),
        ReportedParams.of(cells),
        Cells.controls(),
        cells,
        Cells.absences(settings),
        suite.iterations(),
        settings.margin(),
        settings.stopsEarly(),
        settings.budgetSeconds(),
        settings.precision(),
        settings.finerPrecision(),
        settings.limitSeconds(jdks),
        settings.command());
  }
}
