package org.counterpoint.experiment;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.counterpoint.analysis.model.Plan;
import org.counterpoint.analysis.model.PlannedCell;
import org.counterpoint.analysis.stats.Arm;
import org.counterpoint.analysis.stats.Budget;
import org.counterpoint.analysis.stats.Looks;
import org.counterpoint.analysis.stats.Pilot;
import org.counterpoint.analysis.stats.Questions;

/**
 * What of a plan fits into its budget, by what its first block took. That block is the pilot: its
 * forks count like all others.
 *
 * @param cells with the forks that there is time for
 * @param text one line for the user
 */
record Fitting(List<PlannedCell> cells, String text) {

  /**
   * By a pilot.
   *
   * @param seconds that each arm took in the first block
   * @param spentSeconds by the run so far, the first block included
   * @throws BudgetTooSmall if it doesn't hold the fewest forks that allow a verdict
   */
  static Fitting of(Plan plan, Map<Arm, Double> seconds, double spentSeconds)
      throws BudgetTooSmall {
    List<Pilot> pilots = new ArrayList<>();
    double block = 0;
    for (Map.Entry<Arm, Double> arm : seconds.entrySet()) {
      pilots.add(new Pilot(arm.getKey(), arm.getValue(), Pilot.USUAL_SPREAD));
      block += arm.getValue();
    }
    return of(plan, pilots, Math.max(0, spentSeconds - block));
  }

  /**
   * Before anything has run: only what can't fit in any case is refused.
   *
   * @param jdks their labels
   * @param forkSeconds what a fork takes at the least
   */
  static void requireRoom(Plan plan, List<String> jdks, double forkSeconds) throws BudgetTooSmall {
    List<Pilot> pilots = new ArrayList<>();
    for (PlannedCell planned : plan.cells()) {
      for (String jdk : jdks) {
        pilots.add(new Pilot(new Arm(planned.cell(), jdk), forkSeconds, Pilot.USUAL_SPREAD));
      }
    }
    of(plan, pilots, 0);
  }

  private static Fitting of(Plan plan, List<Pilot> pilots, double elsewhereSeconds)
      throws BudgetTooSmall {
    List<String> jdks = pilots.stream().map(pilot -> pilot.arm().jdk()).distinct().toList();
    Questions.Reading reading = reading(plan);
    Budget budget =
        Budget.of(
            plan.cells(),
            pilots,
            cells -> Questions.of(contenders(plan, cells), jdks, reading),
            plan.budgetSeconds() > 0 ? plan.budgetSeconds() : Double.POSITIVE_INFINITY,
            elsewhereSeconds);
    if (budget instanceof Budget.Fits fits) {
      return new Fitting(fits.cells(), "Plan: " + fits.text());
    }
    throw new BudgetTooSmall(budget.text());
  }

  private static Questions.Reading reading(Plan plan) {
    Questions.Reading usual = Questions.Reading.ofStrategies();
    return plan.stopsEarly()
        ? usual
        : new Questions.Reading(usual.setting(), usual.higherIsBetter(), Looks::once);
  }

  private static List<PlannedCell> contenders(Plan plan, List<PlannedCell> cells) {
    return cells.stream()
        .filter(planned -> !plan.controls().contains(planned.cell().benchmark()))
        .toList();
  }
}
