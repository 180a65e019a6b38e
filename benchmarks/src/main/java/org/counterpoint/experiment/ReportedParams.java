package org.counterpoint.experiment;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.counterpoint.analysis.model.Plan;
import org.counterpoint.analysis.model.PlannedCell;
import org.counterpoint.sharing.Guarantee;

/** What a run says of JMH's params, so that its report need not know the benchmarks. */
final class ReportedParams {

  /** The param of {@code PriceBenchmark}. */
  static final String GUARANTEE = "guarantee";

  /** The params whose values are work, in tokens of JMH's {@code consumeCPU}. */
  static final List<String> IN_TOKENS = List.of("inside", "outside");

  /** Whose values have another unit. */
  static final Map<String, String> UNITS = Map.of("reads", "% of operations", "rate", "ops/ms");

  private ReportedParams() {}

  /** Of those that these cells have. */
  static List<Plan.Param> of(List<PlannedCell> cells) {
    List<Plan.Param> params = new ArrayList<>();
    params.add(
        new Plan.Param(
            GUARANTEE,
            /* unit= */ "",
            Arrays.stream(Guarantee.values())
                .map(guarantee -> new Plan.Step(guarantee.name(), guarantee.label()))
                .toList()));
    IN_TOKENS.forEach(name -> params.add(new Plan.Param(name, Plan.TOKENS, List.of())));
    new TreeMap<>(UNITS).forEach((name, unit) -> params.add(new Plan.Param(name, unit, List.of())));
    return params.stream()
        .filter(
            param ->
                cells.stream()
                    .anyMatch(planned -> planned.cell().params().containsKey(param.name())))
        .toList();
  }

  /** How much work these cells do inside and outside, each amount once, but for none at all. */
  static SortedSet<Integer> tokens(List<PlannedCell> cells) {
    SortedSet<Integer> tokens = new TreeSet<>();
    for (PlannedCell planned : cells) {
      for (String name : IN_TOKENS) {
        int amount = Integer.parseInt(planned.cell().params().getOrDefault(name, "0"));
        if (amount > 0) {
          tokens.add(amount);
        }
      }
    }
    return tokens;
  }
}
