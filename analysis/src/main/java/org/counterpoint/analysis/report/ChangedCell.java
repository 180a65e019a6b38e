package org.counterpoint.analysis.report;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.counterpoint.analysis.model.Cell;
import org.counterpoint.analysis.model.Jdk;
import org.counterpoint.analysis.stats.Arm;
import org.counterpoint.analysis.stats.AverageChange;
import org.counterpoint.analysis.stats.Decision;
import org.counterpoint.analysis.stats.Estimate;
import org.counterpoint.analysis.stats.Ratio;
import org.counterpoint.analysis.stats.Timing;
import org.counterpoint.analysis.stats.Verdict;
import org.counterpoint.analysis.stats.Yardstick;

/**
 * One cell before and after a change.
 *
 * @param setting of the base
 * @param base of all of its forks
 * @param candidate likewise
 * @param sides the forks themselves
 */
record ChangedCell(
    Contender contender,
    Setting setting,
    Quantity quantity,
    Estimate base,
    Estimate candidate,
    AverageChange.Sides sides,
    Decision.OfChange decision) {

  private static final List<Verdict> ORDER =
      List.of(Verdict.SLOWER, Verdict.UNCLEAR, Verdict.SAME, Verdict.FASTER);

  /** By verdict, then by the size of the loss; last what has no ratio. */
  static final Comparator<ChangedCell> WORST_FIRST =
      Comparator.comparingInt((ChangedCell cell) -> ORDER.indexOf(cell.verdict()))
          .thenComparing(ChangedCell::loss, Comparator.reverseOrder())
          .thenComparing(ChangedCell::setting)
          .thenComparing(ChangedCell::contender);

  /** Throws where an arm of the decision has no yardstick, which then could not be decided on. */
  static ChangedCell of(
      Decision.OfChange decision, Jdk jdk, Map<Arm, Yardstick> yardsticks, Grouping grouping) {
    Arm base = decision.question().base();
    Yardstick before = Objects.requireNonNull(yardsticks.get(base));
    Yardstick after = Objects.requireNonNull(yardsticks.get(decision.question().candidate()));
    Cell cell = base.cell();
    Setting setting = grouping.settingOf(cell, jdk);
    if (decision.question().isOfFlags()) {
      setting = setting.without(Setting.JVM_FLAGS);
    }
    Quantity score = Quantity.of(setting, before.unit());
    Quantity quantity =
        before.tailOf().map(timing -> ServiceTime.tail(before.unit(), timing)).orElse(score);
    return new ChangedCell(
        grouping.contenderOf(cell),
        setting,
        quantity,
        Estimate.of(before.forks().values()),
        Estimate.of(after.forks().values()),
        new AverageChange.Sides(
            before.tailOf().map(Timing::tailWords).orElse(setting.mode().words()),
            quantity.higherIsBetter(),
            before.forks(),
            after.forks()),
        decision);
  }

  Verdict verdict() {
    return decision.verdict();
  }

  /** Candidate over base. */
  Optional<Ratio> ratio() {
    return decision.ratio();
  }

  /** Pairs of forks that the verdict rests on. */
  int forks() {
    return decision.forks();
  }

  /** Such as {@code IncrementBenchmark.increment, 4 threads}. */
  String where() {
    return setting.title()
        + ", "
        + setting.threadsText()
        + (ServiceTime.isTail(quantity) ? ", p99" : "");
  }

  /** The verdict in a table. */
  String word() {
    return verdict() == Verdict.SAME ? "the same" : verdict().name().toLowerCase(Locale.ROOT);
  }

  private double loss() {
    double log = ratio().map(r -> Math.log(r.value())).orElse(Double.NEGATIVE_INFINITY);
    return ratio().isPresent() && quantity.higherIsBetter() ? -log : log;
  }
}
