package org.counterpoint.analysis.stats;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.commons.math3.random.RandomGenerator;
import org.counterpoint.analysis.model.Cell;
import org.counterpoint.analysis.model.Mode;
import org.counterpoint.analysis.model.PlannedCell;
import org.counterpoint.analysis.stats.Questions.Reading;

/**
 * A run in blocks that can be run thousands of times: {@code ln(fork mean) = ln(level of the arm) +
 * block effect + noise of the fork}, both normal.
 *
 * @param spread standard deviation of the fork's noise
 * @param blockSpread standard deviation of what a block's forks have in common
 */
record BlockedForks(List<Arm> arms, int blocks, double spread, double blockSpread) {

  static final String BASE = "17";
  static final String CANDIDATE = "25";

  /** Six strategies in one setting, on one JDK. */
  static List<PlannedCell> sixStrategies(int forks) {
    return IntStream.range(0, 6)
        .mapToObj(
            i ->
                new PlannedCell(
                    cell("a.Increment.increment", Map.of(Cell.STRATEGY, "S" + i)), forks))
        .toList();
  }

  /** Cells that do not compete, so that they raise no question but that of the JDKs. */
  static List<PlannedCell> loneCells(int count, int forks) {
    return IntStream.range(0, count)
        .mapToObj(i -> new PlannedCell(cell("a.Lone" + i + ".run", Map.of()), forks))
        .toList();
  }

  static Questions rankingOfSix(Looks looks) {
    return Questions.of(sixStrategies(20), List.of(BASE), reading(looks));
  }

  static Questions jdksOn(int cells, Looks looks) {
    return Questions.of(loneCells(cells, 20), List.of(BASE, CANDIDATE), reading(looks));
  }

  static Reading reading(Looks looks) {
    Reading usual = Reading.ofStrategies();
    return new Reading(usual.setting(), usual.higherIsBetter(), forks -> looks);
  }

  static BlockedForks of(Questions questions, int blocks, double spread) {
    List<Arm> arms =
        questions.all().stream()
            .flatMap(question -> question.arms().stream())
            .distinct()
            .sorted()
            .toList();
    return new BlockedForks(arms, blocks, spread, 0.1);
  }

  static Cell cell(String benchmark, Map<String, String> params) {
    return new Cell(benchmark, new TreeMap<>(params), Mode.THROUGHPUT, 1);
  }

  /** One run in which all arms are alike. */
  Map<Arm, BlockMeans> draw(RandomGenerator random) {
    return draw(random, arm -> 1);
  }

  /** One run in which each arm has its own level. */
  Map<Arm, BlockMeans> draw(RandomGenerator random, ToDoubleFunction<Arm> level) {
    double[] effects = new double[blocks];
    for (int block = 0; block < blocks; block++) {
      effects[block] = blockSpread * random.nextGaussian();
    }
    Map<Arm, BlockMeans> run = new LinkedHashMap<>();
    for (Arm arm : arms) {
      double location = Math.log(level.applyAsDouble(arm));
      SortedMap<Integer, Double> means = new TreeMap<>();
      for (int block = 0; block < blocks; block++) {
        means.put(block, Math.exp(location + effects[block] + spread * random.nextGaussian()));
      }
      run.put(arm, new BlockMeans(means));
    }
    return run;
  }

  static Map<Arm, BlockMeans> before(int block, Map<Arm, BlockMeans> run) {
    return run.entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, entry -> entry.getValue().before(block)));
  }

  static List<Verdict> verdicts(Decisions decisions) {
    return decisions.all().stream()
        .filter(Decision.OfChange.class::isInstance)
        .map(decision -> ((Decision.OfChange) decision).verdict())
        .toList();
  }

  /** Whether anything is called different from anything else. */
  static boolean findsDifference(Decisions decisions) {
    return decisions.all().stream()
        .anyMatch(
            decision ->
                decision instanceof Decision.OfRanking ranking
                    ? isSplit(ranking.ranking())
                    : isDirected(((Decision.OfChange) decision).verdict()));
  }

  static boolean isDirected(Verdict verdict) {
    return verdict == Verdict.SLOWER || verdict == Verdict.FASTER;
  }

  private static boolean isSplit(Ranking ranking) {
    int size = ranking.entries().size();
    return ranking.entries().stream().anyMatch(entry -> entry.best() > 1 || entry.worst() < size);
  }
}
