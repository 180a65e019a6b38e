package org.counterpoint.experiment;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.counterpoint.analysis.model.Cell;
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
   * @param jdks their labels
   * @param seconds that each arm took in the first block
   * @param spentSeconds by the run so far, the first block included
   * @throws BudgetTooSmall if it doesn't hold the fewest forks that allow a verdict
   */
  static Fitting of(Plan plan, List<String> jdks, Map<Arm, Double> seconds, double spentSeconds)
      throws BudgetTooSmall {
    List<Pilot> pilots = new ArrayList<>();
    double block = 0;
    for (Map.Entry<Arm, Double> arm : seconds.entrySet()) {
      pilots.add(new Pilot(arm.getKey(), arm.getValue(), Pilot.USUAL_SPREAD));
      block += arm.getValue();
    }
    return of(plan, jdks, pilots, Math.max(0, spentSeconds - block));
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
      jdks.stream()
          .filter(planned::isOn)
          .map(jdk -> new Arm(planned.cell(), jdk))
          .forEach(arm -> pilots.add(new Pilot(arm, forkSeconds, Pilot.USUAL_SPREAD)));
    }
    of(plan, jdks, pilots, 0);
  }

  private static Fitting of(
      Plan plan, List<String> jdks, List<Pilot> pilots, double elsewhereSeconds)
      throws BudgetTooSmall {
    Questions.Reading reading = reading(plan);
    Budget budget =
        Budget.of(
            plan.cellsOn(jdks),
            pilots,
            cells -> Questions.of(contenders(plan, cells), jdks, reading),
            plan.budgetSeconds() > 0 ? plan.budgetSeconds() : Double.POSITIVE_INFINITY,
            elsewhereSeconds);
    if (budget instanceof Budget.Fits fits) {
      return new Fitting(withTheRest(plan, fits.cells()), "Plan: " + fits.text());
    }
    throw new BudgetTooSmall(budget.text());
  }

  /** In the plan's order, with the cells that no JDK can measure: the report names them. */
  private static List<PlannedCell> withTheRest(Plan plan, List<PlannedCell> fitted) {
    int most = fitted.stream().mapToInt(PlannedCell::forks).max().orElseThrow();
    Map<Cell, PlannedCell> byCell = new HashMap<>();
    fitted.forEach(planned -> byCell.put(planned.cell(), planned));
    return plan.cells().stream()
        .map(
            planned ->
                byCell.getOrDefault(
                    planned.cell(), planned.withForks(Math.min(planned.forks(), most))))
        .toList();
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
