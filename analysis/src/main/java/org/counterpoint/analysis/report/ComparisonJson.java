package org.counterpoint.analysis.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import org.counterpoint.analysis.compare.Claim;
import org.counterpoint.analysis.compare.ComparedCell;
import org.counterpoint.analysis.compare.Comparison;
import org.counterpoint.analysis.compare.Crossover;
import org.counterpoint.analysis.compare.Difference;
import org.counterpoint.analysis.compare.Interaction;
import org.counterpoint.analysis.compare.Side;
import org.counterpoint.analysis.model.Cell;
import org.counterpoint.analysis.stats.AverageChange;
import org.counterpoint.analysis.stats.Estimate;
import org.counterpoint.analysis.stats.Interval;
import org.counterpoint.analysis.stats.Ratio;

/** Every number of a comparison, in full precision and with its unit, for programs. */
public final class ComparisonJson {

  /** What its first field says: another number after the last slash for another meaning. */
  static final String SCHEMA = "counterpoint/comparison/1";

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private ComparisonJson() {}

  /** One document, with a line end. */
  public static String of(List<Comparison> comparisons) {
    ObjectNode root = NODES.objectNode();
    root.put("schema", SCHEMA);
    ArrayNode all = root.putArray("comparisons");
    comparisons.forEach(comparison -> all.add(of(comparison)));
    return JsonText.of(root);
  }

  private static ObjectNode of(Comparison comparison) {
    ObjectNode root = NODES.objectNode();
    root.put("summary", ComparisonWords.summary(comparison));
    root.put("gate", ComparisonWords.word(comparison.gate()));
    root.set("base", side(comparison.base()));
    root.set("candidate", side(comparison.candidate()));
    root.put("metric", comparison.gauge().words());
    root.put("margin", comparison.margin().relative());
    root.put("paired", comparison.paired());
    comparison
        .calibration()
        .ifPresent(one -> root.put("calibration", CalibrationText.sentence(one)));
    ObjectNode counts = root.putObject("counts");
    comparison
        .counts()
        .forEach((verdict, count) -> counts.put(verdict.name().toLowerCase(Locale.ROOT), count));
    counts.put("withheld", comparison.withheld());
    ArrayNode averages = root.putArray("averages");
    comparison.averages().forEach(one -> averages.add(average(one)));
    ArrayNode cells = root.putArray("cells");
    comparison.cells().forEach(cell -> cells.add(cell(cell)));
    ArrayNode interactions = root.putArray("interactions");
    Interaction.in(comparison).forEach(one -> interactions.add(interaction(one, comparison)));
    ArrayNode crossovers = root.putArray("crossovers");
    for (Side side : List.of(comparison.base(), comparison.candidate())) {
      Crossover.in(side, comparison.gauge()).forEach(one -> crossovers.add(crossover(one, side)));
    }
    unmatched(root.putArray("onlyInBase"), comparison.onlyInBase());
    unmatched(root.putArray("onlyInCandidate"), comparison.onlyInCandidate());
    ArrayNode differences = root.putArray("differences");
    comparison.differences().forEach(one -> differences.add(difference(one)));
    return root;
  }

  private static ObjectNode side(Side side) {
    ObjectNode node = NODES.objectNode();
    node.put("name", side.name());
    node.put("run", side.run().name());
    node.put("jdk", side.jdk().label());
    node.put("jdkVersion", side.jdk().version());
    ArrayNode broken = node.putArray("lostUpdates");
    side.broken().forEach(broken::add);
    unmatched(node.putArray("failed"), List.copyOf(side.failed()));
    return node;
  }

  private static ObjectNode cell(ComparedCell cell) {
    ObjectNode node = NODES.objectNode();
    named(node, cell.cell());
    node.put("metric", cell.words());
    node.put("unit", cell.unit().symbol());
    node.put("higherIsBetter", cell.higherIsBetter());
    node.set("base", estimate(cell.base()));
    node.set("candidate", estimate(cell.candidate()));
    cell.ratio().ifPresent(ratio -> node.set("ratio", ratio(ratio)));
    node.put("forks", cell.forks());
    node.put("verdict", ComparisonTables.word(cell));
    cell.more().ifPresent(more -> node.put("moreForks", more));
    cell.rankP().ifPresent(p -> node.put("rankTestP", p));
    node.put("gate", ComparisonWords.word(cell.gate()));
    ArrayNode doubts = node.putArray("doubts");
    cell.doubts().forEach(doubts::add);
    return node;
  }

  private static ObjectNode average(AverageChange average) {
    ObjectNode node = NODES.objectNode();
    node.put("measure", average.measure());
    node.put("cells", average.cells());
    node.put("blocks", average.blocks());
    node.set("ratio", ratio(average.ratio()));
    node.put("verdict", average.verdict().name().toLowerCase(Locale.ROOT));
    return node;
  }

  private static void named(ObjectNode node, Cell cell) {
    node.put("benchmark", cell.benchmark());
    ObjectNode params = node.putObject("params");
    cell.params().forEach(params::put);
    node.put("mode", cell.mode().code());
    node.put("threads", cell.threads());
    role(node, cell);
    if (!cell.jvm().flags().isEmpty()) {
      node.put("jvmFlags", cell.jvm().name());
    }
  }

  private static void role(ObjectNode node, Cell cell) {
    if (!cell.role().isEmpty()) {
      node.put("role", cell.role());
    }
  }

  private static ObjectNode estimate(Estimate estimate) {
    ObjectNode node = NODES.objectNode();
    node.put("value", estimate.center());
    node.put("forks", estimate.forks());
    estimate.interval().ifPresent(interval -> put(node, interval));
    return node;
  }

  private static ObjectNode ratio(Ratio ratio) {
    ObjectNode node = NODES.objectNode();
    node.put("value", ratio.value());
    put(node, ratio.interval());
    node.put("pValue", ratio.pValue());
    return node;
  }

  private static void put(ObjectNode node, Interval interval) {
    node.put("low", interval.low());
    node.put("high", interval.high());
  }

  private static ObjectNode interaction(Interaction interaction, Comparison comparison) {
    ObjectNode node = NODES.objectNode();
    named(node, interaction.cell().cell());
    node.set("slowdownAgainstOthers", ratio(interaction.ratio()));
    node.put("othersKept", interaction.othersKept());
    node.put("sentence", ComparisonWords.of(interaction, comparison));
    return node;
  }

  private static ObjectNode crossover(Crossover crossover, Side side) {
    ObjectNode node = NODES.objectNode();
    node.put("side", side.name());
    node.put("benchmark", crossover.setting().benchmark());
    ObjectNode params = node.putObject("params");
    crossover.setting().params().forEach(params::put);
    role(node, crossover.setting());
    node.put("overtakes", crossover.overtakes());
    node.put("overtaken", crossover.overtaken());
    node.put("threads", crossover.threads());
    put(node, crossover.interval());
    node.put("sentence", ComparisonWords.of(crossover, side));
    return node;
  }

  private static void unmatched(ArrayNode array, List<Cell> cells) {
    cells.forEach(cell -> named(array.addObject(), cell));
  }

  private static ObjectNode difference(Difference difference) {
    ObjectNode node = NODES.objectNode();
    node.put("field", difference.field());
    node.put("base", difference.base());
    node.put("candidate", difference.candidate());
    ArrayNode spoils = node.putArray("withholds");
    difference.spoils().stream().sorted().map(Claim::words).forEach(spoils::add);
    node.put("why", difference.why());
    return node;
  }
}
