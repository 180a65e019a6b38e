package org.counterpoint.analysis.stats;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.counterpoint.analysis.model.Cell;
import org.counterpoint.analysis.model.Measurement;
import org.counterpoint.analysis.model.Run;

/**
 * What planned cells were measured as: a plan knows no roles, since only what JMH wrote of a fork
 * tells that its threads had some.
 */
public final class RoleCells {

  private final Map<Cell, SortedSet<Cell>> byWhole = new HashMap<>();

  private RoleCells() {}

  /** Those of a run. */
  public static RoleCells in(Run run) {
    RoleCells cells = new RoleCells();
    for (Measurement measurement : run.measurements()) {
      Cell cell = measurement.cell();
      cells.byWhole.computeIfAbsent(cell.whole(), key -> new TreeSet<>()).add(cell);
    }
    return cells;
  }

  /** One for each role of its threads, or else, as long as nothing of it was measured, itself. */
  public List<Cell> of(Cell planned) {
    return List.copyOf(byWhole.getOrDefault(planned, new TreeSet<>(List.of(planned))));
  }
}
