package org.counterpoint.analysis.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ForksNeededTest {

  @Test
  void fivePercentToFivePercentWantsTen() {
    assertThat(ForksNeeded.perSide(0.05, 0.05)).hasValue(10);
  }

  @Test
  void neverFewerThanFive() {
    assertThat(ForksNeeded.perSide(0, 0.05)).hasValue(5);
    assertThat(ForksNeeded.perSide(0.001, 0.5)).hasValue(5);
  }

  @Test
  void saysSoWhenOutOfReach() {
    assertThat(ForksNeeded.perSide(1, 0.001)).isEmpty();
    assertThat(ForksNeeded.perSide(Double.MAX_VALUE, Double.MIN_VALUE)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"0.02, 0.01", "0.05, 0.02", "0.1, 0.05", "0.3, 0.02", "0.5, 0.02"})
  void isTheSmallestThatDoes(double variation, double halfWidth) {
    int k = ForksNeeded.perSide(variation, halfWidth).orElseThrow();
    assertThat(width(k, variation)).isLessThanOrEqualTo(Math.log1p(halfWidth));
    assertThat(width(k - 1, variation)).isGreaterThan(Math.log1p(halfWidth));
  }

  /** Two samples of that size and spread, compared: what the promise is about. */
  @Test
  void theIntervalIsAsNarrowAsPromised() {
    int k = ForksNeeded.perSide(0.05, 0.05).orElseThrow();
    LogSample side = new LogSample(k, 0, 0.05 * 0.05);
    assertThat(Ratio.welch(side, side).interval().high()).isBetween(1.04, 1.05);
  }

  @Test
  void refusesNonsense() {
    assertThatThrownBy(() -> ForksNeeded.perSide(-1, 0.05))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> ForksNeeded.perSide(0.05, 0))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> ForksNeeded.perSide(Double.NaN, 0.05))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> ForksNeeded.perSide(0.05, Double.POSITIVE_INFINITY))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static double width(int k, double variation) {
    return StudentT.quantile(2.0 * k - 2) * variation * Math.sqrt(2.0 / k);
  }
}
