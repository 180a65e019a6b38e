package org.counterpoint.analysis.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
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
}
