package org.counterpoint.analysis.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.DoubleStream;
import org.apache.commons.math3.random.RandomGenerator;
import org.apache.commons.math3.random.Well19937c;
import org.apache.commons.math3.stat.inference.TTest;
import org.junit.jupiter.api.Test;

class LogRatioTest {

  private static final Margin FIVE_PERCENT = new Margin(0.05);

  @Test
  void reproducesThePublishedTests() {
    JsonNode published = Reference.json("tests_two_sample.json").get("welch");
    double[] x = Reference.numbers(published.get("x"));
    double[] y = Reference.numbers(published.get("y"));
    LogRatio welch = LogRatio.welch(LogSample.ofLogs(x), LogSample.ofLogs(y));
    assertThat(welch.difference() / welch.standardError())
        .isEqualTo(published.get("t").asDouble(), within(1e-8));
    assertThat(welch.pDifferent(Margin.NONE))
        .isEqualTo(published.get("p_two").asDouble(), within(1e-12));

    double[] differences = new double[x.length];
    for (int i = 0; i < x.length; i++) {
      differences[i] = x[i] - y[i];
    }
    assertThat(LogRatio.paired(differences).pDifferent(Margin.NONE))
        .isEqualTo(published.get("paired_p_two").asDouble(), within(1e-12));
  }

  /** A one-sided test at M is half of Commons Math's two-sided one, on the side away from M. */
  @Test
  void oneSidedTestsAgreeWithCommonsMath() {
    RandomGenerator random = new Well19937c(31);
    TTest commons = new TTest();
    double margin = FIVE_PERCENT.log();
    int beyond = 0;
    for (int run = 0; run < 200; run++) {
      double[] d = differences(random, 5 + run % 16, 0.08 * random.nextGaussian());
      LogRatio ratio = LogRatio.paired(d);
      double above = commons.tTest(margin, d);
      double below = commons.tTest(-margin, d);
      if (Math.abs(ratio.difference()) > margin) {
        beyond++;
        assertThat(ratio.pDifferent(FIVE_PERCENT))
            .isEqualTo(ratio.difference() > 0 ? above : below, within(1e-12));
      } else {
        assertThat(ratio.pSame(FIVE_PERCENT)).isEqualTo(Math.max(above, below) / 2, within(1e-12));
      }
    }
    assertThat(beyond).isBetween(50, 150);
  }

  @Test
  void testsAndIntervalNeverDisagree() {
    RandomGenerator random = new Well19937c(32);
    Set<Verdict> seen = EnumSet.noneOf(Verdict.class);
    for (int run = 0; run < 2000; run++) {
      LogRatio ratio =
          LogRatio.paired(differences(random, 5 + run % 16, 0.08 * random.nextGaussian()));
      double error = run % 2 == 0 ? 0.05 : 0.05 / 3;
      Verdict verdict = Verdict.of(ratio.interval(error), FIVE_PERCENT, false);
      seen.add(verdict);
      assertThat(ratio.pDifferent(FIVE_PERCENT) <= error)
          .isEqualTo(verdict == Verdict.SLOWER || verdict == Verdict.FASTER);
      assertThat(ratio.pSame(FIVE_PERCENT) <= error / 2).isEqualTo(verdict == Verdict.SAME);
      assertThat(ratio.pDifferent(Margin.NONE) <= error)
          .isEqualTo(!ratio.interval(error).contains(1));
    }
    assertThat(seen).containsExactlyInAnyOrder(Verdict.values());
  }

  @Test
  void aSmallerErrorGivesAWiderInterval() {
    LogRatio ratio = new LogRatio(0.1, 0.02, 4);
    Interval usual = ratio.interval(0.05);
    Interval wider = ratio.interval(0.05 / 3);
    assertThat(usual.high()).isEqualTo(Math.exp(0.1 + 2.7764451052 * 0.02), within(1e-9));
    assertThat(wider.low()).isLessThan(usual.low());
    assertThat(wider.high()).isGreaterThan(usual.high());
  }

  @Test
  void withoutVarianceThereIsNoDoubt() {
    LogRatio apart = LogRatio.paired(0.2, 0.2, 0.2);
    assertThat(apart.interval(0.05).low()).isEqualTo(apart.interval(0.05).high());
    assertThat(apart.pDifferent(FIVE_PERCENT)).isZero();
    assertThat(apart.pSame(FIVE_PERCENT)).isEqualTo(1);
    LogRatio alike = LogRatio.paired(0, 0);
    assertThat(alike.pDifferent(Margin.NONE)).isEqualTo(1);
    assertThat(alike.pSame(FIVE_PERCENT)).isZero();
    assertThat(alike.pSame(Margin.NONE)).isEqualTo(1);
  }

  @Test
  void nothingIsTheSameWithoutAMargin() {
    assertThat(new LogRatio(0, 1e-9, 4).pSame(Margin.NONE)).isEqualTo(0.5, within(1e-12));
  }

  @Test
  void refusesNonsense() {
    assertThatThrownBy(() -> LogRatio.paired(1)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new LogRatio(Double.NaN, 1, 4))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new LogRatio(0, -1, 4)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new LogRatio(0, 1, Double.POSITIVE_INFINITY))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new LogRatio(0, 0, 4)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Margin(-0.01)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Margin(Double.NaN)).isInstanceOf(IllegalArgumentException.class);
  }

  private static double[] differences(RandomGenerator random, int count, double center) {
    return DoubleStream.generate(() -> center + 0.05 * random.nextGaussian())
        .limit(count)
        .toArray();
  }

  /** Twice the same ratio, halved: the difference stays, the error shrinks by √2, the df double. */
  @Test
  void aMeanOfIndependentRatiosIsMorePrecise() {
    LogRatio one = new LogRatio(0.3, 0.1, 4);
    LogRatio mean = LogRatio.sum(List.of(one, one), 0.5, 0.5);
    assertThat(mean.difference()).isEqualTo(0.3, within(1e-12));
    assertThat(mean.standardError()).isEqualTo(0.1 / Math.sqrt(2), within(1e-12));
    assertThat(mean.degreesOfFreedom()).isEqualTo(8, within(1e-9));
  }

  @Test
  void aRatioOfRatiosIsOneLessAnother() {
    LogRatio less =
        LogRatio.sum(List.of(new LogRatio(0.7, 0.03, 4), new LogRatio(0.2, 0.04, 4)), 1, -1);
    assertThat(less.difference()).isEqualTo(0.5, within(1e-12));
    assertThat(less.standardError()).isEqualTo(0.05, within(1e-12));
    LogRatio exact = LogRatio.paired(1, 1);
    assertThat(LogRatio.sum(List.of(exact, exact), 1, -1)).isEqualTo(LogRatio.paired(0, 0));
    // What has no error of its own takes none of the degrees of freedom.
    assertThat(LogRatio.sum(List.of(new LogRatio(0.7, 0.03, 4), exact), 1, -1).degreesOfFreedom())
        .isEqualTo(4, within(1e-9));
    assertThatThrownBy(() -> LogRatio.sum(List.of(exact), 1, 2))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> LogRatio.sum(List.of())).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void turnsRound() {
    LogRatio one = new LogRatio(0.3, 0.1, 4);
    assertThat(one.inverted()).isEqualTo(new LogRatio(-0.3, 0.1, 4));
    assertThat(one.inverted().pDifferent(FIVE_PERCENT)).isEqualTo(one.pDifferent(FIVE_PERCENT));
  }
}
