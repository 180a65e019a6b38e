package org.counterpoint.analysis.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.apache.commons.math3.random.Well19937c;
import org.counterpoint.analysis.model.Cell;
import org.counterpoint.analysis.model.Mode;
import org.counterpoint.analysis.model.PlannedCell;
import org.counterpoint.analysis.stats.Questions.Reading;
import org.counterpoint.analysis.stats.Ranking.Entry;
import org.junit.jupiter.api.Test;

class DecisionsTest {

  private static final Margin FIVE_PERCENT = new Margin(0.05);

  /** Of a look out of three. */
  private static final double EARLY_SHARE = 1.0 / 3;

  /** Looks at 5, 10 and 20. */
  private static final Questions ONE_CELL = BlockedForks.jdksOn(1, Looks.upTo(20));

  private static final Arm BASE = ONE_CELL.all().get(0).arms().get(0);
  private static final Arm CANDIDATE = ONE_CELL.all().get(0).arms().get(1);

  @Test
  void fewerThanFivePairsDecideNothing() {
    Decision.OfChange decision = end(pairs(2, 2.01, 2, 2.02));
    assertThat(decision.verdict()).isEqualTo(Verdict.UNCLEAR);
    assertThat(decision.forks()).isZero();
    assertThat(decision.ratio()).isEmpty();
    assertThat(decision.decided()).isFalse();
  }

  @Test
  void aLargeDifferenceIsDecidedAtTheFirstLook() {
    Decision.OfChange decision = soFar(pairs(2, 2.01, 2, 2.02, 2));
    assertThat(decision.verdict()).isEqualTo(Verdict.FASTER);
    assertThat(decision.forks()).isEqualTo(5);
    assertThat(soFar(pairs(0.5, 0.501, 0.5, 0.502, 0.5)).verdict()).isEqualTo(Verdict.SLOWER);
    assertThat(soFar(pairs(1, 1.001, 1, 1.002, 1)).verdict()).isEqualTo(Verdict.SAME);
  }

  @Test
  void lessIsFasterWhereTimeIsMeasured() {
    Cell cell = new Cell("a.Lone.run", new TreeMap<>(), Mode.AVERAGE_TIME, 1);
    Questions questions =
        Questions.of(
            List.of(new PlannedCell(cell, 20)), List.of("17", "25"), Reading.ofStrategies());
    Map<Arm, BlockMeans> forks =
        Map.of(
            new Arm(cell, "17"), blocks(1, 1, 1, 1, 1),
            new Arm(cell, "25"), blocks(2, 2.01, 2, 2.02, 2));
    assertThat(BlockedForks.verdicts(Decisions.soFar(questions, FIVE_PERCENT, forks)))
        .containsExactly(Verdict.SLOWER);
  }

  @Test
  void whatALookHasDecidedIsDecidedForGood() {
    double[] turning = {2, 2.01, 2, 2.02, 2, 0.1, 0.1, 0.1, 0.1, 0.1};
    assertThat(end(pairs(turning))).isEqualTo(end(pairs(2, 2.01, 2, 2.02, 2)));
  }

  @Test
  void betweenLooksNothingIsDecided() {
    double[] wide = {1.3, 0.8, 1.2, 0.9, 1, 2, 2, 2, 2};
    assertThat(soFar(pairs(wide)).verdict()).isEqualTo(Verdict.UNCLEAR);
    assertThat(soFar(pairs(wide)).forks()).isEqualTo(5);
    assertThat(soFar(pairs(wide))).isEqualTo(soFar(pairs(1.3, 0.8, 1.2, 0.9, 1)));
  }

  /** What the interval may miss is the look's third of 5 %, or the two thirds that remain. */
  @Test
  void theIntervalIsTheLooksOwn() {
    double[] wide = {1.3, 0.8, 1.2, 0.9, 1, 1.1, 0.95};
    assertThat(soFar(pairs(wide)).ratio().orElseThrow().interval())
        .isEqualTo(logRatio(1.3, 0.8, 1.2, 0.9, 1).interval(Looks.ERROR * EARLY_SHARE));
    Decision.OfChange last = end(pairs(wide));
    assertThat(last.forks()).isEqualTo(7);
    assertThat(last.ratio().orElseThrow().interval().high())
        .isEqualTo(logRatio(wide).interval(0.05 * 2 / 3).high(), within(1e-9));
  }

  /** p at the margin is between a third of 5 % and two thirds at seven forks. */
  @Test
  void theEndMaySpendWhatIsLeft() {
    double[] fair = {1.22, 1.1, 1.24, 1.08, 1.2, 1.03, 1.1};
    double p = logRatio(fair).pDifferent(FIVE_PERCENT);
    Questions planned = BlockedForks.jdksOn(1, new Looks(List.of(5, 7, 20)));
    assertThat(p).isBetween(0.05 / 3, 0.05 * 2 / 3);
    assertThat(BlockedForks.verdicts(Decisions.soFar(planned, FIVE_PERCENT, pairs(fair))))
        .containsExactly(Verdict.UNCLEAR);
    assertThat(BlockedForks.verdicts(Decisions.atTheEnd(planned, FIVE_PERCENT, pairs(fair))))
        .containsExactly(Verdict.FASTER);
  }

  /** What is enough for one cell is too little for the first of twenty. */
  @Test
  void theCellsAreOneFamily() {
    Questions twenty = BlockedForks.jdksOn(20, Looks.once(5));
    double[] fair = {1.22, 1.1, 1.2, 1.14, 1.18};
    double p = logRatio(fair).pDifferent(FIVE_PERCENT);
    assertThat(p).isBetween(0.05 / 20, 0.05);
    Map<Arm, BlockMeans> forks = new HashMap<>();
    for (Question question : twenty.all()) {
      forks.put(question.arms().get(0), blocks(1, 1, 1, 1, 1));
      forks.put(question.arms().get(1), blocks(1.3, 0.8, 1.2, 0.9, 1));
    }
    forks.put(twenty.all().get(3).arms().get(1), blocks(fair));
    assertThat(BlockedForks.verdicts(Decisions.atTheEnd(twenty, FIVE_PERCENT, forks)))
        .containsOnly(Verdict.UNCLEAR);
    Questions alone = new Questions(List.of(twenty.all().get(3)));
    assertThat(BlockedForks.verdicts(Decisions.atTheEnd(alone, FIVE_PERCENT, forks)))
        .containsExactly(Verdict.FASTER);
  }

  /** Nineteen that are clear leave the twentieth the whole level. */
  @Test
  void whatIsFoundLeavesTheFamily() {
    Questions twenty = BlockedForks.jdksOn(20, Looks.once(5));
    Map<Arm, BlockMeans> forks = new HashMap<>();
    for (Question question : twenty.all()) {
      forks.put(question.arms().get(0), blocks(1, 1, 1, 1, 1));
      forks.put(question.arms().get(1), blocks(2, 2.01, 2, 2.02, 2));
    }
    forks.put(twenty.all().get(3).arms().get(1), blocks(1.22, 1.1, 1.2, 1.14, 1.18));
    assertThat(BlockedForks.verdicts(Decisions.atTheEnd(twenty, FIVE_PERCENT, forks)))
        .containsOnly(Verdict.FASTER);
  }

  @Test
  void aFamilyOfOneSaysWhatItsIntervalSays() {
    Questions once = BlockedForks.jdksOn(1, Looks.once(7));
    List<Verdict> seen = new ArrayList<>();
    for (int seed = 0; seed < 400; seed++) {
      double level = Math.exp(0.1 * (seed % 5 - 2));
      Map<Arm, BlockMeans> forks =
          BlockedForks.of(once, 7, 0.03)
              .draw(new Well19937c(seed), arm -> arm.equals(CANDIDATE) ? level : 1);
      Decision.OfChange decision =
          (Decision.OfChange) Decisions.atTheEnd(once, FIVE_PERCENT, forks).all().get(0);
      seen.add(decision.verdict());
      assertThat(decision.verdict())
          .isEqualTo(Verdict.of(decision.ratio().orElseThrow().interval(), FIVE_PERCENT, true));
    }
    assertThat(seen).contains(Verdict.values());
  }

  @Test
  void aBlockThatOneSideLacksCountsForNeither() {
    Map<Arm, BlockMeans> forks = pairs(2, 2.01, 2, 2.02, 2, 2.01);
    TreeMap<Integer, Double> withAHole =
        new TreeMap<>(forks.getOrDefault(CANDIDATE, BlockMeans.NONE).byBlock());
    withAHole.remove(2);
    Map<Arm, BlockMeans> holed =
        Map.of(
            BASE, forks.getOrDefault(BASE, BlockMeans.NONE), CANDIDATE, new BlockMeans(withAHole));
    assertThat(soFar(BlockedForks.before(5, holed)).forks()).isZero();
    assertThat(soFar(holed).forks()).isEqualTo(5);
    assertThat(soFar(holed).ratio().orElseThrow().interval())
        .isEqualTo(logRatio(2, 2.01, 2.02, 2, 2.01).interval(Looks.ERROR * EARLY_SHARE));
  }

  @Test
  void ofWhatHasNoLogNothingIsSaid() {
    assertThat(end(pairs(2, 2.01, 0, 2.02, 2)).verdict()).isEqualTo(Verdict.UNCLEAR);
    assertThat(end(Map.of()).verdict()).isEqualTo(Verdict.UNCLEAR);
  }

  @Test
  void aRankingIsDecidedWhereAllAreSeparatedOrAlike() {
    Questions three = rankingOf("X", "Y", "Z");
    Map<Arm, BlockMeans> forks =
        of(three, blocks(1, 1.01, 1, 1.02, 1), blocks(2, 2, 2.01, 2, 2.02), blocks(2, 2, 2, 2, 2));
    Decision.OfRanking decision =
        (Decision.OfRanking) Decisions.soFar(three, FIVE_PERCENT, forks).all().get(0);
    assertThat(decision.decided()).isTrue();
    assertThat(decision.forks()).isEqualTo(5);
    assertThat(decision.ranking().entries())
        .containsExactly(
            new Entry(nameOf("Y"), 1, 2),
            new Entry(nameOf("Z"), 1, 2),
            new Entry(nameOf("X"), 3, 3));
    Decision without = Decisions.soFar(three, new Margin(0.001), forks).all().get(0);
    assertThat(without.decided()).isFalse();
  }

  @Test
  void withoutAForkEverybodyMayHoldEveryRank() {
    Decision.OfRanking decision =
        (Decision.OfRanking)
            Decisions.atTheEnd(rankingOf("Y", "X"), FIVE_PERCENT, Map.of()).all().get(0);
    assertThat(decision.decided()).isFalse();
    assertThat(decision.ranking().entries())
        .containsExactly(new Entry(nameOf("X"), 1, 2), new Entry(nameOf("Y"), 1, 2));
  }

  @Test
  void onlyOpenQuestionsNeedMoreForks() {
    Questions two = BlockedForks.jdksOn(2, Looks.upTo(20));
    Map<Arm, BlockMeans> forks =
        Map.of(
            arm(two, 0, 0), blocks(1, 1, 1, 1, 1),
            arm(two, 0, 1), blocks(2, 2, 2.01, 2, 2.02),
            arm(two, 1, 0), blocks(1, 1, 1, 1, 1),
            arm(two, 1, 1), blocks(1.3, 0.8, 1.2, 0.9, 1));
    Decisions decisions = Decisions.soFar(two, FIVE_PERCENT, forks);
    assertThat(decisions.allDecided()).isFalse();
    assertThat(decisions.needed()).containsExactlyInAnyOrder(arm(two, 1, 0), arm(two, 1, 1));
    assertThat(Decisions.soFar(two, FIVE_PERCENT, Map.of()).needed()).hasSize(4);
    Questions first = new Questions(List.of(two.all().get(0)));
    assertThat(Decisions.soFar(first, FIVE_PERCENT, forks).allDecided()).isTrue();
  }

  /** Who is far from all others need not wait until two others are told apart. */
  @Test
  void onlyPairsThatAreOpenNeedMoreForks() {
    Questions ranking = rankingOf("FAR", "ONE", "OTHER");
    List<Arm> arms = ranking.all().get(0).arms();
    Map<Arm, BlockMeans> forks =
        Map.of(
            arms.get(0), blocks(9, 9.01, 9.02, 9, 9.01),
            arms.get(1), blocks(1, 1.1, 1, 0.9, 1),
            arms.get(2), blocks(1.1, 0.9, 1, 1, 1.05));
    Decisions decisions = Decisions.soFar(ranking, FIVE_PERCENT, forks);
    assertThat(decisions.allDecided()).isFalse();
    assertThat(decisions.needed()).containsExactlyInAnyOrder(arms.get(1), arms.get(2));
  }

  /**
   * The run asks after every block and drops what is decided; the report asks once, at the end. A
   * run that had dropped nothing would say the same.
   */
  @Test
  void theRunAndTheReportSayTheSame() {
    List<PlannedCell> cells = BlockedForks.sixStrategies(20);
    List<String> jdks = List.of(BlockedForks.BASE, BlockedForks.CANDIDATE);
    Questions questions = Questions.of(cells, jdks, Reading.ofStrategies());
    Set<Integer> lengths = new TreeSet<>();
    for (int seed = 0; seed < 30; seed++) {
      Map<Arm, Double> levels = new HashMap<>();
      Well19937c random = new Well19937c(900 + seed);
      BlockedForks model = BlockedForks.of(questions, 20, 0.01);
      model.arms().forEach(arm -> levels.put(arm, Math.exp(0.15 * random.nextInt(3))));
      Map<Arm, BlockMeans> whole = model.draw(random, arm -> levels.getOrDefault(arm, 1.0));
      Map<Arm, BlockMeans> run = runUntilDecided(questions, whole);
      run.values().forEach(forks -> lengths.add(forks.byBlock().size()));
      assertThat(Decisions.atTheEnd(questions, FIVE_PERCENT, run))
          .isEqualTo(Decisions.atTheEnd(questions, FIVE_PERCENT, whole));
    }
    assertThat(lengths).contains(5, 10);
  }

  /** The forks that a run keeps which stops what is decided. */
  private static Map<Arm, BlockMeans> runUntilDecided(
      Questions questions, Map<Arm, BlockMeans> whole) {
    Map<Arm, SortedMap<Integer, Double>> kept = new HashMap<>();
    whole.keySet().forEach(arm -> kept.put(arm, new TreeMap<>()));
    Set<Arm> needed = whole.keySet();
    for (int block = 0; block < 20; block++) {
      for (Arm arm : needed) {
        Double mean = whole.getOrDefault(arm, BlockMeans.NONE).byBlock().get(block);
        if (mean != null) {
          kept.computeIfAbsent(arm, key -> new TreeMap<>()).put(block, mean);
        }
      }
      needed = Decisions.soFar(questions, FIVE_PERCENT, blocks(kept)).needed();
    }
    return blocks(kept);
  }

  private static Map<Arm, BlockMeans> blocks(Map<Arm, SortedMap<Integer, Double>> forks) {
    Map<Arm, BlockMeans> blocks = new HashMap<>();
    forks.forEach((arm, means) -> blocks.put(arm, new BlockMeans(means)));
    return blocks;
  }

  @Test
  void theOrderOfTheCompetitorsDoesNotMatter() {
    Questions six = BlockedForks.rankingOfSix(Looks.upTo(20));
    List<Arm> shuffled = new ArrayList<>(six.all().get(0).arms());
    Collections.reverse(shuffled);
    Questions turned =
        new Questions(List.of(new Question.OfRanking(shuffled, true, Looks.upTo(20))));
    List<Arm> arms = six.all().get(0).arms();
    for (int seed = 0; seed < 50; seed++) {
      Map<Arm, BlockMeans> forks =
          BlockedForks.of(six, 20, 0.05)
              .draw(new Well19937c(seed), arm -> 1 + 0.05 * arms.indexOf(arm));
      assertThat(ranking(turned, forks)).isEqualTo(ranking(six, forks));
    }
  }

  private static Ranking ranking(Questions questions, Map<Arm, BlockMeans> forks) {
    return ((Decision.OfRanking) Decisions.atTheEnd(questions, FIVE_PERCENT, forks).all().get(0))
        .ranking();
  }

  private static Decision.OfChange soFar(Map<Arm, BlockMeans> forks) {
    return (Decision.OfChange) Decisions.soFar(ONE_CELL, FIVE_PERCENT, forks).all().get(0);
  }

  private static Decision.OfChange end(Map<Arm, BlockMeans> forks) {
    return (Decision.OfChange) Decisions.atTheEnd(ONE_CELL, FIVE_PERCENT, forks).all().get(0);
  }

  /** The base's forks are all 1, so that these are the ratios of the candidate. */
  private static Map<Arm, BlockMeans> pairs(double... ratios) {
    double[] ones = IntStream.range(0, ratios.length).mapToDouble(i -> 1).toArray();
    return Map.of(BASE, blocks(ones), CANDIDATE, blocks(ratios));
  }

  private static LogRatio logRatio(double... ratios) {
    return LogRatio.paired(Arrays.stream(ratios).map(Math::log).toArray());
  }

  private static BlockMeans blocks(double... means) {
    TreeMap<Integer, Double> byBlock = new TreeMap<>();
    for (double mean : means) {
      byBlock.put(byBlock.size(), mean);
    }
    return new BlockMeans(byBlock);
  }

  private static Arm arm(Questions questions, int question, int side) {
    return questions.all().get(question).arms().get(side);
  }

  private static Questions rankingOf(String... strategies) {
    List<PlannedCell> cells = new ArrayList<>();
    for (String strategy : strategies) {
      cells.add(new PlannedCell(cell(strategy), 20));
    }
    return Questions.of(cells, List.of("17"), Reading.ofStrategies());
  }

  private static Map<Arm, BlockMeans> of(Questions ranking, BlockMeans... forks) {
    Map<Arm, BlockMeans> byArm = new LinkedHashMap<>();
    List<Arm> arms = ranking.all().get(0).arms();
    for (int i = 0; i < forks.length; i++) {
      byArm.put(arms.get(i), forks[i]);
    }
    return byArm;
  }

  private static Cell cell(String strategy) {
    return BlockedForks.cell("a.Increment.increment", Map.of(Cell.STRATEGY, strategy));
  }

  private static String nameOf(String strategy) {
    return cell(strategy).toString();
  }
}
