package org.counterpoint.analysis.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import org.counterpoint.analysis.compare.ComparedCell;
import org.counterpoint.analysis.compare.Comparison;
import org.counterpoint.analysis.compare.Crossover;
import org.counterpoint.analysis.compare.Difference;
import org.counterpoint.analysis.compare.Gate;
import org.counterpoint.analysis.compare.Interaction;
import org.counterpoint.analysis.compare.Side;
import org.counterpoint.analysis.model.Cell;
import org.counterpoint.analysis.stats.Interval;
import org.counterpoint.analysis.stats.Ratio;

/** What a comparison says in sentences; names from files are still to be escaped. */
final class ComparisonWords {

  private ComparisonWords() {}

  static String summary(Comparison comparison) {
    return VerdictCounts.sentence(
        subject(comparison),
        comparison.counts(),
        comparison.withheld(),
        comparison.margin().relative());
  }

  /** What all cells together say, one sentence a measure. */
  static List<String> averages(Comparison comparison) {
    return comparison.averages().stream()
        .map(
            average ->
                AverageWords.sentence(subject(comparison), average, comparison.margin().relative()))
        .toList();
  }

  /** Such as {@code JDK 25 against 17}. */
  static String subject(Comparison comparison) {
    String candidate = comparison.candidate().words();
    String base = comparison.base().words();
    int kind = candidate.lastIndexOf(' ') + 1;
    boolean sameKind = kind > 0 && base.startsWith(candidate.substring(0, kind));
    return candidate + " against " + (sameKind ? base.substring(kind) : base);
  }

  static String gate(Comparison comparison) {
    return switch (comparison.gate()) {
      case PASS -> "Gate: pass, no cell is slower by more than " + margin(comparison);
      case FAIL ->
          comparison.candidate().broken().isEmpty()
              ? "Gate: FAIL, slower by more than " + margin(comparison)
              : "Gate: FAIL, updates were lost";
      case UNCLEAR ->
          "Gate: unclear, whether a cell is slower by more than "
              + margin(comparison)
              + " can't be told yet";
    };
  }

  private static String margin(Comparison comparison) {
    return Numbers.percent(comparison.margin().relative());
  }

  /** How it was compared. */
  static String method(Comparison comparison) {
    return (comparison.paired()
            ? "Compared in pairs: forks of one block of one run"
            : "Compared unpaired (Welch's t): nobody knows which forks ran beside each other")
        + "; margin "
        + margin(comparison)
        + "; differences corrected over "
        + Words.count(comparison.cells().size(), "cell")
        + " (Holm, 5 %); p is that of an exact rank test of each cell alone, without the margin";
  }

  /** What differs between the sides and matters. */
  static List<String> differences(Comparison comparison) {
    return comparison.differences().stream().map(Difference::sentence).toList();
  }

  /** What has no partner, and why where that is known. */
  static List<String> unmatched(Comparison comparison) {
    List<String> sentences = new ArrayList<>();
    for (Side side : List.of(comparison.base(), comparison.candidate())) {
      side.broken()
          .forEach(
              name ->
                  sentences.add(
                      "BROKEN: " + name + " lost updates in " + side.name() + ", not compared"));
      side.failed().forEach(cell -> sentences.add("failed in " + side.name() + ": " + cell));
    }
    Side base = comparison.base();
    Side candidate = comparison.candidate();
    comparison.onlyInBase().forEach(cell -> sentences.add(onlyIn(base, candidate, cell)));
    comparison.onlyInCandidate().forEach(cell -> sentences.add(onlyIn(candidate, base, cell)));
    return sentences;
  }

  private static String onlyIn(Side side, Side other, Cell cell) {
    String why =
        side.run().plan().stream()
            .flatMap(plan -> plan.cells().stream())
            .filter(planned -> planned.cell().equals(cell) && !planned.isOn(other.jdk().label()))
            .findFirst()
            .map(planned -> " (needs JDK " + planned.sinceJdk() + ")")
            .orElse("");
    return "only in " + side.name() + ": " + cell + why;
  }

  /** Each doubt once, with the cells that it is about. */
  static List<String> doubts(Comparison comparison) {
    Map<String, List<String>> cells = new LinkedHashMap<>();
    for (ComparedCell cell : comparison.cells()) {
      for (String doubt : cell.doubts()) {
        cells.computeIfAbsent(doubt, key -> new ArrayList<>()).add(cell.cell().toString());
      }
    }
    List<String> sentences = new ArrayList<>();
    cells.forEach(
        (doubt, names) ->
            sentences.add(
                names.get(0)
                    + (names.size() > 1 ? " (and " + (names.size() - 1) + " more)" : "")
                    + ": "
                    + doubt));
    return sentences;
  }

  /**
   * Such as {@code JDK 25 slowed synchronized by 2.1× [1.9, 2.3] where the other strategies kept
   * within 5 % (IncrementBenchmark.increment, 2 threads)}.
   */
  static String of(Interaction interaction, Comparison comparison) {
    Ratio ratio = interaction.isSlower() ? interaction.ratio() : inverted(interaction.ratio());
    Cell cell = interaction.cell().cell();
    return comparison.candidate().words()
        + (interaction.isSlower() ? " slowed " : " sped up ")
        + label(comparison.base(), cell.strategy().orElse(""))
        + " by "
        + times(ratio.value())
        + "× "
        + times(ratio.interval())
        + (interaction.othersKept()
            ? " where the other strategies kept within " + margin(comparison)
            : " relative to the other strategies")
        + " ("
        + where(cell)
        + ")";
  }

  /** Such as {@code LongAdder overtakes AtomicInteger between 2 and 3 threads [2, 4]}. */
  static String of(Crossover crossover, Side side) {
    int below = (int) Math.floor(crossover.threads());
    int above = (int) Math.ceil(crossover.threads());
    return label(side, crossover.overtakes())
        + " overtakes "
        + label(side, crossover.overtaken())
        + (below == above
            ? " at " + Words.count(below, "thread")
            : " between " + below + " and " + above + " threads")
        + " ["
        + (int) Math.floor(crossover.interval().low())
        + ", "
        + (int) Math.ceil(crossover.interval().high())
        + "] on "
        + side.words()
        + " ("
        + workload(crossover.setting())
        + ")";
  }

  /** The exit of a gate, in the words of {@code --gate}. */
  static String word(Gate gate) {
    return gate.name().toLowerCase(Locale.ROOT);
  }

  private static String where(Cell cell) {
    return workload(cell) + ", " + Words.count(cell.threads(), "thread");
  }

  private static String workload(Cell cell) {
    SortedMap<String, String> others = cell.without(Cell.STRATEGY).params();
    return Params.withoutPackage(cell.benchmark())
        + (cell.role().isEmpty() ? "" : ", role " + cell.role())
        + (others.isEmpty() ? "" : ", " + Params.text(others));
  }

  private static String label(Side side, String strategy) {
    return side.run().plan().stream()
        .flatMap(plan -> plan.strategies().stream())
        .filter(name -> name.id().equals(strategy))
        .map(name -> name.label())
        .findFirst()
        .orElse(strategy);
  }

  private static Ratio inverted(Ratio ratio) {
    return new Ratio(
        1 / ratio.value(),
        new Interval(1 / ratio.interval().high(), 1 / ratio.interval().low()),
        ratio.degreesOfFreedom(),
        ratio.pValue());
  }

  private static String times(double factor) {
    return String.format(Locale.ROOT, "%.2f", factor);
  }

  private static String times(Interval interval) {
    return "[" + times(interval.low()) + ", " + times(interval.high()) + "]";
  }
}
