package org.counterpoint.analysis.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.counterpoint.analysis.compare.ComparedCell;
import org.counterpoint.analysis.compare.Comparison;
import org.counterpoint.analysis.model.Cell;
import org.counterpoint.analysis.model.Mode;
import org.counterpoint.analysis.model.Unit;
import org.counterpoint.analysis.stats.Estimate;
import org.counterpoint.analysis.stats.Interval;
import org.counterpoint.analysis.stats.Verdict;

/**
 * The cells of a comparison as tables, one for each quantity, with the columns of Go's benchstat: a
 * name, both sides with ±, the change. The last row has the geometric means.
 */
final class ComparisonTables {

  static final String NO_INTERVAL = "± ∞";

  private ComparisonTables() {}

  /** What the rows of one table have in common. */
  private record Quantity(String words, Mode mode, Unit unit) {}

  /**
   * One table.
   *
   * @param title the quantity with its unit
   * @param head the columns' names
   * @param rows as many texts as the head has
   */
  record Table(String title, List<String> head, List<List<String>> rows) {}

  static List<Table> of(Comparison comparison) {
    Map<Quantity, List<ComparedCell>> groups = new LinkedHashMap<>();
    for (ComparedCell cell : comparison.cells()) {
      groups
          .computeIfAbsent(
              new Quantity(cell.words(), cell.cell().mode(), cell.unit()), key -> new ArrayList<>())
          .add(cell);
    }
    List<Table> tables = new ArrayList<>();
    groups.forEach(
        (quantity, cells) ->
            tables.add(
                new Table(
                    quantity.words()
                        + ", "
                        + quantity.unit().symbol()
                        + (cells.get(0).higherIsBetter()
                            ? " (more is better)"
                            : " (less is better)"),
                    List.of(
                        "benchmark",
                        comparison.base().name(),
                        comparison.candidate().name(),
                        "vs base",
                        "95 % interval",
                        "verdict",
                        "rank test, forks"),
                    rows(cells))));
    return tables;
  }

  private static List<List<String>> rows(List<ComparedCell> cells) {
    List<List<String>> rows = new ArrayList<>();
    cells.forEach(cell -> rows.add(row(cell)));
    geomean(cells).ifPresent(rows::add);
    return rows;
  }

  private static List<String> row(ComparedCell cell) {
    boolean says = cell.verdict() == Verdict.SLOWER || cell.verdict() == Verdict.FASTER;
    return List.of(
        name(cell.cell()),
        value(cell.base()),
        value(cell.candidate()),
        says ? change(cell.ratio().orElseThrow().value()) : "~",
        cell.ratio().map(ratio -> changes(ratio.interval())).orElse("-"),
        word(cell),
        forks(cell));
  }

  /**
   * As benchstat and Go write it: the number behind the dash is that of the threads. A role stands
   * behind a colon, as in JMH's own output.
   */
  static String name(Cell cell) {
    StringBuilder name = new StringBuilder(Params.withoutPackage(cell.benchmark()));
    if (!cell.role().isEmpty()) {
      name.append(':').append(cell.role());
    }
    cell.params()
        .forEach((param, value) -> name.append('/').append(param).append('=').append(value));
    return name.append('-').append(cell.threads()).toString();
  }

  private static String value(Estimate estimate) {
    return Numbers.of(estimate.center()) + " " + spread(estimate);
  }

  private static String spread(Estimate estimate) {
    return estimate
        .interval()
        .map(
            interval ->
                String.format(
                    Locale.ROOT,
                    "± %.0f%%",
                    100 * (interval.high() - interval.low()) / 2 / estimate.center()))
        .orElse(NO_INTERVAL);
  }

  private static String forks(ComparedCell cell) {
    String rest =
        // Where a doubt withdrew the verdict, forks are not what is missing.
        cell.verdict() != Verdict.UNCLEAR
                || cell.withheld()
                || cell.ratio().isEmpty()
                || !cell.doubts().isEmpty()
            ? ""
            : cell.more().isPresent()
                ? ", about " + cell.more().getAsInt() + " more would decide"
                : ", no number of forks would decide";
    String p =
        cell.rankP().isPresent()
            ? String.format(Locale.ROOT, "p=%.3f ", cell.rankP().getAsDouble())
            : "";
    return p + "n=" + cell.forks() + rest;
  }

  static String word(ComparedCell cell) {
    if (cell.withheld()) {
      return "withheld";
    }
    return cell.verdict().name().toLowerCase(Locale.ROOT);
  }

  private static String change(double ratio) {
    return String.format(Locale.ROOT, "%+.2f%%", 100 * (ratio - 1));
  }

  private static String changes(Interval ratio) {
    return "[" + change(ratio.low()) + ", " + change(ratio.high()) + "]";
  }

  /** Of the values that have logs, as benchstat does; no claim is made of it. */
  private static Optional<List<String>> geomean(List<ComparedCell> cells) {
    boolean positive =
        cells.stream().allMatch(cell -> cell.base().center() > 0 && cell.candidate().center() > 0);
    if (!positive || cells.size() < 2) {
      return Optional.empty();
    }
    double before = geomean(cells, cell -> cell.base().center());
    double after = geomean(cells, cell -> cell.candidate().center());
    return Optional.of(
        List.of(
            "geomean", Numbers.of(before), Numbers.of(after), change(after / before), "", "", ""));
  }

  private static double geomean(List<ComparedCell> cells, ToDoubleFunction<ComparedCell> value) {
    return Math.exp(cells.stream().mapToDouble(value).map(Math::log).average().orElse(Double.NaN));
  }
}
