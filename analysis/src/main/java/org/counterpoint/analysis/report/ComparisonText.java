package org.counterpoint.analysis.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.counterpoint.analysis.compare.Comparison;
import org.counterpoint.analysis.compare.Crossover;
import org.counterpoint.analysis.compare.Interaction;
import org.counterpoint.analysis.compare.Side;

/** A comparison as lines for a console, or as Markdown for a pull request. */
public final class ComparisonText {

  private final Comparison comparison;
  private final boolean withGate;

  private ComparisonText(Comparison comparison, boolean withGate) {
    this.comparison = comparison;
    this.withGate = withGate;
  }

  /**
   * For a console: tables aligned by blanks.
   *
   * @param withGate whether the line that a gate decides by is wanted
   * @return lines of plain text without line ends
   */
  public static List<String> plain(Comparison comparison, boolean withGate) {
    return new ComparisonText(comparison, withGate).plain();
  }

  /**
   * For a code host.
   *
   * @return one text with line ends
   */
  public static String markdown(Comparison comparison, boolean withGate) {
    return MarkdownPage.of(new ComparisonText(comparison, withGate).document());
  }

  private List<String> plain() {
    List<String> lines = new ArrayList<>();
    lines.add("base:      " + side(comparison.base()));
    lines.add("candidate: " + side(comparison.candidate()));
    lines.add(ComparisonWords.method(comparison) + ".");
    comparison.calibration().map(CalibrationText::sentence).ifPresent(lines::add);
    for (ComparisonTables.Table table : ComparisonTables.of(comparison)) {
      lines.add("");
      lines.add(table.title());
      lines.addAll(aligned(table));
    }
    if (comparison.cells().isEmpty()) {
      lines.add("");
      lines.add("No cell is on both sides.");
    }
    section(lines, findings(), "");
    section(lines, ComparisonWords.unmatched(comparison), "");
    section(lines, ComparisonWords.doubts(comparison), "note: ");
    section(lines, ComparisonWords.differences(comparison), "note: ");
    lines.add("");
    lines.add(ComparisonWords.summary(comparison));
    lines.addAll(ComparisonWords.averages(comparison));
    if (withGate) {
      lines.add(ComparisonWords.gate(comparison));
    }
    // A name from a file must not drive the terminal.
    return lines.stream().map(line -> line.replaceAll("\\p{Cntrl}", "?").stripTrailing()).toList();
  }

  private List<Block> document() {
    List<Block> document = new ArrayList<>();
    document.add(new Block.Heading(3, ComparisonWords.summary(comparison), ""));
    if (withGate) {
      document.add(new Block.Notice(ComparisonWords.gate(comparison)));
    }
    ComparisonWords.averages(comparison)
        .forEach(average -> document.add(new Block.Paragraph(average + ".")));
    for (ComparisonTables.Table table : ComparisonTables.of(comparison)) {
      document.add(
          new Block.Table(
              table.title(),
              IntStream.range(0, table.head().size())
                  .mapToObj(i -> new Block.Column(table.head().get(i), i > 0 && i < 5))
                  .toList(),
              table.rows().stream()
                  .map(row -> row.stream().map(Block.Cell::of).toList())
                  .toList()));
    }
    bullets(document, findings());
    document.add(new Block.Paragraph(ComparisonWords.method(comparison) + "."));
    comparison
        .calibration()
        .map(CalibrationText::sentence)
        .ifPresent(sentence -> document.add(new Block.Paragraph(sentence + ".")));
    List<String> notes = new ArrayList<>(ComparisonWords.unmatched(comparison));
    notes.addAll(ComparisonWords.doubts(comparison));
    notes.addAll(ComparisonWords.differences(comparison));
    bullets(document, notes);
    return document;
  }

  private static void bullets(List<Block> document, List<String> items) {
    if (!items.isEmpty()) {
      document.add(new Block.Bullets(items));
    }
  }

  private static void section(List<String> lines, List<String> sentences, String prefix) {
    if (!sentences.isEmpty()) {
      lines.add("");
      sentences.forEach(sentence -> lines.add(prefix + sentence));
    }
  }

  /** Interactions and crossovers: what no single cell says. */
  private List<String> findings() {
    List<String> findings = new ArrayList<>();
    for (Interaction interaction : Interaction.in(comparison)) {
      findings.add(ComparisonWords.of(interaction, comparison));
    }
    for (Crossover crossover : Crossover.in(comparison.base(), comparison.gauge())) {
      findings.add(ComparisonWords.of(crossover, comparison.base()));
    }
    for (Crossover crossover : Crossover.in(comparison.candidate(), comparison.gauge())) {
      findings.add(ComparisonWords.of(crossover, comparison.candidate()));
    }
    return findings;
  }

  private static String side(Side side) {
    return side.name()
        + " ("
        + Circumstances.jdkText(side.jdk())
        + ", "
        + Circumstances.ofMachine(side.run())
        + ")";
  }

  private static List<String> aligned(ComparisonTables.Table table) {
    List<List<String>> all = new ArrayList<>();
    all.add(table.head());
    all.addAll(table.rows());
    int columns = table.head().size();
    int[] widths =
        IntStream.range(0, columns)
            .map(
                column ->
                    all.stream()
                        .map(row -> row.get(column))
                        .mapToInt(text -> text.codePointCount(0, text.length()))
                        .max()
                        .orElse(0))
            .toArray();
    return all.stream().map(row -> line(row, widths)).toList();
  }

  private static String line(List<String> row, int[] widths) {
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < widths.length; i++) {
      String text = row.get(i);
      String blanks = " ".repeat(widths[i] - text.codePointCount(0, text.length()));
      boolean isNumber = i > 0 && i < 5;
      line.append(i == 0 ? "" : i == 3 || i == 1 ? "  │  " : "   ");
      line.append(isNumber ? blanks + text : text + blanks);
    }
    return line.toString();
  }
}
