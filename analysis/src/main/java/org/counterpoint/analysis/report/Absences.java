package org.counterpoint.analysis.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.counterpoint.analysis.model.Plan;

/** What a run has no figures of, since it can't be done: nobody shall look for them. */
final class Absences {

  private Absences() {}

  /** One for each benchmark and reason: {@code Section without A and B: each has no lock.} */
  static List<String> sentences(Plan plan) {
    record Key(String benchmark, String why) {}
    Map<String, String> labels =
        plan.strategies().stream()
            .collect(
                Collectors.toMap(
                    Plan.StrategyName::id, Plan.StrategyName::label, (first, second) -> first));
    Map<Key, List<String>> missing = new LinkedHashMap<>();
    for (Plan.Absence absence : plan.absences()) {
      missing
          .computeIfAbsent(new Key(absence.benchmark(), absence.why()), key -> new ArrayList<>())
          .add(labels.getOrDefault(absence.strategy(), absence.strategy()));
    }
    List<String> sentences = new ArrayList<>();
    missing.forEach(
        (key, names) ->
            sentences.add(
                Params.withoutPackage(key.benchmark)
                    + " without "
                    + Words.list(names)
                    + ": "
                    + (names.size() == 1 ? "it " : "each ")
                    + key.why
                    + "."));
    return sentences;
  }
}
