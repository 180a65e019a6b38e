package org.counterpoint.analysis.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.counterpoint.analysis.model.Jdk;

/**
 * What the steps of a price list cost, of those that cost more or less than the one before: one
 * sentence for all JDKs on which it is the same steps.
 */
final class PriceFindings {

  /** Which steps of which list, whatever the JDK. */
  private record Kind(Setting setting, List<String> names) {

    static Kind of(PriceList list, List<Proven> steps) {
      Setting of = list.contest().setting();
      Setting anywhere =
          new Setting(of.workload(), of.params(), of.mode(), Jdk.UNKNOWN, of.threads(), of.role());
      return new Kind(
          anywhere,
          PriceFindings.steps(steps).stream()
              .map(step -> step.before().id() + " " + step.price().contender().id())
              .toList());
    }
  }

  private final Map<PriceList, List<Proven>> lists;
  private final boolean namesJdks;

  private PriceFindings(Map<PriceList, List<Proven>> lists, boolean namesJdks) {
    this.lists = lists;
    this.namesJdks = namesJdks;
  }

  static List<Finding> of(Summary summary, List<Proven> proven, Function<Contest, String> chartOf) {
    boolean namesJdks = MachineTable.jdks(summary.run()).size() > 1;
    Map<PriceList, List<Proven>> lists = new LinkedHashMap<>();
    for (Proven one : proven) {
      if (one.compared() instanceof Compared.Step step) {
        lists.computeIfAbsent(step.list(), key -> new ArrayList<>()).add(one);
      }
    }
    Map<Kind, Map<PriceList, List<Proven>>> kinds = new LinkedHashMap<>();
    lists.forEach(
        (list, steps) ->
            kinds
                .computeIfAbsent(Kind.of(list, steps), key -> new LinkedHashMap<>())
                .put(list, steps));
    return kinds.values().stream()
        .map(alike -> new PriceFindings(alike, namesJdks).finding(chartOf))
        .toList();
  }

  private Finding finding(Function<Contest, String> chartOf) {
    PriceList first = lists.keySet().iterator().next();
    Contest contest = first.contest();
    List<List<Compared.Step>> steps = lists.values().stream().map(PriceFindings::steps).toList();
    List<String> clauses = new ArrayList<>();
    for (int i = 0; i < steps.get(0).size(); i++) {
      Compared.Step step = steps.get(0).get(i);
      clauses.add(
          step.price().contender().label()
              + " costs "
              + factors(steps, i)
              + " times "
              + step.before().label());
    }
    boolean isPart =
        lists.keySet().stream().anyMatch(list -> clauses.size() < list.prices().size() - 1);
    return new Finding(
        "At "
            + contest.setting().threadsText()
            + (namesJdks && lists.size() == 1 ? " on " + jdk(first) : "")
            + ", "
            // With a factor for each JDK there are enough "and" already.
            + (lists.size() == 1 ? Words.list(clauses) : String.join("; ", clauses))
            + (isPart
                ? "; no other step of the "
                    + contest.ladder().orElse("list")
                    + " differs for certain from the one before"
                : ""),
        chartOf.apply(contest),
        lists.values().stream().flatMap(List::stream).map(one -> (Proof) one).toList());
  }

  /**
   * Such as {@code 2.1 [2.0, 2.2]}, or {@code 2.1 [2.0, 2.2] (JDK 17) and 2.2 [2.1, 2.3] (JDK 25)}.
   */
  private String factors(List<List<Compared.Step>> steps, int i) {
    List<String> factors = new ArrayList<>();
    for (PriceList list : lists.keySet()) {
      String factor = Numbers.brief(steps.get(factors.size()).get(i).ratio());
      factors.add(lists.size() == 1 ? factor : factor + " (" + jdk(list) + ")");
    }
    return Words.list(factors);
  }

  private static String jdk(PriceList list) {
    return Circumstances.jdkText(list.contest().setting().jdk());
  }

  private static List<Compared.Step> steps(List<Proven> proven) {
    return Proven.of(proven, Compared.Step.class).toList();
  }
}
