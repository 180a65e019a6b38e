package org.counterpoint.analysis.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.commons.math3.random.RandomGenerator;
import org.apache.commons.math3.random.Well19937c;
import org.counterpoint.analysis.SimulationTable;
import org.counterpoint.analysis.stats.AverageChange.Sides;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class AverageChangeTest {

  private static final Margin FIVE_PERCENT = new Margin(0.05);
  private static final int CELLS = 20;
  private static final int BLOCKS = 5;
  private static final SimulationTable TABLE = new SimulationTable();

  @AfterAll
  static void printTable() {
    TABLE.print();
  }

  private static BlockMeans blocks(double... values) {
    SortedMap<Integer, Double> byBlock = new TreeMap<>();
    for (double value : values) {
      byBlock.put(byBlock.size(), value);
    }
    return new BlockMeans(byBlock);
  }

  private static Sides twice(double... base) {
    double[] doubled = base.clone();
    for (int i = 0; i < base.length; i++) {
      doubled[i] *= 2;
    }
    return sides(blocks(base), blocks(doubled));
  }

  private static Sides sides(BlockMeans base, BlockMeans candidate) {
    return new Sides("rate", /* higherIsBetter= */ true, base, candidate);
  }

  private static List<AverageChange> of(Sides... cells) {
    return AverageChange.of(List.of(cells), FIVE_PERCENT);
  }

  @Test
  void isTheGeometricMeanOfTheRatiosWhateverTheirScales() {
    Sides half = sides(blocks(8, 8, 8, 8, 8.1), blocks(4, 4.1, 4, 4, 4));
    AverageChange all = of(twice(1, 1, 1, 1, 1), half, twice(3e6, 3e6, 3e6, 3e6, 3e6)).get(0);
    assertThat(all.cells()).isEqualTo(3);
    assertThat(all.blocks()).isEqualTo(5);
    assertThat(all.ratio().value()).isEqualTo(Math.cbrt(2 * 2 * 0.5), within(0.01));
    assertThat(all.verdict()).isEqualTo(Verdict.FASTER);
  }

  /** Student's t, by hand: averages of ln 2 and of ln 2 more in two of five blocks. */
  @Test
  void itsIntervalIsStudentsOverTheBlocks() {
    Sides still = sides(blocks(1, 1, 1, 1, 1), blocks(1, 1, 1, 1, 1));
    Sides moving = sides(blocks(1, 1, 1, 1, 1), blocks(1, 1, 1, 4, 4));
    AverageChange all = of(still, moving).get(0);
    double mean = 2 * Math.log(2) / 5;
    double deviation = Math.log(2) * Math.sqrt((3 * 0.16 + 2 * 0.36) / 4);
    assertThat(Math.log(all.ratio().value())).isEqualTo(mean, within(1e-12));
    assertThat(Math.log(all.ratio().interval().high()))
        .isEqualTo(mean + 2.776445 * deviation / Math.sqrt(5), within(1e-6));
    assertThat(all.verdict()).isEqualTo(Verdict.UNCLEAR);
  }

  @Test
  void takesTheBlocksThatAllHaveAndLeavesOutACellWithTooFew() {
    Sides long7 = twice(1, 2, 3, 4, 5, 6, 7);
    Sides short4 = sides(blocks(1, 1, 1, 1), blocks(9, 9, 9, 9));
    AverageChange all = of(long7, twice(1, 1, 1, 1, 1), short4).get(0);
    assertThat(all.cells()).isEqualTo(2);
    assertThat(all.blocks()).isEqualTo(5);
    assertThat(all.ratio().value()).isEqualTo(2, within(1e-12));
  }

  @Test
  void thereIsNoneOfASingleCellOfFewBlocksOrOfWhatHasNoLog() {
    assertThat(of(twice(1, 1, 1, 1, 1))).isEmpty();
    assertThat(of(twice(1, 1, 1, 1), twice(1, 1, 1, 1))).isEmpty();
    Sides zero = sides(blocks(1, 1, 1, 1, 1), blocks(0, 1, 1, 1, 1));
    assertThat(of(twice(1, 1, 1, 1, 1), zero)).isEmpty();
    SortedMap<Integer, Double> later = new TreeMap<>();
    for (int block = 3; block < 8; block++) {
      later.put(block, 1.0);
    }
    Sides elsewhere = sides(new BlockMeans(later), new BlockMeans(later));
    assertThat(of(twice(1, 1, 1, 1, 1), elsewhere)).isEmpty();
  }

  @Test
  void swappingTheSidesTurnsTheVerdictRound() {
    Sides[] cells = {twice(1, 2, 3, 2, 1), twice(5, 4, 5, 4, 5)};
    List<Sides> swapped = new ArrayList<>();
    List<Sides> times = new ArrayList<>();
    for (Sides cell : cells) {
      swapped.add(sides(/* base= */ cell.candidate(), /* candidate= */ cell.base()));
      times.add(new Sides("time", /* higherIsBetter= */ false, cell.base(), cell.candidate()));
    }
    assertThat(of(cells).get(0).verdict()).isEqualTo(Verdict.FASTER);
    assertThat(of(swapped.toArray(new Sides[0])).get(0).verdict()).isEqualTo(Verdict.SLOWER);
    assertThat(of(times.toArray(new Sides[0])).get(0).verdict()).isEqualTo(Verdict.SLOWER);
  }

  /**
   * Cells of a block have a part of what befalls a side in common, as where a JDK's forks got the
   * worse minutes of it. Forks vary by 5 %, blocks by 20 %, a side within a block by 2 %.
   */
  private static List<Sides> made(String measure, RandomGenerator random, double ratio) {
    double[][] bases = new double[CELLS][BLOCKS];
    double[][] candidates = new double[CELLS][BLOCKS];
    for (int block = 0; block < BLOCKS; block++) {
      double drift = 0.2 * random.nextGaussian();
      double side = 0.02 * random.nextGaussian();
      for (int cell = 0; cell < CELLS; cell++) {
        double level = cell + drift;
        bases[cell][block] = Math.exp(level + 0.05 * random.nextGaussian());
        candidates[cell][block] = ratio * Math.exp(level + side + 0.05 * random.nextGaussian());
      }
    }
    List<Sides> cells = new ArrayList<>();
    for (int cell = 0; cell < CELLS; cell++) {
      cells.add(
          new Sides(
              measure, /* higherIsBetter= */ true, blocks(bases[cell]), blocks(candidates[cell])));
    }
    return cells;
  }

  @Test
  void itsIntervalCoversAsOftenAsItSaysAndOneOverAllForksDoesNot() {
    int runs = SimulationTable.runs(4000);
    RandomGenerator random = new Well19937c(2201);
    double truth = 1.02;
    int covered = 0;
    int pooled = 0;
    for (int run = 0; run < runs; run++) {
      List<Sides> cells = made("rate", random, truth);
      AverageChange change = AverageChange.of(cells, FIVE_PERCENT).get(0);
      covered += change.ratio().interval().contains(truth) ? 1 : 0;
      pooled += pooled(cells).interval(0.05).contains(truth) ? 1 : 0;
    }
    TABLE.add(
        "average over 20 cells, 5 blocks: coverage", runs, (double) covered / runs, "93-97 %");
    TABLE.add("wrong: all forks of all cells: coverage", runs, (double) pooled / runs, "< 85 %");
    assertThat((double) covered / runs).isBetween(0.93, 0.97);
    assertThat((double) pooled / runs).isLessThan(0.85);
  }

  /** As if each pair of forks were an observation of its own. */
  private static LogRatio pooled(List<Sides> cells) {
    return LogRatio.paired(
        cells.stream()
            .flatMap(cell -> Pairs.of(cell.candidate(), cell.base()).byBlock().values().stream())
            .mapToDouble(Double::doubleValue)
            .toArray());
  }

  @Test
  void atTheMarginItIsCalledSlowerOrTheSameAsSeldomAsItSays() {
    int runs = SimulationTable.runs(4000);
    RandomGenerator random = new Well19937c(2202);
    int faster = 0;
    int same = 0;
    for (int run = 0; run < runs; run++) {
      Verdict verdict = AverageChange.of(made("rate", random, 1.05), FIVE_PERCENT).get(0).verdict();
      faster += verdict == Verdict.FASTER ? 1 : 0;
      same += verdict == Verdict.SAME ? 1 : 0;
    }
    TABLE.add("average, true ratio 1.05: faster", runs, (double) faster / runs, "<= 3 %");
    TABLE.add("average, true ratio 1.05: the same", runs, (double) same / runs, "<= 3 %");
    assertThat((double) faster / runs).isLessThanOrEqualTo(0.03);
    assertThat((double) same / runs).isLessThanOrEqualTo(0.03);
  }

  @Test
  void severalMeasuresAreCorrectedForTheirNumber() {
    int runs = SimulationTable.runs(2000);
    RandomGenerator random = new Well19937c(2203);
    int alarms = 0;
    int uncorrected = 0;
    for (int run = 0; run < runs; run++) {
      List<Sides> cells = new ArrayList<>();
      for (int i = 0; i < 6; i++) {
        cells.addAll(made("measure " + i, random, 1));
      }
      List<AverageChange> all = AverageChange.of(cells, Margin.NONE);
      assertThat(all).hasSize(6);
      alarms += all.stream().anyMatch(one -> one.verdict() != Verdict.UNCLEAR) ? 1 : 0;
      uncorrected += all.stream().anyMatch(one -> one.ratio().pValue() <= 0.05) ? 1 : 0;
    }
    TABLE.add(
        "averages of 6 measures, same code: any alarm", runs, (double) alarms / runs, "<= 6 %");
    TABLE.add("wrong: without correction", runs, (double) uncorrected / runs, "> 15 %");
    assertThat((double) alarms / runs).isLessThanOrEqualTo(0.06);
    assertThat((double) uncorrected / runs).isGreaterThan(0.15);
  }
}
