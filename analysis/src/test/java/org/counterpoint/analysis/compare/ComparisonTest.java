package org.counterpoint.analysis.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;
import static org.counterpoint.analysis.compare.TestRuns.JDK_17;
import static org.counterpoint.analysis.compare.TestRuns.JDK_25;
import static org.counterpoint.analysis.compare.TestRuns.cell;
import static org.counterpoint.analysis.compare.TestRuns.forks;
import static org.counterpoint.analysis.compare.TestRuns.metric;
import static org.counterpoint.analysis.compare.TestRuns.side;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.counterpoint.analysis.model.Cell;
import org.counterpoint.analysis.model.Failure;
import org.counterpoint.analysis.model.Fork;
import org.counterpoint.analysis.model.JvmVariant;
import org.counterpoint.analysis.model.Mode;
import org.counterpoint.analysis.model.Run;
import org.counterpoint.analysis.model.Values;
import org.counterpoint.analysis.stats.AverageChange;
import org.counterpoint.analysis.stats.Margin;
import org.counterpoint.analysis.stats.Verdict;
import org.junit.jupiter.api.Test;

class ComparisonTest {

  private static final Margin FIVE_PERCENT = new Margin(0.05);
  private static final Comparison.Request USUAL =
      new Comparison.Request(Gauge.YARDSTICK, FIVE_PERCENT, false);
  private static final Cell ONE = cell("SYNCHRONIZED", 2);
  private static final Cell OTHER = cell("MUTEX", 2);

  private static Comparison compare(Run base, Run candidate) {
    return Comparison.of(side(base, JDK_17), side(candidate, JDK_17), USUAL);
  }

  private static Run run(int seed, String name, double level) {
    return new TestRuns(seed).add(JDK_17, ONE, level).run(name);
  }

  private static ComparedCell only(Comparison comparison) {
    assertThat(comparison.cells()).hasSize(1);
    return comparison.cells().get(0);
  }

  @Test
  void findsWhatIsSlowerFasterAndTheSame() {
    Run base = run(1, "base", 100);
    ComparedCell slower = only(compare(base, run(2, "slower", 80)));
    assertThat(slower.verdict()).isEqualTo(Verdict.SLOWER);
    assertThat(slower.gate()).isEqualTo(Gate.FAIL);
    assertThat(slower.ratio().orElseThrow().value()).isEqualTo(0.8, within(0.03));
    ComparedCell faster = only(compare(base, run(3, "faster", 120)));
    assertThat(faster.verdict()).isEqualTo(Verdict.FASTER);
    assertThat(faster.gate()).isEqualTo(Gate.PASS);
    ComparedCell same = only(compare(base, run(4, "same", 100)));
    assertThat(same.verdict()).isEqualTo(Verdict.SAME);
    assertThat(same.gate()).isEqualTo(Gate.PASS);
    assertThat(same.more()).isEmpty();
  }

  @Test
  void saysHowManyForksWouldDecideWhatIsUnclear() {
    Run base = new TestRuns(1).spread(0.1).add(JDK_17, ONE, 100).run("base");
    Run candidate = new TestRuns(2).spread(0.1).add(JDK_17, ONE, 100).run("candidate");
    ComparedCell unclear = only(compare(base, candidate));
    assertThat(unclear.verdict()).isEqualTo(Verdict.UNCLEAR);
    assertThat(unclear.gate()).isEqualTo(Gate.UNCLEAR);
    assertThat(unclear.more().orElseThrow()).isBetween(1, 1000);
  }

  /** The gate asks one side: what may be the same or faster passes. */
  @Test
  void whatIsFasterOrTheSamePassesTheGate() {
    Run base = new TestRuns(5).spread(0.03).add(JDK_17, ONE, 100).run("base");
    Run candidate = new TestRuns(6).spread(0.03).add(JDK_17, ONE, 105).run("candidate");
    ComparedCell cell = only(compare(base, candidate));
    assertThat(cell.verdict()).isEqualTo(Verdict.UNCLEAR);
    assertThat(cell.gate()).isEqualTo(Gate.PASS);
  }

  @Test
  void givesNoVerdictBelowFiveForks() {
    Run base = new TestRuns(1).forks(4).add(JDK_17, ONE, 100).run("base");
    ComparedCell cell =
        only(compare(base, new TestRuns(2).forks(4).add(JDK_17, ONE, 50).run("half")));
    assertThat(cell.verdict()).isEqualTo(Verdict.UNCLEAR);
    assertThat(cell.ratio()).isEmpty();
    assertThat(cell.doubts()).containsExactly("no verdict below 5 forks on each side");
  }

  @Test
  void swappingTheSidesTurnsTheVerdict() {
    for (int seed = 1; seed <= 100; seed++) {
      Run one = run(seed, "one", 100);
      Run other = run(seed + 1000, "other", 100 + seed % 21 - 10);
      ComparedCell there = only(compare(one, other));
      ComparedCell back = only(compare(other, one));
      Verdict expected =
          switch (there.verdict()) {
            case SLOWER -> Verdict.FASTER;
            case FASTER -> Verdict.SLOWER;
            default -> there.verdict();
          };
      assertThat(back.verdict()).as("seed %s", seed).isEqualTo(expected);
      assertThat(back.ratio().orElseThrow().value())
          .isCloseTo(1 / there.ratio().orElseThrow().value(), withinPercentage(1e-6));
    }
  }

  @Test
  void aFactorOnBothSidesChangesNothing() {
    for (int seed = 1; seed <= 50; seed++) {
      double level = 90 + seed % 20;
      ComparedCell plain = only(compare(run(seed, "a", 100), run(seed + 500, "b", level)));
      ComparedCell scaled = only(compare(run(seed, "a", 100e6), run(seed + 500, "b", level * 1e6)));
      assertThat(scaled.verdict()).isEqualTo(plain.verdict());
      assertThat(scaled.gate()).isEqualTo(plain.gate());
      assertThat(scaled.more()).isEqualTo(plain.more());
      assertThat(scaled.rankP()).isEqualTo(plain.rankP());
      assertThat(scaled.ratio().orElseThrow().value())
          .isCloseTo(plain.ratio().orElseThrow().value(), withinPercentage(1e-6));
    }
  }

  /** Whatever slowed the machine for a while slowed both. */
  @Test
  void pairsForksOfOneRun() {
    Run run = new TestRuns(3).drift(0.5).add(JDK_17, ONE, 100).add(JDK_25, ONE, 85).run("both");
    Comparison paired = Comparison.of(side(run, JDK_17), side(run, JDK_25), USUAL);
    assertThat(paired.paired()).isTrue();
    assertThat(only(paired).verdict()).isEqualTo(Verdict.SLOWER);
    assertThat(paired.differences()).isEmpty();

    Run alone = new TestRuns(3).drift(0.5).add(JDK_17, ONE, 100).run("base");
    Run later = new TestRuns(4).drift(0.5).add(JDK_25, ONE, 85).run("candidate");
    Comparison unpaired = Comparison.of(side(alone, JDK_17), side(later, JDK_25), USUAL);
    assertThat(unpaired.paired()).isFalse();
    assertThat(only(unpaired).verdict()).isEqualTo(Verdict.UNCLEAR);
  }

  /** One day moves all cells alike, and an average of many would be sure of that day. */
  @Test
  void averagesWhatRanBesideEachOtherAndNothingElse() {
    TestRuns both = new TestRuns(11).drift(0.5);
    TestRuns alone = new TestRuns(11);
    TestRuns later = new TestRuns(12);
    for (int threads = 1; threads <= 8; threads++) {
      Cell cell = cell("MUTEX", threads);
      both.add(JDK_17, cell, 100 * threads).add(JDK_25, cell, 98 * threads);
      alone.add(JDK_17, cell, 100 * threads);
      later.add(JDK_17, cell, 98 * threads);
    }
    Run run = both.run("both");
    Comparison paired = Comparison.of(side(run, JDK_17), side(run, JDK_25), USUAL);
    assertThat(paired.averages()).hasSize(1);
    AverageChange average = paired.averages().get(0);
    assertThat(average.measure()).isEqualTo("throughput");
    assertThat(average.cells()).isEqualTo(8);
    assertThat(average.blocks()).isEqualTo(10);
    assertThat(average.ratio().value()).isEqualTo(0.98, within(0.015));
    assertThat(average.verdict()).isEqualTo(Verdict.SAME);

    assertThat(compare(alone.run("alone"), later.run("later")).averages()).isEmpty();
  }

  /** Its forks are in JMH's order: all of one JDK, then all of the other. */
  @Test
  void doesNotPairForksOfAFile() {
    Run file = new TestRuns(3).add(JDK_17, ONE, 100).add(JDK_25, ONE, 85).file("both.json");
    Comparison comparison = Comparison.of(side(file, JDK_17), side(file, JDK_25), USUAL);
    assertThat(comparison.paired()).isFalse();
    assertThat(only(comparison).verdict()).isEqualTo(Verdict.SLOWER);
  }

  @Test
  void listsWhatHasNoPartner() {
    Run base = new TestRuns(1).add(JDK_17, ONE, 100).add(JDK_17, OTHER, 100).run("base");
    Run candidate =
        new TestRuns(2).add(JDK_17, ONE, 100).add(JDK_17, cell("MUTEX", 4), 9).run("candidate");
    Comparison comparison = compare(base, candidate);
    assertThat(comparison.cells()).extracting(ComparedCell::cell).containsExactly(ONE);
    assertThat(comparison.onlyInBase()).containsExactly(OTHER);
    assertThat(comparison.onlyInCandidate()).containsExactly(cell("MUTEX", 4));
  }

  /** One iteration of each fork is slow, as by a collection that happened to run there. */
  @Test
  void concludesNothingThatAFewIterationsMade() {
    List<Fork> steady =
        IntStream.range(0, 10)
            .mapToObj(
                block ->
                    new Fork(
                        block,
                        Values.of(100, 100.5, 99.5 + 0.01 * block, 100, 100),
                        Optional.empty()))
            .toList();
    List<Fork> interrupted =
        IntStream.range(0, 10)
            .mapToObj(
                block ->
                    new Fork(
                        block,
                        Values.of(100, 100.5, 99.5 + 0.01 * block, 100, 20),
                        Optional.empty()))
            .toList();
    Run base = new TestRuns(1).add(JDK_17, ONE, steady, new TreeMap<>()).run("base");
    Run candidate = new TestRuns(1).add(JDK_17, ONE, interrupted, new TreeMap<>()).run("next");
    ComparedCell cell = only(compare(base, candidate));
    assertThat(cell.ratio().orElseThrow().value()).isLessThan(0.9);
    assertThat(cell.verdict()).isEqualTo(Verdict.UNCLEAR);
    assertThat(cell.gate()).isEqualTo(Gate.UNCLEAR);
    assertThat(cell.doubts()).singleElement().asString().startsWith("the medians");
  }

  @Test
  void comparesWhatItIsToldTo() {
    var seconds =
        new TreeMap<>(
            Map.of(
                "serviceTime.p99", metric("serviceTime.p99", "ns/op", 100, 101, 99, 100, 102),
                "serviceTime.samples",
                    metric("serviceTime.samples", "samples", 1e6, 1e6, 1e6, 1e6, 1e6),
                "gc.alloc.rate.norm",
                    metric("gc.alloc.rate.norm", "B/op", .001, .002, .003, .001, .002)));
    var worse =
        new TreeMap<>(
            Map.of(
                "serviceTime.p99", metric("serviceTime.p99", "ns/op", 200, 201, 199, 200, 202),
                "serviceTime.samples",
                    metric("serviceTime.samples", "samples", 1e6, 1e6, 1e6, 1e6, 1e6),
                "gc.alloc.rate.norm",
                    metric("gc.alloc.rate.norm", "B/op", 24, 24.001, 24, 24, 24)));
    double[] scores = {10, 10.1, 9.9, 10, 10.05};
    Run base = new TestRuns(1).forks(5).add(JDK_17, ONE, forks(scores), seconds).run("base");
    Run next = new TestRuns(1).forks(5).add(JDK_17, ONE, forks(scores), worse).run("next");
    Map<Gauge, Verdict> expected =
        Map.of(
            Gauge.YARDSTICK, Verdict.SLOWER,
            Gauge.P99, Verdict.SLOWER,
            Gauge.THROUGHPUT, Verdict.SAME,
            Gauge.ALLOC, Verdict.SLOWER);
    expected.forEach(
        (gauge, verdict) -> {
          Comparison comparison =
              Comparison.of(
                  side(base, JDK_17),
                  side(next, JDK_17),
                  new Comparison.Request(gauge, FIVE_PERCENT, false));
          assertThat(only(comparison).verdict()).as("%s", gauge).isEqualTo(verdict);
        });
  }

  /** A tenth of a thousandth of a byte against twice that is JMH's own noise. */
  @Test
  void takesNextToNoAllocationForNone() {
    var little =
        new TreeMap<>(
            Map.of(
                "·gc.alloc.rate.norm",
                metric("·gc.alloc.rate.norm", "B/op", 1e-4, 2e-4, 1e-4, 1e-4, 1e-4)));
    var twice =
        new TreeMap<>(
            Map.of(
                "·gc.alloc.rate.norm",
                metric("·gc.alloc.rate.norm", "B/op", 2e-4, 4e-4, 2e-4, 2e-4, 2e-4)));
    double[] scores = {10, 10.1, 9.9, 10, 10.05};
    Run base = new TestRuns(1).forks(5).add(JDK_17, ONE, forks(scores), little).run("base");
    Run next = new TestRuns(1).forks(5).add(JDK_17, ONE, forks(scores), twice).run("next");
    ComparedCell cell =
        only(
            Comparison.of(
                side(base, JDK_17),
                side(next, JDK_17),
                new Comparison.Request(Gauge.ALLOC, FIVE_PERCENT, false)));
    assertThat(cell.verdict()).isEqualTo(Verdict.SAME);
    assertThat(cell.claim()).isEqualTo(Claim.ALLOCATION);
  }

  @Test
  void comparesFlagsOfOneRun() {
    JvmVariant zgc = new JvmVariant("ZGC", List.of("-XX:+UseZGC"));
    Run run =
        new TestRuns(3)
            .add(JDK_17, ONE, 100)
            .add(JDK_17, ONE.on(zgc), 80)
            .add(JDK_17, OTHER, 100)
            .add(JDK_17, OTHER.on(zgc), 100)
            .run("flags");
    Comparison comparison =
        Comparison.of(
            Side.ofFlags(run, JDK_17, JvmVariant.NONE), Side.ofFlags(run, JDK_17, zgc), USUAL);
    assertThat(comparison.paired()).isTrue();
    assertThat(comparison.cells())
        .extracting(ComparedCell::verdict)
        .containsExactly(Verdict.SLOWER, Verdict.SAME);
  }

  @Test
  void whatIsWithheldSaysNothing() {
    Run base = run(1, "base", 100);
    Run candidate =
        new TestRuns(2)
            .add(JDK_17, ONE, 50)
            .run("other", plan -> plan, machine -> Machines.withCpu(machine, "Another CPU"));
    Comparison comparison = compare(base, candidate);
    ComparedCell cell = only(comparison);
    assertThat(cell.withheld()).isTrue();
    assertThat(cell.verdict()).isEqualTo(Verdict.UNCLEAR);
    assertThat(cell.gate()).isEqualTo(Gate.UNCLEAR);
    assertThat(comparison.withheld()).isEqualTo(1);
    assertThat(comparison.counts().values()).containsOnly(0);
    assertThat(comparison.spoiling())
        .extracting(Difference::field)
        .containsExactly("environment.cpu");

    Comparison forced =
        Comparison.of(
            side(base, JDK_17),
            side(candidate, JDK_17),
            new Comparison.Request(Gauge.YARDSTICK, FIVE_PERCENT, true));
    assertThat(only(forced).verdict()).isEqualTo(Verdict.SLOWER);
    assertThat(forced.differences()).isNotEmpty();
    assertThat(forced.spoiling()).isEmpty();
  }

  @Test
  void turnsUnitsIntoOneAnotherAndNothingElse() {
    Cell average = new Cell("org.example.A.b", new TreeMap<>(), Mode.AVERAGE_TIME, 1);
    Run nanos = Units.run("ns/op", average, 100, 101, 99, 100, 100.5);
    Run micros = Units.run("us/op", average, .1, .101, .099, .1, .1005);
    assertThat(only(compare(nanos, micros)).verdict()).isEqualTo(Verdict.SAME);
    assertThat(only(compare(nanos, micros)).candidate().center()).isEqualTo(100, within(0.2));
    Run other = Units.run("#", average, .1, .101, .099, .1, .1005);
    assertThat(compare(nanos, other).cells()).isEmpty();
    assertThat(compare(nanos, other).onlyInBase()).containsExactly(average);
  }

  /** However fast it is: a counter that loses updates doesn't pass, nor does one that crashed. */
  @Test
  void whatIsBrokenDoesNotPass() {
    Run base = new TestRuns(1).add(JDK_17, ONE, 100).add(JDK_17, OTHER, 100).run("base");
    Run lossy =
        new TestRuns(2)
            .add(JDK_17, ONE, 100)
            .add(JDK_17, OTHER, 200)
            .failure(JDK_17, cell("MUTEX", 4), Failure.LOST_UPDATE)
            .run("lossy");
    Comparison comparison = compare(base, lossy);
    assertThat(comparison.gate()).isEqualTo(Gate.FAIL);
    assertThat(comparison.cells()).extracting(ComparedCell::cell).containsExactly(ONE);
    assertThat(comparison.candidate().broken()).containsExactly("MUTEX");
    assertThat(compare(lossy, base).gate()).isEqualTo(Gate.PASS);

    Run crashed =
        new TestRuns(2).add(JDK_17, ONE, 100).failure(JDK_17, OTHER, "crash").run("crashed");
    assertThat(compare(base, crashed).gate()).isEqualTo(Gate.UNCLEAR);
    assertThat(compare(base, crashed).candidate().failed()).containsExactly(OTHER);
    assertThat(compare(base, new TestRuns(2).add(JDK_17, ONE, 100).run("less")).gate())
        .isEqualTo(Gate.PASS);
  }
}
