package org.counterpoint.analysis.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** What the steps of a price list cost, of those that cost more or less than the one before. */
final class PriceFindings {

  private PriceFindings() {}

  static List<Finding> of(Summary summary, List<Proven> proven, Function<Contest, String> chartOf) {
    boolean namesJdks = MachineTable.jdks(summary.run()).size() > 1;
    Map<PriceList, List<Proven>> lists = new LinkedHashMap<>();
    for (Proven one : proven) {
      if (one.compared() instanceof Compared.Step step) {
        lists.computeIfAbsent(step.list(), key -> new ArrayList<>()).add(one);
      }
    }
    List<Finding> findings = new ArrayList<>();
    lists.forEach(
        (list, steps) -> {
          Contest contest = list.contest();
          List<String> clauses =
              Proven.of(steps, Compared.Step.class)
                  .map(
                      step ->
                          step.price().contender().label()
                              + " costs "
                              + Numbers.brief(step.ratio())
                              + " times "
                              + step.before().label())
                  .toList();
          findings.add(
              new Finding(
                  "At "
                      + contest.setting().threadsText()
                      + (namesJdks ? " on " + Circumstances.jdkText(contest.setting().jdk()) : "")
                      + ", "
                      + Words.list(clauses)
                      + (steps.size() < list.prices().size() - 1
                          ? "; no other step of the "
                              + contest.ladder().orElse("list")
                              + " differs for certain from the one before"
                          : ""),
                  chartOf.apply(contest),
                  List.copyOf(steps)));
        });
    return findings;
  }
}
