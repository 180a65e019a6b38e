package org.counterpoint.analysis.report;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.counterpoint.analysis.model.Jdk;
import org.counterpoint.analysis.model.Measurement;
import org.counterpoint.analysis.model.Plan;
import org.counterpoint.analysis.model.Run;
import org.counterpoint.analysis.stats.Arm;
import org.counterpoint.analysis.stats.AverageChange;
import org.counterpoint.analysis.stats.Decision;
import org.counterpoint.analysis.stats.Decisions;
import org.counterpoint.analysis.stats.Margin;
import org.counterpoint.analysis.stats.Question;
import org.counterpoint.analysis.stats.Verdict;
import org.counterpoint.analysis.stats.Yardstick;

/**
 * What one JDK changed against another, or one set of JVM flags against another on one JDK.
 *
 * @param subject such as {@code JDK 25 against 17}
 * @param base what a column calls it
 * @param candidate likewise
 * @param jdks that the cells ran on, the base's first
 * @param margin below which two values count as the same
 * @param cells worst first: slower, unclear, the same, faster, and in each the larger loss first
 * @param averages over all cells of one measure
 */
record Changes(
    String subject,
    String base,
    String candidate,
    List<Jdk> jdks,
    double margin,
    List<ChangedCell> cells,
    List<AverageChange> averages) {

  /** What all rows of one table have in common. */
  private record Subject(Jdk base, Jdk candidate, String baseFlags, String candidateFlags) {

    static Subject of(Question.OfChange question, Map<String, Jdk> jdks) {
      Jdk base = jdks.getOrDefault(question.base().jdk(), Jdk.UNKNOWN);
      Jdk candidate = jdks.getOrDefault(question.candidate().jdk(), Jdk.UNKNOWN);
      return question.isOfFlags()
          ? new Subject(
              base,
              candidate,
              question.base().cell().jvm().name(),
              question.candidate().cell().jvm().name())
          : new Subject(base, candidate, "", "");
    }

    Changes with(List<ChangedCell> cells, double margin, boolean severalJdks) {
      if (base.equals(candidate)) {
        return new Changes(
            Setting.JVM_FLAGS
                + " "
                + candidateFlags
                + " against "
                + baseFlags
                + (severalJdks ? " on JDK " + base.label() : ""),
            baseFlags,
            candidateFlags,
            List.of(base),
            margin,
            cells);
      }
      return new Changes(
          "JDK " + candidate.label() + " against " + base.label(),
          "JDK " + base.label(),
          "JDK " + candidate.label(),
          List.of(base, candidate),
          margin,
          cells);
    }
  }

  Changes {
    jdks = List.copyOf(jdks);
    cells = cells.stream().sorted(ChangedCell.WORST_FIRST).toList();
    averages = List.copyOf(averages);
  }

  private Changes(
      String subject,
      String base,
      String candidate,
      List<Jdk> jdks,
      double margin,
      List<ChangedCell> cells) {
    this(
        subject,
        base,
        candidate,
        jdks,
        margin,
        cells,
        AverageChange.of(cells.stream().map(ChangedCell::sides).toList(), new Margin(margin)));
  }

  /** One for every two things that the decisions compare, in the order of the questions. */
  static List<Changes> of(Run run, Decisions decisions, Grouping grouping) {
    Map<String, Jdk> jdks = new HashMap<>();
    run.jdks().forEach(jdk -> jdks.put(jdk.label(), jdk));
    Map<Arm, Yardstick> yardsticks = new HashMap<>();
    for (Measurement measurement : run.measurements()) {
      Yardstick.of(measurement)
          .ifPresent(
              yardstick ->
                  yardsticks.put(
                      new Arm(measurement.cell(), measurement.jdk().label()), yardstick));
    }
    Map<Subject, List<ChangedCell>> bySubject = new LinkedHashMap<>();
    for (Decision decision : decisions.all()) {
      if (decision instanceof Decision.OfChange change) {
        Subject subject = Subject.of(change.question(), jdks);
        bySubject
            .computeIfAbsent(subject, key -> new ArrayList<>())
            .add(ChangedCell.of(change, subject.base(), yardsticks, grouping));
      }
    }
    double margin = run.plan().map(Plan::margin).orElse(0.0);
    List<Changes> all = new ArrayList<>();
    bySubject.forEach(
        (subject, cells) -> all.add(subject.with(cells, margin, run.jdks().size() > 1)));
    return all;
  }

  /**
   * Such as {@code JDK 25 against 17: 3 cells slower, 5 faster, 12 the same within 5 %, 4 unclear}.
   */
  String sentence() {
    Map<Verdict, Integer> counts = new EnumMap<>(Verdict.class);
    for (Verdict verdict : Verdict.values()) {
      counts.put(verdict, count(verdict));
    }
    return VerdictCounts.sentence(subject, counts, /* withheld= */ 0, margin);
  }

  /** What {@link #averages} say, one sentence each. */
  List<String> onAverage() {
    return averages.stream()
        .map(average -> AverageWords.sentence(subject, average, margin))
        .toList();
  }

  /** Whether some cells are of times, and others are not. */
  boolean isOfSeveralMeasures() {
    return cells.stream().map(cell -> ServiceTime.isTail(cell.quantity())).distinct().count() > 1;
  }

  int count(Verdict verdict) {
    return (int) cells.stream().filter(cell -> cell.verdict() == verdict).count();
  }
}
