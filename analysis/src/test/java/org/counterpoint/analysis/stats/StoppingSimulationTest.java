package org.counterpoint.analysis.stats;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.apache.commons.math3.distribution.BinomialDistribution;
import org.apache.commons.math3.random.RandomGenerator;
import org.apache.commons.math3.random.Well19937c;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/**
 * Does a run that stops as soon as its questions are decided keep its error rates? Each check
 * stands beside a way to stop that is known to be wrong and must break the same bound.
 *
 * <p>Plans of 20 forks, looks at 5, 10 and 20. Seeds are fixed; in 4,000 runs a method whose true
 * rate is 5 % comes above 6 % with a chance of 0.2 %.
 */
class StoppingSimulationTest {

  private static final int RUNS = 4000;
  private static final int FEWER_RUNS = 1000;

  /** Enough for what is wrong by far. */
  private static final int FEW_RUNS = 300;

  private static final int FORKS = 20;
  private static final Looks EARLY = Looks.upTo(FORKS);
  private static final Looks FIXED = Looks.once(FORKS);
  private static final Margin FIVE_PERCENT = new Margin(0.05);
  private static final List<String> TABLE = Collections.synchronizedList(new ArrayList<>());

  @AfterAll
  static void printTable() {
    System.out.println(line("check of stopping early", "runs", "rate", "bound"));
    TABLE.stream().sorted().forEach(System.out::println);
  }

  // False alarms.

  @Test
  void stoppingEarlySplitsIdenticalStrategiesNoMoreOften() {
    assertNoMoreAlarms(
        "A/A six strategies",
        BlockedForks.rankingOfSix(EARLY),
        BlockedForks.rankingOfSix(FIXED),
        501);
  }

  @Test
  void stoppingEarlyAccusesNoJdkMoreOften() {
    assertNoMoreAlarms(
        "A/A two JDKs, 20 cells",
        BlockedForks.jdksOn(20, EARLY),
        BlockedForks.jdksOn(20, FIXED),
        502);
  }

  /** The hardest case: without a margin nothing is ever the same, so all looks are taken. */
  private static void assertNoMoreAlarms(
      String name, Questions stopping, Questions waiting, int seed) {
    RandomGenerator random = new Well19937c(seed);
    BlockedForks model = BlockedForks.of(stopping, FORKS, 0.05);
    int early = 0;
    int fixed = 0;
    int onlyEarly = 0;
    int onlyFixed = 0;
    for (int run = 0; run < RUNS; run++) {
      Map<Arm, BlockMeans> forks = model.draw(random);
      boolean stopped = alarm(stopping, Margin.NONE, forks);
      boolean waited = alarm(waiting, Margin.NONE, forks);
      early += stopped ? 1 : 0;
      fixed += waited ? 1 : 0;
      onlyEarly += stopped && !waited ? 1 : 0;
      onlyFixed += waited && !stopped ? 1 : 0;
    }
    tabulate(name + ": three looks, paid", RUNS, early, "<= 6 %, and no more than at one");
    tabulate(name + ": one look", RUNS, fixed, "<= 6 %");
    assertThat(early).isLessThanOrEqualTo(RUNS * 6 / 100);
    assertThat(fixed).isLessThanOrEqualTo(RUNS * 6 / 100);
    // Of equally frequent alarms, those that one way alone raises are thrown by a fair coin.
    assertThat(onlyEarly).isLessThanOrEqualTo(atMost(onlyEarly + onlyFixed, 0.5));
    // Nor so few that the check could not fail.
    assertThat(early).isGreaterThan(RUNS / 100);
  }

  @Test
  void withAMarginThereIsNextToNoFalseAlarmBetweenJdks() {
    Questions questions = BlockedForks.jdksOn(20, EARLY);
    int alarms =
        count(503, FEWER_RUNS, questions, 0.05, forks -> alarm(questions, FIVE_PERCENT, forks));
    tabulate("A/A two JDKs, 20 cells: margin 5 %", FEWER_RUNS, alarms, "<= 0.5 %");
    assertThat(alarms).isLessThanOrEqualTo(FEWER_RUNS / 200);
  }

  @Test
  void aRunThatItsBudgetEndsAnywhereKeepsItsRate() {
    Questions questions = BlockedForks.rankingOfSix(EARLY);
    RandomGenerator ends = new Well19937c(504);
    int alarms =
        count(
            505,
            RUNS,
            questions,
            0.05,
            forks ->
                alarm(questions, Margin.NONE, BlockedForks.before(5 + ends.nextInt(16), forks)));
    tabulate("A/A six strategies: ended anywhere", RUNS, alarms, "<= 6 %");
    assertThat(alarms).isLessThanOrEqualTo(RUNS * 6 / 100);
  }

  @Test
  void threeLooksThatAreNotPaidForRaiseTooManyAlarms() {
    int alarms =
        count(
            501,
            FEWER_RUNS,
            BlockedForks.rankingOfSix(FIXED),
            0.05,
            forks ->
                IntStream.of(5, 10, 20)
                    .anyMatch(n -> alarmAt(n, BlockedForks::rankingOfSix, forks)));
    tabulate("A/A six strategies: wrong, three looks unpaid", FEWER_RUNS, alarms, "> 6 %");
    assertThat(alarms).isGreaterThan(FEWER_RUNS * 6 / 100);
  }

  @Test
  void lookingAfterEveryBlockRaisesTooManyAlarms() {
    int ranking =
        count(
            501,
            FEW_RUNS,
            BlockedForks.rankingOfSix(FIXED),
            0.05,
            forks -> alarmAtAnyBlock(BlockedForks::rankingOfSix, forks));
    int jdks =
        count(
            502,
            FEW_RUNS,
            BlockedForks.jdksOn(20, FIXED),
            0.05,
            forks -> alarmAtAnyBlock(looks -> BlockedForks.jdksOn(20, looks), forks));
    tabulate("A/A six strategies: wrong, unpaid at every block", FEW_RUNS, ranking, "> 6 %");
    tabulate("A/A two JDKs, 20 cells: wrong, unpaid at every block", FEW_RUNS, jdks, "> 6 %");
    assertThat(ranking).isGreaterThan(FEW_RUNS * 6 / 100);
    assertThat(jdks).isGreaterThan(FEW_RUNS * 6 / 100);
  }

  @Test
  void cellsThatAreNoFamilyRaiseTooManyAlarms() {
    Questions questions = BlockedForks.jdksOn(20, EARLY);
    int alarms =
        count(
            502,
            FEWER_RUNS,
            questions,
            0.05,
            forks ->
                questions.all().stream()
                    .anyMatch(one -> alarm(new Questions(List.of(one)), Margin.NONE, forks)));
    tabulate("A/A two JDKs, 20 cells: wrong, each its own family", FEWER_RUNS, alarms, "> 6 %");
    assertThat(alarms).isGreaterThan(FEWER_RUNS * 6 / 100);
  }

  // At exactly the margin, where neither SAME nor a direction is true.

  @Test
  void whatDiffersByTheMarginIsSeldomCalledTheSame() {
    Questions questions = BlockedForks.jdksOn(1, EARLY);
    for (double spread : new double[] {0.005, 0.02, 0.05}) {
      int same =
          count(
              511,
              RUNS,
              questions,
              spread,
              candidateAt(1 / 1.05),
              forks -> verdicts(questions, forks).contains(Verdict.SAME));
      tabulate("ratio at the margin: SAME, spread " + spread, RUNS, same, "<= 5 %");
      assertThat(same).as("spread %s", spread).isLessThanOrEqualTo(RUNS * 5 / 100);
    }
  }

  @Test
  void lookingForSamenessAfterEveryBlockFindsItTooOften() {
    int same =
        count(
            511,
            FEWER_RUNS,
            BlockedForks.jdksOn(1, FIXED),
            0.02,
            candidateAt(1 / 1.05),
            forks ->
                IntStream.rangeClosed(5, FORKS)
                    .anyMatch(
                        n ->
                            verdicts(
                                    BlockedForks.jdksOn(1, Looks.once(n)),
                                    BlockedForks.before(n, forks))
                                .contains(Verdict.SAME)));
    tabulate("ratio at the margin: SAME, wrong, unpaid at every block", FEWER_RUNS, same, "> 5 %");
    assertThat(same).isGreaterThan(FEWER_RUNS * 5 / 100);
  }

  @Test
  void takingNoDifferenceForSamenessIsMostlyWrong() {
    Questions questions = BlockedForks.jdksOn(1, EARLY);
    int same =
        count(
            511,
            FEWER_RUNS,
            questions,
            0.05,
            candidateAt(1 / 1.05),
            forks -> !alarm(questions, Margin.NONE, BlockedForks.before(5, forks)));
    tabulate("ratio at the margin: SAME, wrong, since not significant", FEWER_RUNS, same, "> 5 %");
    assertThat(same).isGreaterThan(FEWER_RUNS / 2);
  }

  @Test
  void thatAllIsTheSameIsSeldomSaidWhereOneCellDiffersByTheMargin() {
    Questions questions = BlockedForks.jdksOn(20, EARLY);
    Arm one = questions.all().get(7).arms().get(1);
    int same =
        count(
            512,
            FEWER_RUNS,
            questions,
            0.01,
            arm -> arm.equals(one) ? 1 / 1.05 : 1,
            forks -> Collections.frequency(verdicts(questions, forks), Verdict.SAME) == 20);
    tabulate("one of 20 cells at the margin: all SAME", FEWER_RUNS, same, "<= 5 %");
    assertThat(same).isLessThanOrEqualTo(FEWER_RUNS * 5 / 100);
  }

  @Test
  void whatDiffersByTheMarginIsSeldomCalledSlower() {
    Questions questions = BlockedForks.jdksOn(20, EARLY);
    int slower =
        count(
            513,
            RUNS,
            questions,
            0.05,
            candidateAt(1 / 1.05),
            forks -> alarm(questions, FIVE_PERCENT, forks));
    int uncorrected =
        count(
            513,
            FEWER_RUNS,
            questions,
            0.05,
            candidateAt(1 / 1.05),
            forks ->
                questions.all().stream()
                    .anyMatch(one -> alarm(new Questions(List.of(one)), FIVE_PERCENT, forks)));
    tabulate("20 cells at the margin: any SLOWER", RUNS, slower, "<= 5 %");
    tabulate(
        "20 cells at the margin: wrong, each its own family", FEWER_RUNS, uncorrected, "> 6 %");
    assertThat(slower).isLessThanOrEqualTo(RUNS * 5 / 100);
    assertThat(uncorrected).isGreaterThan(FEWER_RUNS * 6 / 100);
  }

  // Power.

  @Test
  void aTenthIsFoundInOneCellOfTwenty() {
    Questions questions = BlockedForks.jdksOn(20, EARLY);
    Arm slow = questions.all().get(7).arms().get(1);
    int found = 0;
    int sound = 0;
    long forksOfIt = 0;
    long forksOfAll = 0;
    RandomGenerator random = new Well19937c(521);
    BlockedForks model = BlockedForks.of(questions, FORKS, 0.02);
    for (int run = 0; run < FEWER_RUNS; run++) {
      Map<Arm, BlockMeans> forks = model.draw(random, arm -> arm.equals(slow) ? 1 / 1.1 : 1);
      List<Decision> decisions = Decisions.atTheEnd(questions, FIVE_PERCENT, forks).all();
      List<Verdict> verdicts = BlockedForks.verdicts(new Decisions(decisions));
      found += verdicts.get(7) == Verdict.SLOWER ? 1 : 0;
      sound += verdicts.stream().filter(BlockedForks::isDirected).count() <= 1 ? 1 : 0;
      forksOfIt += decisions.get(7).forks();
      forksOfAll += decisions.stream().mapToInt(Decision::forks).sum();
    }
    tabulate("power at 1.10, spread 2 %, 1 of 20 cells: SLOWER", FEWER_RUNS, found, ">= 95 %");
    tabulate("   and no other cell is accused", FEWER_RUNS, sound, ">= 95 %");
    TABLE.add(
        line(
            "   forks of that cell, of any cell (of 20)",
            "",
            String.format(
                Locale.ROOT,
                "%.1f, %.1f",
                forksOfIt / (double) FEWER_RUNS,
                forksOfAll / 20.0 / FEWER_RUNS),
            "< 20"));
    assertThat(found).isGreaterThanOrEqualTo(FEWER_RUNS * 95 / 100);
    assertThat(sound).isGreaterThanOrEqualTo(FEWER_RUNS * 95 / 100);
    assertThat(forksOfAll).isLessThan(15L * 20 * FEWER_RUNS);
  }

  @Test
  void aTenthIsSeparatedFromFiveStrategies() {
    Questions questions = BlockedForks.rankingOfSix(EARLY);
    Arm fast = questions.all().get(0).arms().get(3);
    int separated =
        count(
            522,
            FEWER_RUNS,
            questions,
            0.05,
            arm -> arm.equals(fast) ? 1.1 : 1,
            forks ->
                ((Decision.OfRanking)
                        Decisions.atTheEnd(questions, FIVE_PERCENT, forks).all().get(0))
                    .ranking()
                    .entries()
                    .contains(new Ranking.Entry(fast.cell().toString(), 1, 1)));
    tabulate(
        "power at 1.10, spread 5 %, six strategies: leads alone", FEWER_RUNS, separated, ">= 80 %");
    assertThat(separated).isGreaterThanOrEqualTo(FEWER_RUNS * 80 / 100);
  }

  @Test
  void twiceAsFastIsSettledAtTheFirstLook() {
    Questions questions = BlockedForks.jdksOn(20, EARLY);
    int settled =
        count(
            523,
            FEWER_RUNS,
            questions,
            0.05,
            candidateAt(2),
            forks ->
                Decisions.soFar(questions, FIVE_PERCENT, BlockedForks.before(5, forks))
                    .allDecided());
    tabulate(
        "twice as fast, spread 5 %, 20 cells: done at 5 forks", FEWER_RUNS, settled, ">= 90 %");
    assertThat(settled).isGreaterThanOrEqualTo(FEWER_RUNS * 90 / 100);
  }

  private interface Asking {
    Questions with(Looks looks);
  }

  private static boolean alarmAtAnyBlock(Asking asking, Map<Arm, BlockMeans> forks) {
    return IntStream.rangeClosed(5, FORKS).anyMatch(n -> alarmAt(n, asking, forks));
  }

  /** As if this were the only look that is ever taken. */
  private static boolean alarmAt(int n, Asking asking, Map<Arm, BlockMeans> forks) {
    return alarm(asking.with(Looks.once(n)), Margin.NONE, BlockedForks.before(n, forks));
  }

  private static boolean alarm(Questions questions, Margin margin, Map<Arm, BlockMeans> forks) {
    return BlockedForks.findsDifference(Decisions.atTheEnd(questions, margin, forks));
  }

  private static List<Verdict> verdicts(Questions questions, Map<Arm, BlockMeans> forks) {
    return BlockedForks.verdicts(Decisions.atTheEnd(questions, FIVE_PERCENT, forks));
  }

  private static ToDoubleFunction<Arm> candidateAt(double ratio) {
    return arm -> arm.jdk().equals(BlockedForks.CANDIDATE) ? ratio : 1;
  }

  private static int count(
      int seed,
      int runs,
      Questions questions,
      double spread,
      Predicate<Map<Arm, BlockMeans>> outcome) {
    return count(seed, runs, questions, spread, arm -> 1, outcome);
  }

  private static int count(
      int seed,
      int runs,
      Questions questions,
      double spread,
      ToDoubleFunction<Arm> level,
      Predicate<Map<Arm, BlockMeans>> outcome) {
    RandomGenerator random = new Well19937c(seed);
    BlockedForks model = BlockedForks.of(questions, FORKS, spread);
    return (int)
        IntStream.range(0, runs).filter(run -> outcome.test(model.draw(random, level))).count();
  }

  /** Exceeded by chance once in a thousand, where the true rate is no more than that. */
  private static int atMost(int runs, double rate) {
    return new BinomialDistribution(null, runs, rate).inverseCumulativeProbability(0.999);
  }

  private static void tabulate(String check, int runs, int count, String bound) {
    String percent = String.format(Locale.ROOT, "%.2f %%", 100.0 * count / runs);
    TABLE.add(line(check, String.format(Locale.ROOT, "%d", runs), percent, bound));
  }

  private static String line(String check, String runs, String rate, String bound) {
    return String.format(Locale.ROOT, "%-58s %6s %11s  %s", check, runs, rate, bound);
  }
}
