package org.counterpoint.analysis.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.counterpoint.analysis.stats.Verdict;

/** What a JDK, or flags, made slower and faster, one sentence for each of the two. */
final class ChangeFindings {

  private record Direction(Changes changes, Verdict verdict) {}

  private ChangeFindings() {}

  static List<Finding> of(List<Proven> proven) {
    Map<Direction, List<Proven>> directions = new LinkedHashMap<>();
    for (Proven one : proven) {
      if (one.compared() instanceof Compared.Change change) {
        directions
            .computeIfAbsent(
                new Direction(change.changes(), change.cell().verdict()), key -> new ArrayList<>())
            .add(one);
      }
    }
    List<Finding> findings = new ArrayList<>();
    directions.forEach((direction, cells) -> findings.add(finding(direction, cells)));
    return findings;
  }

  private static Finding finding(Direction direction, List<Proven> proven) {
    Compared.Change most =
        Proven.of(proven, Compared.Change.class)
            .max(Comparator.comparingDouble(change -> Math.abs(Math.log(change.ratio().value()))))
            .orElseThrow();
    ChangedCell cell = most.cell();
    Changes changes = direction.changes();
    int all = changes.cells().size();
    return new Finding(
        changes.subject()
            + ": "
            + cell.word()
            + " by more than "
            + Numbers.percent(changes.margin())
            + " in "
            + proven.size()
            + " of "
            + Words.count(all, "cell")
            + (proven.size() == 1 ? ", " : ", most of all ")
            + cell.contender().label()
            + " in "
            + cell.where()
            + ": "
            + Numbers.brief(most.ratio())
            + " times its "
            + cell.quantity().name(),
        "",
        List.copyOf(proven));
  }
}
