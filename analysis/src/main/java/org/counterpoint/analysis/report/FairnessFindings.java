package org.counterpoint.analysis.report;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.counterpoint.analysis.stats.Estimate;

/** Who shares least equally among its threads, where that is certain; the worst case first. */
final class FairnessFindings {

  private FairnessFindings() {}

  static List<Finding> of(Summary summary, List<Proven> proven, Function<Contest, String> chartOf) {
    boolean namesJdks = MachineTable.jdks(summary.run()).size() > 1;
    return proven.stream()
        .filter(one -> one.compared() instanceof Compared.Unfair)
        .sorted(Comparator.comparingDouble(one -> -one.compared().ratio().value()))
        .map(one -> finding(one, (Compared.Unfair) one.compared(), namesJdks, chartOf))
        .toList();
  }

  private static Finding finding(
      Proven proof, Compared.Unfair unfair, boolean namesJdks, Function<Contest, String> chartOf) {
    Setting setting = unfair.contest().setting();
    return new Finding(
        setting.title()
            + ", "
            + setting.threadsText()
            + (namesJdks ? " (" + Circumstances.jdkText(setting.jdk()) + ")" : "")
            + ": "
            + unfair.least().label()
            + " shares least equally among its threads, by Jain's index "
            + index(unfair.contest(), unfair.least())
            + "; the next is "
            + unfair.nearest().label()
            + ", "
            + index(unfair.contest(), unfair.nearest()),
        chartOf.apply(unfair.contest()),
        List.of(proof));
  }

  private static String index(Contest contest, Contender contender) {
    Estimate estimate =
        contest.measured().stream()
            .filter(entry -> entry.contender().equals(contender))
            .flatMap(entry -> entry.traits().flatMap(Traits::fairness).stream())
            .findFirst()
            .orElseThrow();
    return Numbers.of(estimate.center())
        + estimate.interval().map(i -> " " + Numbers.of(Optional.of(i))).orElse("");
  }
}
