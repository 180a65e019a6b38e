package org.counterpoint.analysis.compare;

import org.counterpoint.analysis.model.Cell;

/** What cells have in common beside their strategy. */
final class Settings {

  private Settings() {}

  /** The same cell of no strategy in particular. */
  static Cell withoutStrategy(Cell cell) {
    return cell.without(Cell.STRATEGY);
  }

  /** The same cell of no strategy, at one thread: what a load goes up and down in. */
  static Cell withoutStrategyAndThreads(Cell cell) {
    return withoutStrategy(cell).withThreads(1);
  }
}
