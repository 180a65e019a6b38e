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

/**
 * Forks that were planned and are not there, in a run that stops early: those that nobody needs,
 * and those that are missing.
 *
 * @param early cells that have fewer forks than planned since all of their questions are decided
 * @param cells that were planned, without controls
 * @param open what has some forks, but fewer than planned, and a question that is not decided
 * @param first how many the first of these has, and how many it was to have; empty where none is
 */
record Shortfall(int early, int cells, List<Arm> open, String first) {

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
    decided.removeAll(decisions.needed());
    Set<Cell> early = new HashSet<>();
    List<Arm> open = new ArrayList<>();
    String first = "";
    for (PlannedCell planned : plan.get().cells()) {
      boolean isControl = plan.get().isControl(planned.cell());
      for (Jdk jdk : run.jdks()) {
        Arm arm = new Arm(planned.cell(), jdk.label());
        int forks = measured.getOrDefault(arm, 0);
        if (forks == 0 || forks >= planned.forks()) {
          continue;
        }
        if (decided.contains(arm)) {
          early.add(planned.cell());
        } else if (!isControl || !decisions.allDecided()) {
          // Controls end with the last question: one of their own they have not.
          first = open.isEmpty() ? forks + " of " + planned.forks() : first;
          open.add(arm);
        }
      }
    }
    int cells =
        (int) plan.get().cells().stream().filter(c -> !plan.get().isControl(c.cell())).count();
    return early.isEmpty() && open.isEmpty()
        ? Optional.empty()
        : Optional.of(new Shortfall(early.size(), cells, open, first));
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
                + " questions were decided.");
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
                + ": fewer than were planned, and a question is open.");
  }
}
