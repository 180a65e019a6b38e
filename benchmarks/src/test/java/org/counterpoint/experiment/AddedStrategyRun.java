package org.counterpoint.experiment;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.counterpoint.analysis.model.Plan;
import org.counterpoint.sharing.ContractRun;
import org.counterpoint.sharing.Strategy;

/**
 * Holds one strategy to the contract, and looks whether a run would measure it and name it. In a
 * JVM of its own, whose class path begins with a registry that has it.
 */
final class AddedStrategyRun {

  private AddedStrategyRun() {}

  /** The strategy's name is the argument. */
  public static void main(String[] args) throws Exception {
    Strategy strategy = Strategy.valueOf(args[0]);
    System.out.println("contract: " + ContractRun.of(strategy) + " tests passed");
    Suite suite = Suites.named("full", 2);
    List<Strategy> chosen = Settings.strategies("core," + args[0], suite);
    Settings settings =
        new Settings(
            suite, chosen, List.of(1, 2), OptionalInt.of(5), "", 0.05, 0, Path.of("results"), 1);
    Plan plan = Start.plan(settings, 1);
    plan.cells().stream()
        .filter(planned -> planned.cell().strategy().equals(Optional.of(args[0])))
        .map(planned -> planned.cell().shortName())
        .distinct()
        .sorted()
        .forEach(benchmark -> System.out.println("measured in: " + benchmark));
    plan.strategies().stream()
        .filter(named -> named.id().equals(args[0]))
        .forEach(named -> System.out.println("in charts: " + named.label()));
  }
}
