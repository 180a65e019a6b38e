package org.counterpoint.analysis.model;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * What a run set out to do.
 *
 * @param suite its name, such as {@code standard}
 * @param supportsVerdicts false of a suite that is too short to conclude anything from
 * @param seed from which the order of the forks in every block was drawn
 * @param blocks each holds at most one fork of every cell on every JDK
 * @param strategies the registry in its order, so that a strategy has the same colour in every run
 * @param params what is to be known of some of JMH's params; of the others nothing is
 * @param controls full names of the benchmarks that measure no strategy but the instrument
 * @param cells what was to be measured, and how often
 * @param absences what can't be measured, and is not
 * @param iterations of every fork but those of controls, see {@link #iterationsOf}
 * @param margin the relative difference below which two things count as the same: 0.05 is 5 %
 * @param stopsEarly whether a cell is forked no further once all of its questions are decided
 * @param budgetSeconds bounds the wall time of the run; 0 where nothing does
 * @param precision how far from its figure a cell's 95 % interval may reach when the cell is forked
 *     no further: 0.1 is up to a tenth more, and as much less; 0 where no cell is forked for that
 * @param finerPrecision the same for when no cell waits for {@code precision} any more; 0 where
 *     that is the end of it
 * @param limitSeconds of wall time, on all JDKs and with all flags together, after which no fork is
 *     begun once each cell has five; 0 where there is none
 * @param command the command that repeats the run
 */
public record Plan(
    String suite,
    boolean supportsVerdicts,
    long seed,
    int blocks,
    List<StrategyName> strategies,
    List<Param> params,
    List<String> controls,
    List<PlannedCell> cells,
    List<Absence> absences,
    Iterations iterations,
    double margin,
    boolean stopsEarly,
    double budgetSeconds,
    double precision,
    double finerPrecision,
    double limitSeconds,
    String command) {

  /**
   * The method's name of the control that does the same work every time, so that what varies in it
   * is the machine.
   */
  public static final String FIXED_WORK = "fixedWork";

  /**
   * The method's name of the control that does as much work as its param {@link #TOKENS} says: by
   * it, work that is given in tokens is known in time.
   */
  public static final String WORK = "work";

  /** The name of that param, and the unit of those whose values are such work. */
  public static final String TOKENS = "tokens";

  /**
   * A strategy as a run names it.
   *
   * @param id the value of the {@code strategy} param, such as {@code ATOMIC_INTEGER}
   * @param label how charts write it, such as {@code AtomicInteger}
   */
  public record StrategyName(String id, String label) {}

  /**
   * A param of JMH's, for a report that knows no benchmark.
   *
   * @param name such as {@code guarantee}
   * @param unit of its values, such as {@link #TOKENS}; empty where they have none
   * @param steps its values where they are a ladder, from the least to the most: then what each
   *     costs is the question, and not which is fastest; empty where they are none
   */
  public record Param(String name, String unit, List<Step> steps) {
    public Param {
      steps = List.copyOf(steps);
    }
  }

  /**
   * A step of a ladder.
   *
   * @param id the param's value, such as {@code PLAIN_FIELD}
   * @param label how charts write it, such as {@code plain field}
   */
  public record Step(String id, String label) {}

  /**
   * A strategy that can't do what a benchmark asks of it.
   *
   * @param strategy its id
   * @param benchmark JMH's full name
   * @param why what a sentence says behind the strategy's name: {@code has no lock to hold}
   */
  public record Absence(String strategy, String benchmark, String why) {}

  public Plan {
    if (!isNumber(margin)
        || !isNumber(budgetSeconds)
        || !isNumber(precision)
        || !isNumber(finerPrecision)
        || !isNumber(limitSeconds)) {
      throw new IllegalArgumentException(
          "a margin of "
              + margin
              + ", a budget of "
              + budgetSeconds
              + " s, a precision of "
              + precision
              + " and then of "
              + finerPrecision
              + ", a limit of "
              + limitSeconds
              + " s");
    }
    strategies = List.copyOf(strategies);
    params = List.copyOf(params);
    controls = List.copyOf(controls);
    cells = List.copyOf(cells);
    absences = List.copyOf(absences);
  }

  /** Of the values of that param; empty where they have none, or nothing is known of it. */
  public String unitOf(String param) {
    return params.stream()
        .filter(known -> known.name().equals(param))
        .map(Param::unit)
        .findFirst()
        .orElse("");
  }

  /** The control that does the same work every time, where the run has it. */
  public Optional<String> fixedWork() {
    return controls.stream().filter(name -> name.endsWith("." + FIXED_WORK)).findFirst();
  }

  /** The same with other cells, in as many blocks as they need. */
  public Plan withCells(List<PlannedCell> others) {
    int most = others.stream().mapToInt(PlannedCell::forks).max().orElse(blocks);
    return new Plan(
        suite,
        supportsVerdicts,
        seed,
        most,
        strategies,
        params,
        controls,
        others,
        absences,
        iterations,
        margin,
        stopsEarly,
        budgetSeconds,
        precision,
        finerPrecision,
        limitSeconds,
        command);
  }

  /**
   * Of a fork of that cell. A control is the same in every iteration and runs in many blocks, so
   * that it has one iteration of warm-up at most, and one that counts.
   */
  public Iterations iterationsOf(Cell cell) {
    return isControl(cell)
        ? new Iterations(
            Math.min(1, iterations.warmups()),
            iterations.warmupMillis(),
            1,
            iterations.measurementMillis())
        : iterations;
  }

  /** The cells that one at least of the JDKs with these labels can measure. */
  public List<PlannedCell> cellsOn(Collection<String> jdks) {
    return cells.stream().filter(planned -> jdks.stream().anyMatch(planned::isOn)).toList();
  }

  /** Whether that cell measures no strategy but the instrument. */
  public boolean isControl(Cell cell) {
    return controls.contains(cell.benchmark());
  }

  /**
   * How often that cell was to be forked on each JDK that can measure it, all of its roles at once;
   * 0 where it was no part of the plan.
   */
  public int forksOf(Cell cell) {
    return cells.stream()
        .filter(planned -> planned.cell().equals(cell.whole()))
        .mapToInt(PlannedCell::forks)
        .sum();
  }

  private static boolean isNumber(double value) {
    return value >= 0 && Double.isFinite(value);
  }
}
