package org.counterpoint.analysis.compare;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.function.Function;
import org.counterpoint.analysis.model.Cell;
import org.counterpoint.analysis.model.Measurement;
import org.counterpoint.analysis.model.Unit;
import org.counterpoint.analysis.model.Values;
import org.counterpoint.analysis.stats.AverageChange;
import org.counterpoint.analysis.stats.BlockMeans;
import org.counterpoint.analysis.stats.Estimate;
import org.counterpoint.analysis.stats.Quantiles;
import org.counterpoint.analysis.stats.RankTest;
import org.counterpoint.analysis.stats.Ranking;
import org.counterpoint.analysis.stats.Timing;
import org.counterpoint.analysis.stats.Verdict;
import org.counterpoint.analysis.stats.Yardstick;

/** Makes a {@link Comparison}: matches, judges twice, withholds. */
final class Comparing {

  private static final String MEDIANS_DISAGREE =
      "the medians of the iterations say otherwise than their means: a few iterations made the"
          + " difference";

  private final Side base;
  private final Side candidate;
  private final Comparison.Request request;
  private final Judge judge;
  private final List<Difference> differences;

  Comparing(Side base, Side candidate, Comparison.Request request) {
    this.base = base;
    this.candidate = candidate;
    this.request = request;
    this.judge =
        base.isPairedWith(candidate)
            ? Judge.ofPairs(base.run().plan().orElseThrow())
            : Judge.UNPAIRED;
    this.differences = Contract.differences(base, candidate);
  }

  Comparison compare() {
    Map<Cell, Judge.Case> means = cases(request.gauge()::means);
    Map<Cell, Judge.Case> medians = cases(request.gauge()::medians);
    Map<Cell, Judgement> byMeans = judge.judge(means, request.margin());
    Map<Cell, Judgement> byMedians = judge.judge(medians, request.margin());
    List<ComparedCell> cells = new ArrayList<>();
    means.forEach(
        (cell, one) ->
            cells.add(
                compared(
                    cell,
                    one,
                    byMeans.getOrDefault(cell, Judgement.NONE),
                    byMedians.getOrDefault(cell, Judgement.NONE))));
    return new Comparison(
        base,
        candidate,
        request.gauge(),
        request.margin(),
        base.isPairedWith(candidate),
        cells,
        averages(means),
        without(base, means),
        without(candidate, means),
        differences,
        gate(cells),
        request.calibration());
  }

  /** Of sides that ran beside each other. */
  private List<AverageChange> averages(Map<Cell, Judge.Case> cases) {
    if (!base.isPairedWith(candidate)) {
      return List.of();
    }
    List<AverageChange.Sides> cells = new ArrayList<>();
    for (Judge.Case one : cases.values()) {
      Gauge.Reading reading = request.gauge().means(one.baseOf()).orElseThrow();
      if (!isWithheld(reading.claim())) {
        cells.add(
            new AverageChange.Sides(
                reading.yardstick().tailOf().map(Timing::tailWords).orElse(reading.words()),
                one.higherIsBetter(),
                one.base(),
                one.candidate()));
      }
    }
    return AverageChange.of(cells, request.margin());
  }

  private boolean isWithheld(Claim claim) {
    return !request.force() && differences.stream().anyMatch(d -> d.withholds(claim));
  }

  /** A strategy that loses updates doesn't pass, and what failed has not been shown to. */
  private Gate gate(List<ComparedCell> cells) {
    if (!candidate.broken().isEmpty()) {
      return Gate.FAIL;
    }
    List<Gate> gates = new ArrayList<>(cells.stream().map(ComparedCell::gate).toList());
    candidate.failed().forEach(cell -> gates.add(Gate.UNCLEAR));
    return Gate.of(gates);
  }

  private ComparedCell compared(
      Cell cell, Judge.Case one, Judgement judgement, Judgement byMedians) {
    Gauge.Reading reading = request.gauge().means(one.baseOf()).orElseThrow();
    List<String> doubts = new ArrayList<>();
    Verdict verdict = judgement.verdict();
    Gate gate = gate(judgement, one);
    if (verdict != byMedians.verdict() && verdict != Verdict.UNCLEAR) {
      verdict = Verdict.UNCLEAR;
      doubts.add(MEDIANS_DISAGREE);
    }
    if (gate != gate(byMedians, one)) {
      gate = Gate.UNCLEAR;
    }
    if (isTooSmall(cell, judgement)) {
      verdict = Verdict.UNCLEAR;
      gate = gate == Gate.FAIL ? Gate.UNCLEAR : gate;
      doubts.add("the change is smaller than what the calibration could detect");
    }
    if (judgement.ratio().isEmpty()) {
      doubts.add(whyNoRatio(one));
    }
    if (reading.yardstick().isTail() && Quantiles.isBiased(one.baseOf())) {
      doubts.add("JMH's sample mode gets the tail of operations as fast as these wrong");
    }
    Claim claim = reading.claim();
    boolean withheld = isWithheld(claim);
    return new ComparedCell(
        cell,
        reading.words(),
        claim,
        reading.yardstick().unit(),
        one.higherIsBetter(),
        Estimate.of(one.base().values()),
        Estimate.of(one.candidate().values()),
        judgement.ratio(),
        judgement.forks(),
        withheld ? Verdict.UNCLEAR : verdict,
        withheld ? OptionalInt.empty() : judgement.more(),
        rankP(one),
        withheld ? Gate.UNCLEAR : gate,
        doubts,
        withheld);
  }

  /** Whether a change is claimed that the calibration says can't be told from noise. */
  private boolean isTooSmall(Cell cell, Judgement judgement) {
    boolean claims = judgement.verdict() == Verdict.SLOWER || judgement.verdict() == Verdict.FASTER;
    OptionalDouble detectable =
        request
            .calibration()
            .map(c -> c.detectable(cell, judgement.forks(), base.isPairedWith(candidate)))
            .orElse(OptionalDouble.empty());
    return claims
        && detectable.isPresent()
        && Math.abs(Math.log(judgement.ratio().orElseThrow().value())) < detectable.getAsDouble();
  }

  private OptionalDouble rankP(Judge.Case one) {
    BlockMeans before = one.base();
    BlockMeans after = one.candidate();
    if (base.isPairedWith(candidate)) {
      double[] differences =
          before.byBlock().entrySet().stream()
              .filter(fork -> after.byBlock().containsKey(fork.getKey()))
              .mapToDouble(
                  fork -> after.byBlock().getOrDefault(fork.getKey(), 0.0) - fork.getValue())
              .toArray();
      return differences.length > RankTest.MOST
          ? OptionalDouble.empty()
          : OptionalDouble.of(RankTest.paired(Values.of(differences)));
    }
    return Ratios.size(before) + Ratios.size(after) > RankTest.MOST
        ? OptionalDouble.empty()
        : OptionalDouble.of(RankTest.unpaired(before.values(), after.values()));
  }

  private Gate gate(Judgement judgement, Judge.Case one) {
    return judgement
        .ratio()
        .map(
            ratio ->
                Gate.of(
                    judgement.verdict(), ratio.interval(), request.margin(), one.higherIsBetter()))
        .orElse(Gate.UNCLEAR);
  }

  private static String whyNoRatio(Judge.Case one) {
    int forks = Math.min(one.base().byBlock().size(), one.candidate().byBlock().size());
    return forks < Ranking.MIN_FORKS
        ? "no verdict below " + Ranking.MIN_FORKS + " forks on each side"
        : "no ratio: a value is not above zero, or too few blocks have forks of both sides";
  }

  /** What both sides have, with a value that can be compared, in the base's order. */
  private Map<Cell, Judge.Case> cases(Function<Measurement, Optional<Gauge.Reading>> reader) {
    Map<Cell, Judge.Case> cases = new LinkedHashMap<>();
    base.measurements()
        .forEach(
            (cell, before) -> {
              Optional<Measurement> after = Optional.ofNullable(candidate.measurements().get(cell));
              Optional<Gauge.Reading> one = reader.apply(before);
              Optional<Gauge.Reading> other = after.flatMap(reader);
              if (one.isPresent() && other.isPresent()) {
                inOneUnit(one.get().yardstick(), other.get().yardstick())
                    .ifPresent(
                        same ->
                            cases.put(
                                cell,
                                new Judge.Case(
                                    before,
                                    after.orElseThrow(),
                                    one.get().yardstick().forks(),
                                    same,
                                    one.get().yardstick().higherIsBetter())));
              }
            });
    return cases;
  }

  /** The candidate's values in the base's unit, where one can be turned into the other. */
  static Optional<BlockMeans> inOneUnit(Yardstick base, Yardstick candidate) {
    Unit from = candidate.unit();
    Unit to = base.unit();
    if (from.equals(to)) {
      return Optional.of(candidate.forks());
    }
    boolean convertible = from.kind() == to.kind() && from.kind() != Unit.Kind.OTHER;
    return convertible
        ? Optional.of(candidate.forks().times(from.scale() / to.scale()))
        : Optional.empty();
  }

  private static List<Cell> without(Side side, Map<Cell, Judge.Case> matched) {
    return side.measurements().keySet().stream()
        .filter(cell -> !matched.containsKey(cell))
        .toList();
  }
}
