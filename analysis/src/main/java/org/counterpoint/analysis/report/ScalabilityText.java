package org.counterpoint.analysis.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import org.counterpoint.analysis.model.Environment;
import org.counterpoint.analysis.model.Run;
import org.counterpoint.analysis.stats.Interval;
import org.counterpoint.analysis.stats.Scalability;
import org.counterpoint.analysis.stats.Scalability.Warning;
import org.counterpoint.analysis.stats.UslFit;
import org.counterpoint.analysis.stats.UslPoint;

/** How things scale, for a console, a code host or a program. */
public final class ScalabilityText {

  /** What the first field of the JSON says. */
  static final String SCHEMA = "counterpoint/scalability/1";

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private ScalabilityText() {}

  /**
   * All that the run has at several loads.
   *
   * @param cores of the machine; where none are given, those that the run says
   */
  public static List<Scalability> of(Run run, String load, OptionalInt cores) {
    OptionalInt known =
        cores.isPresent()
            ? cores
            : run.environment()
                .map(Environment::cores)
                .filter(n -> n > 0)
                .map(OptionalInt::of)
                .orElse(OptionalInt.empty());
    return Scalability.of(run, load, known);
  }

  /** Lines of plain text without line ends. */
  public static List<String> plain(List<Scalability> all) {
    List<String> lines = new ArrayList<>();
    for (Scalability one : all) {
      lines.add((lines.isEmpty() ? "" : "\n") + title(one));
      rows(one).forEach(row -> lines.add("  " + row));
      warnings(one).forEach(warning -> lines.add("  note: " + warning));
    }
    return lines.stream()
        .flatMap(String::lines)
        .map(line -> line.replaceAll("\\p{Cntrl}", "?"))
        .toList();
  }

  /** One text with line ends. */
  public static String markdown(List<Scalability> all) {
    List<Block> document = new ArrayList<>();
    document.add(
        new Block.Table(
            "Universal Scalability Law, X(N) = λN / (1 + σ(N−1) + κN(N−1)); 95 % intervals over"
                + " forks",
            List.of(
                new Block.Column("what", false),
                new Block.Column("λ", true),
                new Block.Column("σ", true),
                new Block.Column("κ", true),
                new Block.Column("N*", true),
                new Block.Column("notes", false)),
            all.stream().map(ScalabilityText::markdownRow).toList()));
    return MarkdownPage.of(document);
  }

  private static List<Block.Cell> markdownRow(Scalability one) {
    return List.of(
        Block.Cell.of(title(one)),
        Block.Cell.of(one.fit().map(fit -> text(fit.lambda())).orElse("-")),
        Block.Cell.of(one.fit().map(fit -> text(fit.sigma())).orElse("-")),
        Block.Cell.of(one.fit().map(fit -> text(fit.kappa())).orElse("-")),
        Block.Cell.of(one.fit().map(fit -> peak(fit, one)).orElse("-")),
        Block.Cell.of(String.join("; ", warnings(one))));
  }

  /** One document, with a line end. */
  public static String json(List<Scalability> all) {
    ObjectNode root = NODES.objectNode();
    root.put("schema", SCHEMA);
    ArrayNode series = root.putArray("series");
    all.forEach(one -> series.add(node(one)));
    return JsonText.of(root);
  }

  private static ObjectNode node(Scalability one) {
    ObjectNode node = NODES.objectNode();
    node.put("jdk", one.jdk().label());
    node.put("benchmark", one.cell().benchmark());
    ObjectNode params = node.putObject("params");
    one.cell().params().forEach(params::put);
    node.put("load", one.load());
    node.put("unit", one.unit());
    ArrayNode points = node.putArray("points");
    for (UslPoint point : one.points()) {
      points.addObject().put("load", point.load()).put("throughput", point.throughput());
    }
    one.fit().ifPresent(fit -> node.set("fit", node(fit)));
    ArrayNode warnings = node.putArray("warnings");
    one.warnings().stream().sorted().map(Warning::name).forEach(warnings::add);
    return node;
  }

  static ObjectNode node(UslFit fit) {
    ObjectNode node = NODES.objectNode();
    node.set("lambda", node(fit.lambda()));
    node.set("sigma", node(fit.sigma()));
    node.set("kappa", node(fit.kappa()));
    fit.model().peak().ifPresent(peak -> node.put("peak", peak));
    fit.peakInterval()
        .ifPresent(
            interval ->
                node.putObject("peakInterval")
                    .put("low", interval.low())
                    .put("high", interval.high()));
    node.put("rss", fit.rss());
    node.put("degreesOfFreedom", fit.degreesOfFreedom());
    fit.lackOfFit().ifPresent(p -> node.put("lackOfFitP", p));
    return node;
  }

  private static ObjectNode node(UslFit.Parameter parameter) {
    ObjectNode node = NODES.objectNode();
    node.put("value", parameter.value());
    node.put("standardError", parameter.standardError());
    node.put("low", parameter.interval().low());
    node.put("high", parameter.interval().high());
    node.put("heldAtZero", parameter.isHeld());
    return node;
  }

  private static String title(Scalability one) {
    String params = Params.text(one.cell().params());
    return Params.withoutPackage(one.cell().benchmark())
        + (params.isEmpty() ? "" : ", " + params)
        + (one.load().equals(Scalability.THREADS)
            ? ""
            : ", " + Words.count(one.cell().threads(), "thread"))
        + (one.cell().jvm().flags().isEmpty() ? "" : ", JVM flags " + one.cell().jvm().name())
        + ", "
        + Circumstances.jdkText(one.jdk())
        + "; load: "
        + one.load()
        + " "
        + one.points().stream()
            .map(UslPoint::load)
            .distinct()
            .sorted()
            .map(ScalabilityText::load)
            .collect(Collectors.joining(", "))
        + "; "
        + Words.count(one.points().size(), "fork");
  }

  private static List<String> rows(Scalability one) {
    if (one.fit().isEmpty()) {
      return List.of();
    }
    UslFit fit = one.fit().get();
    List<String> rows = new ArrayList<>();
    rows.add("λ  throughput at a load of 1   " + text(fit.lambda()) + " " + one.unit());
    rows.add("σ  contention                  " + text(fit.sigma()));
    rows.add("κ  crosstalk                   " + text(fit.kappa()));
    rows.add("N* load of the peak            " + peak(fit, one));
    rows.add("lack of fit                    " + lackOfFit(fit.lackOfFit()));
    return rows;
  }

  private static String lackOfFit(OptionalDouble p) {
    return p.isPresent() ? "p = " + Numbers.of(p.getAsDouble()) : "can't be told";
  }

  private static String text(UslFit.Parameter parameter) {
    return parameter.isHeld()
        ? "0 (held there: the fit without bounds gave less)"
        : Numbers.of(parameter.value()) + " " + Numbers.of(Optional.of(parameter.interval()));
  }

  private static String peak(UslFit fit, Scalability one) {
    if (one.warnings().contains(Warning.FALLS_AT_ONCE)) {
      return "1 or below: throughput falls from a load of 1 on";
    }
    if (fit.model().peak().isEmpty()) {
      return "no peak in range";
    }
    Optional<Interval> interval = fit.peakInterval();
    return Numbers.of(fit.model().peak().getAsDouble()) + " " + Numbers.of(interval);
  }

  private static List<String> warnings(Scalability one) {
    return one.warnings().stream().sorted().map(ScalabilityText::sentence).toList();
  }

  static String sentence(Warning warning) {
    return switch (warning) {
      case NO_FIT -> "no fit: it takes " + UslFit.LEAST_LEVELS + " loads at least, and a fork more";
      case FEW_LEVELS ->
          "fewer than "
              + UslFit.MIN_LEVELS
              + " loads: two numbers that bend one curve are hardly"
              + " told apart";
      case NO_PEAK -> "no peak in range: κ came out at 0 or less, and was held at 0";
      case FALLS_AT_ONCE -> "σ is 1 or more: one of them does more than several";
      case PEAK_BEYOND_RANGE -> "the peak lies beyond the largest load: it is extrapolated";
      case BEYOND_CORES -> "more threads than cores measure the scheduler as well";
      case LACK_OF_FIT ->
          "the law misses the points by more than they scatter (F test, p < 0.05): take the numbers"
              + " for a sketch";
    };
  }

  private static String load(double n) {
    return n == Math.rint(n) && Math.abs(n) < 1e15 ? Long.toString((long) n) : Double.toString(n);
  }
}
