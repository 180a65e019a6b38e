package org.counterpoint.analysis.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import org.counterpoint.analysis.model.Run;
import org.counterpoint.analysis.stats.Interval;
import org.counterpoint.analysis.stats.UslFit;

/** The numbers of the law, those of doubtful fits as well, for readers and for programs. */
final class ScalingTable {

  private static final String NONE = "-";

  private ScalingTable() {}

  static Block.Table of(Run run, Scaling scaling) {
    return new Block.Table(
        ScalingWords.LAW
            + ". Below each value its 95 % interval over forks: "
            + scaling.family().title()
            + ", λ in "
            + scaling.family().quantity().unit().symbol()
            + ". "
            + Circumstances.of(run, scaling.family().contests())
            + ".",
        List.of(
            new Block.Column("Contender", false),
            new Block.Column("λ", true),
            new Block.Column("σ", true),
            new Block.Column("κ", true),
            new Block.Column("N*", true),
            new Block.Column("Curve drawn", false),
            new Block.Column("What there is to doubt", false)),
        scaling.lines().stream().map(ScalingTable::row).toList());
  }

  private static List<Block.Cell> row(Scaling.Line line) {
    return List.of(
        Block.Cell.of(line.contender().label()),
        line.fit().map(law -> cell(law.lambda())).orElse(Block.Cell.of(NONE)),
        line.fit().map(law -> cell(law.sigma())).orElse(Block.Cell.of(NONE)),
        line.fit().map(law -> cell(law.kappa())).orElse(Block.Cell.of(NONE)),
        line.fit().map(ScalingTable::peak).orElse(Block.Cell.of(NONE)),
        Block.Cell.of(line.curve().isPresent() ? "yes" : "no"),
        Block.Cell.of(String.join("; ", ScalingWords.doubts(line))));
  }

  private static Block.Cell cell(UslFit.Parameter parameter) {
    return parameter.isHeld()
        ? new Block.Cell("0", "held there")
        : cell(parameter.value(), Optional.of(parameter.interval()));
  }

  private static Block.Cell peak(UslFit law) {
    return law.model().peak().isPresent()
        ? cell(law.model().peak().getAsDouble(), law.peakInterval())
        : Block.Cell.of("none");
  }

  private static Block.Cell cell(double value, Optional<Interval> interval) {
    return new Block.Cell(
        Numbers.of(value), interval.map(i -> Numbers.of(Optional.of(i))).orElse(""));
  }

  /** The same, without what every setting has. */
  static void put(ObjectNode node, Scaling scaling) {
    node.put("unit", scaling.family().quantity().unit().symbol());
    ArrayNode entries = node.putArray("entries");
    for (Scaling.Line line : scaling.lines()) {
      ObjectNode child = entries.addObject();
      child.put("contender", line.contender().id());
      child.put("label", line.contender().label());
      line.fit().ifPresent(law -> child.set("fit", ScalabilityText.node(law)));
      child.put("curveDrawn", line.curve().isPresent());
      ArrayNode doubts = child.putArray("doubts");
      ScalingWords.doubts(line).forEach(doubts::add);
    }
  }
}
