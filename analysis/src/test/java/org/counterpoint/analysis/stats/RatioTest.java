package org.counterpoint.analysis.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.commons.math3.random.RandomGenerator;
import org.apache.commons.math3.random.Well19937c;
import org.apache.commons.math3.stat.inference.TTest;
import org.counterpoint.analysis.model.Values;
import org.junit.jupiter.api.Test;

class RatioTest {

  private static final JsonNode WELCH = Reference.json("tests_two_sample.json").get("welch");
  private static final Values X = Reference.withLogs(Reference.numbers(WELCH.get("x")));
  private static final Values Y = Reference.withLogs(Reference.numbers(WELCH.get("y")));

  @Test
  void reproducesThePublishedWelchTest() {
    Ratio ratio = Ratio.welch(LogSample.of(X), LogSample.of(Y));
    assertThat(ratio.degreesOfFreedom()).isEqualTo(WELCH.get("df").asDouble(), within(1e-9));
    assertThat(ratio.pValue()).isEqualTo(WELCH.get("p_two").asDouble(), within(1e-12));
    double half = (Math.log(ratio.interval().high()) - Math.log(ratio.interval().low())) / 2;
    double t = Math.log(ratio.value()) * StudentT.quantile(ratio.degreesOfFreedom()) / half;
    assertThat(t).isEqualTo(WELCH.get("t").asDouble(), within(1e-8));
  }

  @Test
  void reproducesThePublishedPairedTest() {
    Ratio ratio = Ratio.paired(X, Y);
    assertThat(ratio.pValue()).isEqualTo(WELCH.get("paired_p_two").asDouble(), within(1e-12));
    assertThat(ratio.degreesOfFreedom()).isEqualTo(3);
    assertThat(ratio.value()).isEqualTo(Math.exp(-4.25), within(1e-12));
  }

  @Test
  void agreesWithCommonsMath() {
    RandomGenerator random = new Well19937c(21);
    TTest commons = new TTest();
    for (int run = 0; run < 200; run++) {
      Values a = LogNormalForks.of(3 + run % 8, 1).drawForkMeans(random);
      Values b = LogNormalForks.of(3 + run % 5, 1).withTotalCv(0.2).drawForkMeans(random);
      assertThat(Ratio.welch(LogSample.of(a), LogSample.of(b)).pValue())
          .isEqualTo(commons.tTest(LogSample.logs(a), LogSample.logs(b)), within(1e-12));
      Values c = LogNormalForks.of(a.size(), 1).times(1.05).drawForkMeans(random);
      assertThat(Ratio.paired(a, c).pValue())
          .isEqualTo(commons.pairedTTest(LogSample.logs(a), LogSample.logs(c)), within(1e-12));
    }
  }

  @Test
  void withoutVarianceIsAPoint() {
    LogSample twos = LogSample.of(Values.of(2, 2, 2));
    LogSample ones = LogSample.of(Values.of(1, 1));
    Ratio apart = Ratio.welch(twos, ones);
    assertThat(apart.value()).isEqualTo(2, within(1e-15));
    assertThat(apart.interval()).isEqualTo(new Interval(apart.value(), apart.value()));
    assertThat(apart.pValue()).isZero();
    assertThat(apart.degreesOfFreedom()).isInfinite();
    assertThat(Ratio.welch(twos, twos).pValue()).isEqualTo(1);
    assertThat(Ratio.paired(Values.of(2, 4), Values.of(1, 2)).pValue()).isZero();
    assertThat(Ratio.paired(Values.of(2, 4), Values.of(2, 4)).pValue()).isEqualTo(1);
  }

  @Test
  void varianceOnOneSideLeavesThatSidesFreedom() {
    LogSample still = new LogSample(7, 0, 0);
    LogSample moving = new LogSample(5, 1, 0.01);
    assertThat(Ratio.welch(still, moving).degreesOfFreedom()).isEqualTo(4);
    assertThat(Ratio.welch(moving, still).degreesOfFreedom()).isEqualTo(4);
  }

  @Test
  void keepsItsFreedomWhereSquaresWouldUnderflow() {
    LogSample tiny = new LogSample(5, 0, 1e-200);
    assertThat(Ratio.welch(tiny, tiny).degreesOfFreedom()).isEqualTo(8, within(1e-9));
    Ratio apart = Ratio.welch(tiny, new LogSample(5, 1, 1e-200));
    assertThat(apart.pValue()).isZero();
  }

  @Test
  void staysFiniteAtTheEdgeOfDoubles() {
    Values huge = Values.of(1e300, 1e305, Double.MAX_VALUE);
    Values tiny = Values.of(1e-300, 1e-305, Double.MIN_VALUE);
    Ratio ratio = Ratio.welch(LogSample.of(huge), LogSample.of(tiny));
    assertThat(ratio.value()).isEqualTo(Double.MAX_VALUE);
    assertThat(ratio.interval().high()).isEqualTo(Double.MAX_VALUE);
    assertThat(Ratio.paired(tiny, huge).interval().low()).isZero();
  }

  @Test
  void pairsTheForksOfABlock() {
    BlockMeans first = blocks(0, 1, 5, 2, 9, 8, 4);
    BlockMeans second = blocks(0, 2, 4, 3, 7, 9, 1);
    assertThat(Ratio.ofBlocks(first, second))
        .isEqualTo(Ratio.paired(first.values(), second.values()));
    // Also below the five that a verdict wants: nothing is missing.
    assertThat(Ratio.ofBlocks(first.before(2), second.before(2)))
        .isEqualTo(Ratio.paired(Values.of(1, 5), Values.of(2, 4)));
  }

  /** The one fork without a partner is ten times as fast, and must not count for its side. */
  @Test
  void leavesOutAForkWithoutItsPartner() {
    BlockMeans first = blocks(0, 1, 5, 2, 9, 8, 40);
    BlockMeans second = blocks(0, 2, 4, 3, 7, 9);
    Ratio common = Ratio.paired(Values.of(1, 5, 2, 9, 8), Values.of(2, 4, 3, 7, 9));
    assertThat(Ratio.ofBlocks(first, second)).isEqualTo(common);
    assertInverse(Ratio.ofBlocks(second, first), common);
  }

  @Test
  void takesAllForksWhereTooFewHaveAPartner() {
    BlockMeans first = blocks(0, 1, 5, 2, 9, 8);
    BlockMeans second = blocks(1, 2, 4, 3, 7, 9);
    Ratio welch = Ratio.welch(LogSample.of(first.values()), LogSample.of(second.values()));
    assertThat(Ratio.ofBlocks(first, second)).isEqualTo(welch);
    assertInverse(Ratio.ofBlocks(second, first), welch);
    BlockMeans elsewhere = blocks(100, 2, 4, 3, 7, 9);
    assertThat(Ratio.ofBlocks(first, elsewhere)).isEqualTo(welch);
    BlockMeans longer = blocks(0, 1, 5, 2, 9, 8, 3);
    assertThat(Ratio.ofBlocks(longer, second).degreesOfFreedom()).isEqualTo(4);
  }

  @Test
  void refusesBlocksOfWhichThereIsNoRatio() {
    assertThatThrownBy(() -> Ratio.ofBlocks(blocks(0, 1), blocks(0, 1)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Ratio.ofBlocks(BlockMeans.NONE, blocks(0, 1, 2)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Ratio.ofBlocks(blocks(0, 1, 0), blocks(0, 1, 2)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void refusesTooFewForksAndHalfAPair() {
    LogSample one = LogSample.of(Values.of(1));
    LogSample two = LogSample.of(Values.of(1, 2));
    assertThatThrownBy(() -> Ratio.welch(one, two)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Ratio.welch(two, one)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Ratio.paired(Values.of(1), Values.of(1)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Ratio.paired(Values.of(1, 2), Values.of(1, 2, 3)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Ratio.paired(Values.of(1, 0), Values.of(1, 2)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static BlockMeans blocks(int first, double... means) {
    SortedMap<Integer, Double> byBlock = new TreeMap<>();
    for (double mean : means) {
      byBlock.put(first + byBlock.size(), mean);
    }
    return new BlockMeans(byBlock);
  }

  private static void assertInverse(Ratio back, Ratio there) {
    assertThat(back.value()).isEqualTo(1 / there.value(), within(1e-12));
    assertThat(back.pValue()).isEqualTo(there.pValue(), within(1e-12));
  }
}
