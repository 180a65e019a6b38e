package org.counterpoint.analysis.compare;

import java.util.SortedMap;
import java.util.TreeMap;
import org.counterpoint.analysis.model.Cell;

/** What cells have in common beside their strategy. */
final class Settings {

  private Settings() {}

  /** The same cell of no strategy in particular. */
  static Cell withoutStrategy(Cell cell) {
    SortedMap<String, String> others = new TreeMap<>(cell.params());
    others.remove(Cell.STRATEGY);
    return new Cell(cell.benchmark(), others, cell.mode(), cell.threads(), cell.jvm());
  }

  /** The same cell of no strategy, at one thread: what a load goes up and down in. */
  static Cell withoutStrategyAndThreads(Cell cell) {
    Cell setting = withoutStrategy(cell);
    return new Cell(setting.benchmark(), setting.params(), setting.mode(), 1, setting.jvm());
  }
}
