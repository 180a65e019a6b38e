package org.counterpoint.analysis.stats;

import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import org.counterpoint.analysis.model.Cell;
import org.counterpoint.analysis.model.Failure;
import org.counterpoint.analysis.model.Fork;
import org.counterpoint.analysis.model.Jdk;
import org.counterpoint.analysis.model.JvmVariant;
import org.counterpoint.analysis.model.Measurement;
import org.counterpoint.analysis.model.Plan;
import org.counterpoint.analysis.model.PlannedCell;
import org.counterpoint.analysis.model.Run;

/**
 * What a run asks, and the values that answer it; see {@link RunDecisions}.
 *
 * @param finer what it asks for once nothing waits for its precision any more
 * @param forks the means of their iterations
 * @param medians likewise, to see whether a few iterations made the means
 */
record Evidence(
    Questions questions,
    Margin margin,
    Precision precision,
    Precision finer,
    Map<Arm, BlockMeans> forks,
    Map<Arm, BlockMeans> medians) {

  Evidence {
    forks = Collections.unmodifiableMap(new LinkedHashMap<>(forks));
    medians = Collections.unmodifiableMap(new LinkedHashMap<>(medians));
  }

  static Evidence of(Run run) {
    Plan plan =
        run.plan().orElseThrow(() -> new IllegalArgumentException(run.name() + " has no plan"));
    Margin margin = new Margin(plan.margin());
    Precision precision = new Precision(plan.precision());
    Precision finer = new Precision(plan.finerPrecision());
    if (!plan.supportsVerdicts()) {
      return new Evidence(new Questions(List.of()), margin, precision, finer, Map.of(), Map.of());
    }
    Map<Arm, Yardstick> yardsticks = yardsticks(run, plan, Fork::mean);
    Set<Cell> lessIsBetter =
        yardsticks.entrySet().stream()
            .filter(arm -> !arm.getValue().higherIsBetter())
            .map(arm -> arm.getKey().cell())
            .collect(Collectors.toSet());
    Questions all =
        Questions.of(
            asked(run, plan),
            run.jdks().stream().map(Jdk::label).toList(),
            new Questions.Reading(
                Questions.Reading.ofStrategies().setting(),
                cell -> !lessIsBetter.contains(cell),
                plan.stopsEarly() ? Looks::upTo : Looks::once));
    Set<Arm> withoutValue = new HashSet<>();
    all.all().forEach(question -> withoutValue.addAll(question.arms()));
    withoutValue.removeAll(yardsticks.keySet());
    return new Evidence(
        all.without(withoutValue),
        margin,
        precision,
        finer,
        forks(yardsticks),
        forks(yardsticks(run, plan, Fork::median)));
  }

  private static Map<Arm, BlockMeans> forks(Map<Arm, Yardstick> yardsticks) {
    Map<Arm, BlockMeans> forks = new LinkedHashMap<>();
    yardsticks.forEach((arm, yardstick) -> forks.put(arm, yardstick.forks()));
    return forks;
  }

  /** What the looks have decided that are due. */
  Decisions soFar() {
    return Decisions.soFar(questions, margin, forks)
        .confirmedBy(Decisions.soFar(questions, margin, medians));
  }

  /** What all looks have decided, with one at everything. */
  Decisions atTheEnd() {
    return Decisions.atTheEnd(questions, margin, forks)
        .confirmedBy(Decisions.atTheEnd(questions, margin, medians));
  }

  /** The arms of which the plan wants to know no more than it does, or only if there is time. */
  Set<Arm> precise() {
    return precise(precision);
  }

  /**
   * The arms that are known as well as the next forks are for: for the plan's precision while that
   * is within reach of some arm, then for the finer one. An arm that no fork can bring so far any
   * more is forked on, but the others don't wait for it.
   *
   * @param blocks that are left
   */
  Set<Arm> precise(Plan plan, int blocks) {
    boolean isWaitedFor =
        forks.entrySet().stream()
            .anyMatch(arm -> precision.isWithinReachOf(arm.getValue(), left(plan, arm, blocks)));
    return precise(isWaitedFor || !finer.isAsked() ? precision : finer);
  }

  private Set<Arm> precise(Precision goal) {
    return forks.entrySet().stream()
        .filter(arm -> goal.isReachedBy(arm.getValue()))
        .map(Map.Entry::getKey)
        .collect(Collectors.toUnmodifiableSet());
  }

  private static int left(Plan plan, Map.Entry<Arm, BlockMeans> arm, int blocks) {
    int planned = plan.forksOf(arm.getKey().cell());
    return Math.max(0, Math.min(blocks, planned - arm.getValue().byBlock().size()));
  }

  /** Each role of a cell's threads is asked for, and never their sum. */
  private static List<PlannedCell> asked(Run run, Plan plan) {
    RoleCells roles = RoleCells.in(run);
    return plan.cells().stream()
        .filter(planned -> !plan.isControl(planned.cell()))
        .flatMap(
            planned ->
                roles.of(planned.cell()).stream()
                    .map(cell -> new PlannedCell(cell, planned.forks())))
        .toList();
  }

  /** Of every arm that can be compared. */
  private static Map<Arm, Yardstick> yardsticks(Run run, Plan plan, ToDoubleFunction<Fork> value) {
    Set<Object> broken =
        run.failures().stream()
            .filter(Failure::isLostUpdate)
            .map(failure -> contender(failure.cell()))
            .collect(Collectors.toSet());
    Map<Arm, Yardstick> yardsticks = new LinkedHashMap<>();
    for (Measurement measurement : run.measurements()) {
      Cell cell = measurement.cell();
      if (!plan.isControl(cell) && !broken.contains(contender(cell))) {
        Yardstick.of(measurement, value)
            .filter(yardstick -> !yardstick.forks().before(Ranking.MIN_FORKS).isEmpty())
            .ifPresent(
                yardstick ->
                    yardsticks.putIfAbsent(new Arm(cell, measurement.jdk().label()), yardstick));
      }
    }
    return yardsticks;
  }

  /** What is broken as a whole: the strategy, wherever it is measured. */
  private static Object contender(Cell cell) {
    return cell.strategy().map(Object.class::cast).orElse(cell.whole().on(JvmVariant.NONE));
  }
}
