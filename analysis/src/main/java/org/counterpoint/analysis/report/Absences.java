package org.counterpoint.analysis.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.counterpoint.analysis.model.Jdk;
import org.counterpoint.analysis.model.Plan;
import org.counterpoint.analysis.model.PlannedCell;
import org.counterpoint.analysis.model.Run;

/** What a run has no figures of, since it can't be done: nobody shall look for them. */
public final class Absences {

  private Absences() {}

  /** Of a run, all of them; of a file of JMH's none, since nobody knows what was asked for. */
  static List<String> of(Run run) {
    List<String> sentences = new ArrayList<>();
    run.plan()
        .ifPresent(
            plan -> {
              sentences.addAll(ofJdks(plan, run.jdks().stream().map(Jdk::label).toList()));
              sentences.addAll(sentences(plan));
            });
    return sentences;
  }

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

  /**
   * One for each benchmark that not every JDK can measure: {@code A: not on JDK 17 (needs 21).}
   *
   * @param jdks the labels of those that are measured
   */
  public static List<String> ofJdks(Plan plan, List<String> jdks) {
    Map<Needy, SortedSet<Integer>> tooOld = new LinkedHashMap<>();
    for (PlannedCell planned : plan.cells()) {
      Needy needy = new Needy(name(planned, plan), planned.sinceJdk());
      jdks.stream()
          .filter(jdk -> !planned.isOn(jdk))
          .forEach(
              jdk -> tooOld.computeIfAbsent(needy, key -> new TreeSet<>()).add(Jdk.feature(jdk)));
    }
    List<String> sentences = new ArrayList<>();
    tooOld.forEach(
        (needy, features) ->
            sentences.add(
                needy.benchmark
                    + ": not on JDK "
                    + Words.list(features.stream().map(String::valueOf).toList())
                    + " (needs "
                    + needy.sinceJdk
                    + ")."));
    return sentences;
  }

  private record Needy(String benchmark, int sinceJdk) {}

  /** Its class, where all that is planned of that needs the same JDK; else the method as well. */
  private static String name(PlannedCell planned, Plan plan) {
    String benchmark = planned.cell().benchmark();
    String type = Params.typeOf(benchmark);
    boolean all =
        plan.cells().stream()
            .filter(other -> Params.typeOf(other.cell().benchmark()).equals(type))
            .allMatch(other -> other.sinceJdk() == planned.sinceJdk());
    return Params.withoutPackage(all ? type : benchmark);
  }
}
