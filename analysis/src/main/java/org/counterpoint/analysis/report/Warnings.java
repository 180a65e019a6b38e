package org.counterpoint.analysis.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.counterpoint.analysis.model.Measurement;
import org.counterpoint.analysis.stats.Estimate;
import org.counterpoint.analysis.stats.Quietness;
import org.counterpoint.analysis.stats.Ranking;

/**
 * What a reader of any conclusion should know. Every check that doubts a measurement adds its
 * sentence here, and nowhere else.
 */
final class Warnings {

  private Warnings() {}

  /** One sentence each; those that came with the run first. */
  static List<String> of(Summary summary) {
    List<String> warnings = new ArrayList<>();
    summary
        .objection()
        .ifPresent(
            objection ->
                warnings.add(
                    Words.capital(objection)
                        + ". Its figures show that everything works, not what is fast."));
    warnings.addAll(summary.run().warnings());
    if (summary.quietness().verdict() == Quietness.Verdict.DISTURBED) {
      warnings.add(QuietWords.sentence(summary) + " Every fork is in the figures all the same.");
    }
    summary.shortfall().flatMap(Shortfall::missing).ifPresent(warnings::add);
    summary.shortfall().flatMap(Shortfall::imprecise).ifPresent(warnings::add);
    warnings.addAll(fewForks(summary));
    if (summary.run().measurements().stream().map(Measurement::cell).distinct().count() == 0) {
      warnings.add("Nothing was measured.");
    }
    return warnings;
  }

  private static List<String> fewForks(Summary summary) {
    Map<Integer, Integer> cellsByForks = new LinkedHashMap<>();
    for (Contest contest : summary.contests()) {
      for (Entry entry : contest.measured()) {
        if (entry.forks().size() < Ranking.MIN_FORKS) {
          cellsByForks.merge(entry.forks().size(), 1, Integer::sum);
        }
      }
    }
    List<String> warnings = new ArrayList<>();
    cellsByForks.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .forEach(
            cells ->
                warnings.add(
                    Words.count(cells.getValue(), "measurement")
                        + (cells.getValue() == 1 ? " has " : " have ")
                        + Words.count(cells.getKey(), "fork")
                        + ": "
                        + (cells.getKey() < Estimate.MIN_FORKS
                            ? "no interval below "
                                + Estimate.MIN_FORKS
                                + ", no verdict below "
                                + Ranking.MIN_FORKS
                                + "."
                            : "no verdict below " + Ranking.MIN_FORKS + ".")));
    return warnings;
  }
}
