package org.counterpoint.analysis.report;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.counterpoint.analysis.model.Cell;
import org.counterpoint.analysis.model.Jdk;
import org.counterpoint.analysis.model.Measurement;
import org.counterpoint.analysis.model.Plan;
import org.counterpoint.analysis.model.PlannedCell;
import org.counterpoint.analysis.model.Run;
import org.counterpoint.analysis.stats.Arm;
import org.counterpoint.analysis.stats.Decisions;
import org.counterpoint.analysis.stats.RoleCells;
import org.counterpoint.analysis.stats.RunDecisions;

/**
 * Forks that were planned and are not there, in a run that stops early: those that nobody needs,
 * and those that are missing.
 *
 * @param plan of the run
 * @param early cells that have fewer forks than planned since all of their questions are decided,
 *     and their intervals as narrow as the plan asks for
 * @param wide cells that have fewer forks than planned, and an interval that is wider than that
 * @param cells that were planned, without controls
 * @param open what has some forks, but fewer than planned, and a question that is not decided
 * @param first how many the first of these has, and how many it was to have; empty where none is
 */
record Shortfall(Plan plan, int early, int wide, int cells, List<Arm> open, String first) {

  Shortfall {
    open = List.copyOf(open);
  }

  /** Empty for a run that does not stop early, or that has all of its forks. */
  static Optional<Shortfall> of(Run run, Decisions decisions) {
    Optional<Plan> plan = run.plan().filter(Plan::stopsEarly);
    if (plan.isEmpty()) {
      return Optional.empty();
    }
    Map<Arm, Integer> measured = new HashMap<>();
    for (Measurement measurement : run.measurements()) {
      measured.merge(
          new Arm(measurement.cell(), measurement.jdk().label()),
          measurement.primary().forks().size(),
          Integer::sum);
    }
    Set<Arm> decided = new HashSet<>();
    decisions.all().forEach(decision -> decided.addAll(decision.question().arms()));
    Set<Arm> needed = decisions.needed();
    decided.removeAll(needed);
    boolean isForPrecision = plan.get().precision() > 0;
    Set<Arm> precise = RunDecisions.precise(run);
    RoleCells roles = RoleCells.in(run);
    Set<Cell> early = new HashSet<>();
    Set<Cell> wide = new HashSet<>();
    List<Arm> open = new ArrayList<>();
    String first = "";
    for (PlannedCell planned : plan.get().cells()) {
      boolean isControl = plan.get().isControl(planned.cell());
      for (Jdk jdk : run.jdks()) {
        List<Arm> arms = arms(roles, planned, jdk);
        int forks = measured.getOrDefault(arms.get(0), 0);
        if (forks == 0 || forks >= planned.forks()) {
          continue;
        }
        boolean isOpen =
            isControl
                // Controls end with the last question: one of their own they have not.
                ? !decisions.allDecided()
                : arms.stream().anyMatch(needed::contains)
                    || (!isForPrecision && !decided.containsAll(arms));
        if (isOpen) {
          first = open.isEmpty() ? forks + " of " + planned.forks() : first;
          open.add(new Arm(planned.cell(), jdk.label()));
        } else if (!isControl && precise.containsAll(arms)) {
          early.add(planned.cell());
        }
        if (!isControl && isForPrecision && !precise.containsAll(arms)) {
          wide.add(planned.cell());
        }
      }
    }
    List<String> jdks = run.jdks().stream().map(Jdk::label).toList();
    int cells =
        (int)
            plan.get().cellsOn(jdks).stream().filter(c -> !plan.get().isControl(c.cell())).count();
    return early.isEmpty() && wide.isEmpty() && open.isEmpty()
        ? Optional.empty()
        : Optional.of(new Shortfall(plan.get(), early.size(), wide.size(), cells, open, first));
  }

  /** All that a fork of that cell is of. */
  private static List<Arm> arms(RoleCells roles, PlannedCell planned, Jdk jdk) {
    return roles.of(planned.cell()).stream().map(cell -> new Arm(cell, jdk.label())).toList();
  }

  /** What was spared, in a sentence. */
  Optional<String> spared() {
    return early == 0
        ? Optional.empty()
        : Optional.of(
            early
                + " of "
                + Words.count(cells, "cell")
                + " stopped early, since all of "
                + (early == 1 ? "its" : "their")
                + " questions were decided"
                + (plan.precision() == 0 ? "" : " and the interval was within " + precision())
                + ".");
  }

  /** What is known less well than was asked for, in a sentence. */
  Optional<String> imprecise() {
    return wide == 0
        ? Optional.empty()
        : Optional.of(
            wide
                + " of "
                + Words.count(cells, "cell")
                + (wide == 1 ? " has an interval" : " have intervals")
                + " wider than "
                + precision()
                + ", and fewer forks than were planned: the run ended before.");
  }

  /** What is missing, in a sentence. */
  Optional<String> missing() {
    return open.isEmpty()
        ? Optional.empty()
        : Optional.of(
            open.get(0)
                + " has "
                + first
                + " forks"
                + (open.size() == 1 ? "" : " (and " + (open.size() - 1) + " more)")
                + ": fewer than were planned"
                + (plan.limitSeconds() == 0
                    ? ""
                    : ", since the time limit of "
                        + Numbers.of(plan.limitSeconds())
                        + " s left room for no more")
                + ", and a question is open.");
  }

  private String precision() {
    return "± " + Numbers.percent(plan.precision());
  }
}
