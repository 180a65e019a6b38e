package org.counterpoint.analysis.model;

import java.util.List;

/**
 * What a run set out to do.
 *
 * @param suite its name, such as {@code standard}
 * @param supportsVerdicts false of a suite that is too short to conclude anything from
 * @param seed from which the order of the forks in every block was drawn
 * @param blocks each holds at most one fork of every cell on every JDK
 * @param strategies the registry in its order, so that a strategy has the same colour in every run
 * @param controls full names of the benchmarks that measure no strategy but the instrument
 * @param cells what was to be measured, and how often
 * @param command the command that repeats the run
 */
public record Plan(
    String suite,
    boolean supportsVerdicts,
    long seed,
    int blocks,
    List<StrategyName> strategies,
    List<String> controls,
    List<PlannedCell> cells,
    String command) {

  /**
   * A strategy as a run names it.
   *
   * @param id the value of the {@code strategy} param, such as {@code ATOMIC_INTEGER}
   * @param label how charts write it, such as {@code AtomicInteger}
   */
  public record StrategyName(String id, String label) {}

  public Plan {
    strategies = List.copyOf(strategies);
    controls = List.copyOf(controls);
    cells = List.copyOf(cells);
  }

  /** How often that cell was to be forked on each JDK; 0 where it was no part of the plan. */
  public int forksOf(Cell cell) {
    return cells.stream()
        .filter(planned -> planned.cell().equals(cell))
        .mapToInt(PlannedCell::forks)
        .sum();
  }
}
