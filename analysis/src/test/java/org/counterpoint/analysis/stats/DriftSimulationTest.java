package org.counterpoint.analysis.stats;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.apache.commons.math3.random.RandomGenerator;
import org.apache.commons.math3.random.Well19937c;
import org.junit.jupiter.api.Test;

/**
 * The machine turns 15 % slower half-way through a run. In random blocks that changes no verdict
 * between JDKs; in JMH's order, all forks of one JDK and then all of the other, it accuses the
 * second one.
 *
 * <p>Twenty runs each, of twenty cells: twelve that the JDK did not change, four that it made 15 %
 * slower and four that it made 15 % faster. Every run is judged twice, with the drift and without,
 * on the same noise.
 */
class DriftSimulationTest {

  private static final int RUNS = 20;
  private static final double SLOWDOWN = 1.15;
  private static final double SPREAD = 0.02;
  private static final Margin FIVE_PERCENT = new Margin(0.05);

  /** One fork: the {@code i}-th of its arm, in the order in which a run has them. */
  private record Slot(Arm arm, int fork) {}

  @Test
  void inBlocksNoVerdictChanges() {
    int changed = 0;
    for (int run = 0; run < RUNS; run++) {
      List<Verdict> quiet = verdicts(10, inBlocks(10, run), run, Double.POSITIVE_INFINITY);
      List<Verdict> drifting = verdicts(10, inBlocks(10, run), run, 0.5);
      changed += quiet.equals(drifting) ? 0 : 1;
      assertThat(drifting).contains(Verdict.SAME, Verdict.SLOWER, Verdict.FASTER);
    }
    assertThat(changed).isZero();
  }

  @Test
  void inJmhsOrderVerdictsChange() {
    int changed = 0;
    int falselySlower = 0;
    for (int run = 0; run < RUNS; run++) {
      List<Verdict> quiet = verdicts(10, inJmhsOrder(10), run, Double.POSITIVE_INFINITY);
      List<Verdict> drifting = verdicts(10, inJmhsOrder(10), run, 0.5);
      changed += quiet.equals(drifting) ? 0 : 1;
      falselySlower += Collections.frequency(drifting.subList(0, 12), Verdict.SLOWER);
    }
    assertThat(changed).isEqualTo(RUNS);
    assertThat(falselySlower).isGreaterThan(RUNS * 12 * 9 / 10);
  }

  /** Blocks without pairs only turn the false accusation into doubt. */
  @Test
  void inBlocksButNotInPairsVerdictsAreLost() {
    int lost = 0;
    for (int run = 0; run < RUNS; run++) {
      Map<Arm, BlockMeans> quiet = forks(10, inBlocks(10, run), run, Double.POSITIVE_INFINITY);
      Map<Arm, BlockMeans> drifting = forks(10, inBlocks(10, run), run, 0.5);
      lost += unpaired(quiet).equals(unpaired(drifting)) ? 0 : 1;
      assertThat(unpaired(quiet)).contains(Verdict.SAME);
      assertThat(unpaired(drifting)).doesNotContain(Verdict.SAME);
    }
    assertThat(lost).isEqualTo(RUNS);
  }

  /**
   * A step in the middle of a block, half-way through eleven, parts the pairs of that block: it may
   * leave a question open, but never answers it otherwise.
   */
  @Test
  void withinABlockADriftMayLeaveDoubtButNeverAnotherVerdict() {
    int opened = 0;
    for (int run = 0; run < RUNS; run++) {
      List<Verdict> quiet = verdicts(11, inBlocks(11, run), run, Double.POSITIVE_INFINITY);
      List<Verdict> drifting = verdicts(11, inBlocks(11, run), run, 0.5);
      for (int cell = 0; cell < quiet.size(); cell++) {
        Verdict verdict = drifting.get(cell);
        if (verdict != quiet.get(cell)) {
          opened++;
          assertThat(verdict == Verdict.UNCLEAR || verdict == truth(cell))
              .as("cell %s: %s became %s", cell, quiet.get(cell), verdict)
              .isTrue();
        }
      }
    }
    System.out.println(
        "a step of 15 % within a block: " + opened + " of " + RUNS * 20 + " verdicts changed");
    assertThat(opened).isPositive();
  }

  private static Questions questions(int forks) {
    return BlockedForks.jdksOn(20, Looks.upTo(forks));
  }

  private static Verdict truth(int cell) {
    return cell < 12 ? Verdict.SAME : cell < 16 ? Verdict.SLOWER : Verdict.FASTER;
  }

  private static double level(Arm arm) {
    if (arm.jdk().equals(BlockedForks.BASE)) {
      return 1;
    }
    int cell = Integer.parseInt(arm.cell().benchmark().replaceAll("\\D", ""));
    return switch (truth(cell)) {
      case SLOWER -> 1 / 1.15;
      case FASTER -> 1.15;
      case SAME, UNCLEAR -> 1;
    };
  }

  private static List<Arm> arms(String jdk, int forks) {
    return BlockedForks.of(questions(forks), forks, SPREAD).arms().stream()
        .filter(arm -> arm.jdk().equals(jdk))
        .toList();
  }

  private static List<Slot> inBlocks(int forks, int seed) {
    List<Arm> arms = new ArrayList<>(BlockedForks.of(questions(forks), forks, SPREAD).arms());
    Random random = new Random(seed);
    List<Slot> slots = new ArrayList<>();
    for (int block = 0; block < forks; block++) {
      Collections.shuffle(arms, random);
      for (Arm arm : arms) {
        slots.add(new Slot(arm, block));
      }
    }
    return slots;
  }

  private static List<Slot> inJmhsOrder(int forks) {
    List<Slot> slots = new ArrayList<>();
    for (String jdk : List.of(BlockedForks.BASE, BlockedForks.CANDIDATE)) {
      for (Arm arm : arms(jdk, forks)) {
        IntStream.range(0, forks).forEach(fork -> slots.add(new Slot(arm, fork)));
      }
    }
    return slots;
  }

  /** Slower from that part of the run on. */
  private static Map<Arm, BlockMeans> forks(int forks, List<Slot> order, int seed, double from) {
    RandomGenerator random = new Well19937c(700 + seed);
    Map<Slot, Double> quiet = new HashMap<>();
    for (Arm arm : BlockedForks.of(questions(forks), forks, SPREAD).arms()) {
      for (int fork = 0; fork < forks; fork++) {
        quiet.put(new Slot(arm, fork), level(arm) * Math.exp(SPREAD * random.nextGaussian()));
      }
    }
    Map<Arm, TreeMap<Integer, Double>> means = new LinkedHashMap<>();
    for (int time = 0; time < order.size(); time++) {
      Slot slot = order.get(time);
      double slowdown = time >= from * order.size() ? SLOWDOWN : 1;
      means
          .computeIfAbsent(slot.arm(), arm -> new TreeMap<>())
          .put(slot.fork(), quiet.getOrDefault(slot, Double.NaN) / slowdown);
    }
    Map<Arm, BlockMeans> result = new LinkedHashMap<>();
    means.forEach((arm, byFork) -> result.put(arm, new BlockMeans(byFork)));
    return result;
  }

  private static List<Verdict> verdicts(int forks, List<Slot> order, int seed, double from) {
    return BlockedForks.verdicts(
        Decisions.atTheEnd(questions(forks), FIVE_PERCENT, forks(forks, order, seed, from)));
  }

  private static List<Verdict> unpaired(Map<Arm, BlockMeans> forks) {
    return questions(10).all().stream()
        .map(
            question -> {
              LogSample base = sample(forks, question.arms().get(0));
              LogSample candidate = sample(forks, question.arms().get(1));
              return Verdict.of(Ratio.welch(candidate, base).interval(), FIVE_PERCENT, true);
            })
        .toList();
  }

  private static LogSample sample(Map<Arm, BlockMeans> forks, Arm arm) {
    return LogSample.of(forks.getOrDefault(arm, BlockMeans.NONE).values());
  }
}
