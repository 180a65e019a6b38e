package org.counterpoint.analysis.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.counterpoint.analysis.compare.TestRuns.JDK_17;
import static org.counterpoint.analysis.compare.TestRuns.JDK_25;
import static org.counterpoint.analysis.compare.TestRuns.cell;
import static org.counterpoint.analysis.compare.TestRuns.side;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.commons.math3.random.RandomGenerator;
import org.apache.commons.math3.random.Well19937c;
import org.counterpoint.analysis.SimulationTable;
import org.counterpoint.analysis.model.Cell;
import org.counterpoint.analysis.model.Fork;
import org.counterpoint.analysis.model.Run;
import org.counterpoint.analysis.model.Values;
import org.counterpoint.analysis.stats.Margin;
import org.counterpoint.analysis.stats.RunDecisions;
import org.counterpoint.analysis.stats.Verdict;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/**
 * Does the gate keep its promises, where the truth is known? Through the whole of a comparison,
 * medians and all; each check stands beside one that is known to be wrong.
 */
class GateSimulationTest {

  private static final SimulationTable TABLE = new SimulationTable();
  private static final int RUNS = SimulationTable.runs(4000);
  private static final Margin MARGIN = new Margin(0.05);
  private static final int ITERATIONS = 5;

  @AfterAll
  static void printTable() {
    TABLE.print();
  }

  // 3. Sides that are the same never fail at the margin.

  @Test
  void theSameCodeNextToNeverFails() {
    Rates gates = gates(301, new Case(5, 0.05, 1), Looking.ONCE, false);
    add(" 3 gate 5 %, ratio 1.00, 5 forks, CV 5 %: FAIL", gates.fail(), "<= .1 %");
    assertThat(gates.fail()).isLessThanOrEqualTo(0.001);
  }

  // 4. At the margin itself, either word would be wrong half of the time: both are rare.

  @Test
  void atTheMarginTheGateIsSilentAtOneLook() {
    for (boolean paired : new boolean[] {false, true}) {
      String how = paired ? "paired" : "Welch";
      Rates gates = gates(401, new Case(10, 0.03, 1.05), Looking.ONCE, paired);
      add(" 4 gate 5 %, ratio 1.05, one look, " + how + ": FAIL", gates.fail(), "<= 3 %");
      add(" 4 gate 5 %, ratio 1.05, one look, " + how + ": PASS", gates.pass(), "<= 3 %");
      assertThat(gates.fail()).isLessThanOrEqualTo(0.03);
      assertThat(gates.pass()).isLessThanOrEqualTo(0.03);
    }
  }

  @Test
  void atTheMarginTheGateIsSilentAtThreeLooks() {
    Rates gates = gates(402, new Case(20, 0.03, 1.05), Looking.THRICE, true);
    add(" 4 gate 5 %, ratio 1.05, looks at 5, 10, 20: FAIL", gates.fail(), "<= 5 %");
    add(" 4 gate 5 %, ratio 1.05, looks at 5, 10, 20: PASS", gates.pass(), "<= 5 %");
    assertThat(gates.fail()).isLessThanOrEqualTo(0.05);
    assertThat(gates.pass()).isLessThanOrEqualTo(0.05);
  }

  /** Whoever takes the first look that says something, each at the full level. */
  @Test
  void looksThatAreNotPaidForAreWrongMoreOften() {
    Rates gates = gates(403, new Case(20, 0.03, 1.05), Looking.UNPAID, true);
    add(" 4 wrong: three looks, unpaid: FAIL or PASS", 1 - gates.unclear(), "> 8 %");
    assertThat(1 - gates.unclear()).isGreaterThan(0.08);
  }

  // 5. Power.

  @Test
  void findsTenPercentAndPassesNone() {
    double fails = gates(501, new Case(5, 0.02, 1.10), Looking.ONCE, false).fail();
    double passes = gates(502, new Case(5, 0.02, 1), Looking.ONCE, false).pass();
    add(" 5 gate 5 %, 5 forks, CV 2 %, ratio 1.10: FAIL", fails, ">= 85 %");
    add(" 5 gate 5 %, 5 forks, CV 2 %, ratio 1.00: PASS", passes, ">= 88 %");
    assertThat(fails).isGreaterThanOrEqualTo(0.85);
    assertThat(passes).isGreaterThanOrEqualTo(0.88);
  }

  // 6. Many cells.

  @Test
  void sixtyCellsThatAreTheSameSeldomRaiseAnAlarm() {
    int suites = SimulationTable.runs(1500);
    double any = SimulationTable.rate(601, suites, random -> alarms(sixty(random)) > 0);
    TABLE.add(" 6 A/A suite of 60, no margin, Holm: any alarm", suites, any, "<= 6 %");
    assertThat(any).isLessThanOrEqualTo(0.06);
  }

  @Test
  void withoutCorrectionSixtyCellsNearlyAlwaysRaiseOne() {
    double any =
        SimulationTable.rate(
            601,
            400,
            random ->
                sixty(random).cells().stream()
                    .anyMatch(cell -> cell.ratio().orElseThrow().pValue() <= 0.05));
    TABLE.add(" 6 wrong: A/A suite of 60, no correction: any alarm", 400, any, "> 85 %");
    assertThat(any).isGreaterThan(0.85);
  }

  private static long alarms(Comparison comparison) {
    return comparison.cells().stream()
        .filter(cell -> cell.verdict() == Verdict.SLOWER || cell.verdict() == Verdict.FASTER)
        .count();
  }

  private static Comparison sixty(RandomGenerator random) {
    TestRuns base = new TestRuns(0).forks(5);
    TestRuns candidate = new TestRuns(0).forks(5);
    for (int i = 0; i < 60; i++) {
      Cell cell = cell("S" + i, 1);
      base.add(JDK_17, cell, forks(5, 0.05, 1, random), new TreeMap<>());
      candidate.add(JDK_17, cell, forks(5, 0.05, 1, random), new TreeMap<>());
    }
    return Comparison.of(
        side(base.file("base"), JDK_17),
        side(candidate.file("candidate"), JDK_17),
        new Comparison.Request(Gauge.YARDSTICK, Margin.NONE, false));
  }

  private enum Looking {
    ONCE,
    THRICE,
    UNPAID
  }

  /**
   * One cell.
   *
   * @param ratio how many times slower the candidate is
   */
  private record Case(int forks, double cv, double ratio) {}

  private static void add(String check, double rate, String bound) {
    TABLE.add(check, RUNS, rate, bound);
  }

  /** How often the gate said what. */
  private record Rates(double pass, double fail, double unclear) {}

  private static Rates gates(int seed, Case one, Looking looking, boolean paired) {
    RandomGenerator random = new Well19937c(seed);
    int pass = 0;
    int fail = 0;
    for (int run = 0; run < RUNS; run++) {
      Gate gate = gate(one, looking, paired, random);
      pass += gate == Gate.PASS ? 1 : 0;
      fail += gate == Gate.FAIL ? 1 : 0;
    }
    return new Rates(
        (double) pass / RUNS, (double) fail / RUNS, (double) (RUNS - pass - fail) / RUNS);
  }

  private static Gate gate(Case one, Looking looking, boolean paired, RandomGenerator random) {
    List<Fork> base = forks(one.forks(), one.cv(), 1, random);
    List<Fork> candidate = forks(one.forks(), one.cv(), 1 / one.ratio(), random);
    if (looking == Looking.ONCE) {
      return compare(run(base, candidate, one.forks(), false), paired).gate();
    }
    Gate gate = Gate.UNCLEAR;
    for (int look : new int[] {5, 10, 20}) {
      boolean paid = looking == Looking.THRICE;
      Run run =
          run(base.subList(0, look), candidate.subList(0, look), paid ? one.forks() : look, paid);
      gate = compare(run, paired).gate();
      boolean ends = paid ? RunDecisions.soFar(run, look).allDecided() : gate != Gate.UNCLEAR;
      if (ends) {
        return gate;
      }
      if (paid && look < one.forks()) {
        gate = Gate.UNCLEAR;
      }
    }
    return gate;
  }

  private static Run run(List<Fork> base, List<Fork> candidate, int planned, boolean stopsEarly) {
    TestRuns runs = new TestRuns(0).forks(planned);
    if (stopsEarly) {
      runs.stopsEarly();
    }
    return runs.add(JDK_17, cell("A", 1), base, new TreeMap<>())
        .add(JDK_25, cell("A", 1), candidate, new TreeMap<>())
        .run("run");
  }

  private static Comparison compare(Run run, boolean paired) {
    Run other =
        new Run(
            "other",
            run.plan(),
            run.environment(),
            run.jdks(),
            run.measurements(),
            List.of(),
            List.of(),
            List.of());
    return Comparison.of(
        side(run, JDK_17),
        side(paired ? run : other, JDK_25),
        new Comparison.Request(Gauge.YARDSTICK, MARGIN, false));
  }

  /** Most of the variance is the fork's, as in life; the CV is that of fork means. */
  private static List<Fork> forks(int n, double cv, double level, RandomGenerator random) {
    double ofFork = cv * Math.sqrt(0.9);
    double ofIteration = cv * Math.sqrt(0.1 * ITERATIONS);
    List<Fork> forks = new ArrayList<>();
    for (int block = 0; block < n; block++) {
      double fork = level * Math.exp(ofFork * random.nextGaussian());
      double[] iterations = new double[ITERATIONS];
      for (int i = 0; i < ITERATIONS; i++) {
        iterations[i] = fork * Math.exp(ofIteration * random.nextGaussian());
      }
      forks.add(new Fork(block, Values.of(iterations), Optional.empty()));
    }
    return forks;
  }
}
