package org.counterpoint.analysis.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Locale;
import org.counterpoint.analysis.compare.Calibration;
import org.counterpoint.analysis.model.Cell;
import org.counterpoint.analysis.stats.Proportion;

/** What comparisons on a machine are worth, for a console or a program. */
public final class CalibrationText {

  /** What the first field of the JSON says. */
  static final String SCHEMA = "counterpoint/calibration/1";

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private CalibrationText() {}

  /** Lines of plain text without line ends. */
  public static List<String> plain(Calibration calibration) {
    List<String> lines = new ArrayList<>();
    lines.add(
        Circumstances.jdkText(calibration.comparison().base().jdk())
            + ": the smallest change that is detected in four of five tries, with as many forks");
    int width =
        calibration.cells().keySet().stream()
            .mapToInt(cell -> ComparisonTables.name(cell).length())
            .max()
            .orElse(0);
    calibration
        .cells()
        .forEach(
            (cell, one) ->
                lines.add(
                    String.format(
                        Locale.ROOT,
                        "  %-" + Math.max(1, width) + "s  %7s in pairs  %7s unpaired  %s%s",
                        ComparisonTables.name(cell),
                        change(one.detectable(one.forks(), true)),
                        change(one.detectable(one.forks(), false)),
                        Words.count(one.forks(), "fork"),
                        one.differs() ? "  told apart from itself at 5 %" : "")));
    lines.add("");
    lines.add(alarms(calibration));
    lines.add(verdicts(calibration));
    double margin = calibration.comparison().margin().relative();
    calibration
        .comparison()
        .averages()
        .forEach(one -> lines.add(AverageWords.sentence("The same code twice", one, margin)));
    return lines.stream().map(line -> line.replaceAll("\\p{Cntrl}", "?")).toList();
  }

  /** Such as {@code 1 of 18 cells was told apart from itself at 5 % …}. */
  static String alarms(Calibration calibration) {
    Proportion alarms = calibration.alarms();
    return alarms.hits()
        + " of "
        + Words.count(alarms.tries(), "cell")
        + (alarms.hits() == 1 ? " was" : " were")
        + " told apart from itself at 5 %, each alone: "
        + Numbers.percent((double) alarms.hits() / alarms.tries())
        + " ["
        + Numbers.percent(alarms.interval().low())
        + ", "
        + Numbers.percent(alarms.interval().high())
        + "]";
  }

  private static String verdicts(Calibration calibration) {
    int wrong = calibration.wrongVerdicts();
    return "Of the verdicts, with margin and correction, "
        + (wrong == 0 ? "none" : Integer.toString(wrong))
        + (wrong == 1 ? " is" : " are")
        + " wrong.";
  }

  /** In one sentence, for whoever relies on it. */
  static String sentence(Calibration calibration) {
    DoubleSummaryStatistics detectable =
        calibration.cells().values().stream()
            .mapToDouble(one -> one.detectable(one.forks(), true))
            .summaryStatistics();
    String range =
        calibration.cells().isEmpty()
            ? ""
            : "; in pairs of as many forks, changes of "
                + change(detectable.getMin())
                + " to "
                + change(detectable.getMax())
                + " can be detected, by the cell";
    return "calibrated by "
        + calibration.comparison().base().run().name()
        + ": "
        + alarms(calibration)
        + range;
  }

  /** One document, with a line end. */
  public static String json(List<Calibration> calibrations) {
    ObjectNode root = NODES.objectNode();
    root.put("schema", SCHEMA);
    ArrayNode all = root.putArray("calibrations");
    calibrations.forEach(one -> all.add(node(one)));
    return JsonText.of(root);
  }

  private static ObjectNode node(Calibration calibration) {
    ObjectNode root = NODES.objectNode();
    root.put("run", calibration.comparison().base().run().name());
    root.put("jdk", calibration.comparison().base().jdk().label());
    Proportion alarms = calibration.alarms();
    root.putObject("falseAlarms")
        .put("cells", alarms.tries())
        .put("alarms", alarms.hits())
        .put("low", alarms.interval().low())
        .put("high", alarms.interval().high());
    root.put("wrongVerdicts", calibration.wrongVerdicts());
    ArrayNode cells = root.putArray("cells");
    calibration.cells().forEach((cell, one) -> cells.add(node(cell, one)));
    return root;
  }

  private static ObjectNode node(Cell cell, Calibration.Calibrated one) {
    ObjectNode node = NODES.objectNode();
    node.put("benchmark", cell.benchmark());
    ObjectNode params = node.putObject("params");
    cell.params().forEach(params::put);
    node.put("mode", cell.mode().code());
    node.put("threads", cell.threads());
    node.put("forks", one.forks());
    node.put("detectableInPairs", Math.expm1(one.detectable(one.forks(), true)));
    node.put("detectableUnpaired", Math.expm1(one.detectable(one.forks(), false)));
    node.put("differs", one.differs());
    return node;
  }

  private static String change(double log) {
    return Numbers.percent(Math.expm1(log));
  }
}
