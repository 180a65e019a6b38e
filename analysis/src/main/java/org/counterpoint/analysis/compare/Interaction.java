package org.counterpoint.analysis.compare;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.counterpoint.analysis.model.Measurement;
import org.counterpoint.analysis.model.Plan;
import org.counterpoint.analysis.stats.Holm;
import org.counterpoint.analysis.stats.LogRatio;
import org.counterpoint.analysis.stats.Looks;
import org.counterpoint.analysis.stats.Ratio;
import org.counterpoint.analysis.stats.Verdict;

/**
 * A change that hit one strategy and not its competitors: a ratio of ratios.
 *
 * <p>The log of the strategy's own ratio, less the mean of its competitors' in the same setting,
 * beyond the margin, by t with Satterthwaite's degrees of freedom; corrected by Holm's method over
 * all strategies of all settings.
 *
 * @param cell of the strategy that was hit
 * @param others its competitors
 * @param ratio how many times better (above 1) or worse it became than they did, candidate over
 *     base, with its direction turned so that more is slower
 */
public record Interaction(ComparedCell cell, List<ComparedCell> others, Ratio ratio) {

  /** Fewer competitors are no rule from which one could be the exception. */
  private static final int MIN_OTHERS = 2;

  public Interaction {
    others = List.copyOf(others);
  }

  private record Effect(ComparedCell cell, LogRatio slower) {}

  private record Contrast(ComparedCell cell, List<ComparedCell> others, LogRatio slower) {}

  /** Whether each competitor is known to have stayed within the margin. */
  public boolean othersKept() {
    return others.stream().allMatch(other -> other.verdict() == Verdict.SAME);
  }

  /** Whether the strategy became slower than its competitors did, and not faster. */
  public boolean isSlower() {
    return ratio.value() > 1;
  }

  /** Those that are shown, in the order of the cells. */
  public static List<Interaction> in(Comparison comparison) {
    double share = share(comparison);
    List<Contrast> contrasts = new ArrayList<>();
    bySetting(comparison).values().forEach(group -> contrasts.addAll(contrasts(group)));
    double[] adjusted =
        Holm.adjust(
            contrasts.stream()
                .mapToDouble(c -> Math.min(1, c.slower().pDifferent(comparison.margin()) / share))
                .toArray());
    List<Interaction> shown = new ArrayList<>();
    for (int i = 0; i < adjusted.length; i++) {
      if (adjusted[i] <= Looks.ERROR) {
        Contrast contrast = contrasts.get(i);
        shown.add(
            new Interaction(
                contrast.cell(),
                contrast.others(),
                Ratio.of(contrast.slower(), Looks.ERROR * share)));
      }
    }
    return shown;
  }

  /** A run that may have stopped for what it saw has spent the rest on other looks. */
  private static double share(Comparison comparison) {
    Optional<Plan> plan = comparison.base().run().plan();
    return comparison.paired() && plan.map(Plan::stopsEarly).orElse(false)
        ? Looks.upTo(plan.orElseThrow().blocks()).share()
        : 1;
  }

  private static Map<Object, List<Effect>> bySetting(Comparison comparison) {
    Map<Object, List<Effect>> groups = new LinkedHashMap<>();
    for (ComparedCell cell : comparison.cells()) {
      if (cell.cell().strategy().isPresent() && !cell.withheld()) {
        slower(comparison, cell)
            .ifPresent(
                ratio ->
                    groups
                        .computeIfAbsent(
                            Settings.withoutStrategy(cell.cell()), key -> new ArrayList<>())
                        .add(new Effect(cell, ratio)));
      }
    }
    return groups;
  }

  private static Optional<LogRatio> slower(Comparison comparison, ComparedCell cell) {
    Measurement before = comparison.base().measurements().get(cell.cell());
    Measurement after = comparison.candidate().measurements().get(cell.cell());
    if (before == null || after == null) {
      return Optional.empty();
    }
    return comparison
        .gauge()
        .means(after)
        .flatMap(
            to ->
                comparison
                    .gauge()
                    .means(before)
                    .filter(from -> from.yardstick().unit().equals(to.yardstick().unit()))
                    .flatMap(
                        from ->
                            Ratios.of(
                                to.yardstick().forks(),
                                from.yardstick().forks(),
                                comparison.paired())))
        .map(ratio -> cell.higherIsBetter() ? ratio.inverted() : ratio);
  }

  private static List<Contrast> contrasts(List<Effect> group) {
    List<Contrast> contrasts = new ArrayList<>();
    if (group.size() <= MIN_OTHERS) {
      return contrasts;
    }
    for (Effect one : group) {
      List<LogRatio> parts = new ArrayList<>(List.of(one.slower()));
      List<ComparedCell> others = new ArrayList<>();
      for (Effect other : group) {
        if (!other.cell().cell().equals(one.cell().cell())) {
          parts.add(other.slower());
          others.add(other.cell());
        }
      }
      double[] weights = new double[parts.size()];
      Arrays.fill(weights, -1.0 / others.size());
      weights[0] = 1;
      contrasts.add(new Contrast(one.cell(), others, LogRatio.sum(parts, weights)));
    }
    return contrasts;
  }
}
