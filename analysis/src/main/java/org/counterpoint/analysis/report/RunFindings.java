package org.counterpoint.analysis.report;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * What a run has found, in a handful of sentences: from verdicts alone, and only from those that
 * hold as one family.
 *
 * @param findings what is broken, who is best where, in the order of the plan (what is timed is
 *     last), and then all else
 * @param comparisons how many there are on which a finding could rest
 */
record RunFindings(List<Finding> findings, int comparisons) {

  /** More than this nobody reads; the rankings and tables have the rest. */
  static final int MOST = 10;

  private static final int MOST_WINNERS = 6;
  private static final int MOST_OF_A_KIND = 2;

  RunFindings {
    findings = List.copyOf(findings);
  }

  /**
   * Of a run.
   *
   * @param proven {@link Proven#among} all of its {@link Comparisons}
   * @param chartOf the id of the chart in which a contest is; empty for none
   */
  static RunFindings of(
      Summary summary,
      List<Compared> compared,
      List<Proven> proven,
      Function<Contest, String> chartOf) {
    LeadFindings leads = new LeadFindings(summary, proven, chartOf);
    List<Finding> others = new ArrayList<>();
    others.addAll(first(MOST_OF_A_KIND, leads.differences()));
    others.addAll(first(MOST_OF_A_KIND, ChangeFindings.of(proven)));
    others.addAll(first(1, TwinFindings.of(summary, proven, chartOf)));
    others.addAll(first(1, FairnessFindings.of(summary, proven, chartOf)));
    others.addAll(first(MOST_OF_A_KIND, PriceFindings.of(summary, proven, chartOf)));
    List<Finding> all = new ArrayList<>(broken(summary));
    all.addAll(leads.winners(Math.max(MOST_WINNERS, MOST - all.size() - others.size())));
    all.addAll(others);
    return new RunFindings(first(MOST, all), compared.size());
  }

  private static List<Finding> broken(Summary summary) {
    List<Finding> broken = new ArrayList<>();
    summary
        .broken()
        .forEach(
            (contender, damage) ->
                broken.add(
                    new Finding(
                        contender.label() + " is BROKEN and ranked nowhere: " + damage,
                        "",
                        List.of(new LostUpdate(contender, damage)))));
    return broken;
  }

  private static List<Finding> first(int most, List<Finding> findings) {
    return findings.subList(0, Math.min(most, findings.size()));
  }

  /** How sure one may be of them. */
  String method() {
    return "Each place and each step that a sentence names is a verdict, and holds against all that"
        + " could have been told instead, "
        + Words.count(comparisons, "comparison")
        + " (Welch's t over all forks of both, Benjamini and Hochberg): of these verdicts one in"
        + " twenty at most is expected to be wrong, so that a sentence of many places may be wrong"
        + " about one. The same code under all names would give no sentence in 95 of 100 runs. What"
        + " is not told is not the same: rankings and tables have the rest.";
  }
}
