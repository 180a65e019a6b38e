package org.counterpoint.analysis.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.counterpoint.analysis.model.Plan;
import org.counterpoint.analysis.model.Run;
import org.counterpoint.analysis.stats.Estimate;

/**
 * How long work takes that workloads give in tokens, as a control measured it: alone, at one
 * thread.
 *
 * @param setting the control's
 * @param tokens how many
 * @param time ns, JMH's loop included
 */
record TokenTime(Setting setting, String tokens, Estimate time) {

  /** All that a run measured, fewest tokens first on each JDK and with each set of flags. */
  static List<TokenTime> of(Run run) {
    return Control.of(run).stream()
        .filter(control -> control.method().equals(Plan.WORK))
        .flatMap(control -> of(control).stream())
        .toList();
  }

  private static Optional<TokenTime> of(Control control) {
    return Optional.ofNullable(control.setting().params().get(Plan.TOKENS))
        .flatMap(
            tokens -> control.time().map(time -> new TokenTime(control.setting(), tokens, time)));
  }

  /**
   * What those tokens take that these settings give, on their JDK and with their flags: {@code 20
   * tokens take 47.02 ns, 100 take 240.1 ns}. Empty where they give none, or none was measured.
   */
  static String words(Run run, List<Setting> settings) {
    Set<String> given =
        settings.stream()
            .flatMap(setting -> setting.params().entrySet().stream())
            .filter(param -> isInTokens(run, param.getKey()))
            .map(Map.Entry::getValue)
            .collect(Collectors.toSet());
    return given.isEmpty()
        ? ""
        : words(
            of(run).stream()
                .filter(time -> time.setting.isBeside(settings.get(0)))
                .filter(time -> given.contains(time.tokens))
                .toList(),
            /* withIntervals= */ false);
  }

  private static boolean isInTokens(Run run, String param) {
    return run.plan().filter(plan -> plan.unitOf(param).equals(Plan.TOKENS)).isPresent();
  }

  /** All of a run, one sentence for each JDK and each set of flags. */
  static List<String> sentences(Run run) {
    Map<String, List<TokenTime>> byPlace = new LinkedHashMap<>();
    for (TokenTime time : of(run)) {
      byPlace
          .computeIfAbsent(Circumstances.jdkAndFlags(time.setting), key -> new ArrayList<>())
          .add(time);
    }
    return byPlace.entrySet().stream()
        .map(place -> place.getKey() + ": " + words(place.getValue(), true) + ".")
        .toList();
  }

  private static String words(List<TokenTime> times, boolean withIntervals) {
    return times.stream()
        .map(
            time ->
                time.tokens
                    + (time.equals(times.get(0))
                        ? time.tokens.equals("1") ? " token takes " : " tokens take "
                        : " take ")
                    + Numbers.of(time.time.center())
                    + " ns"
                    + (withIntervals
                        ? time.time.interval().map(i -> " " + Numbers.of(Optional.of(i))).orElse("")
                        : ""))
        .collect(Collectors.joining(", "));
  }
}
