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

  /** As many more, drawn alike, leave the interval on one side of the margin: and one fewer not. */
  @Test
  void moreForksDecideWhatIsOpen() {
    Margin margin = new Margin(0.05);
    LogRatio open = LogRatio.welch(new LogSample(5, 0.02, 0.0025), new LogSample(5, 0, 0.0025));
    int more = ForksNeeded.more(open, 5, margin).orElseThrow();
    assertThat(spans(5 + more, margin)).isFalse();
    assertThat(spans(5 + more - 1, margin)).isTrue();
  }

  private static boolean spans(int forks, Margin margin) {
    LogRatio ratio =
        LogRatio.welch(new LogSample(forks, 0.02, 0.0025), new LogSample(forks, 0, 0.0025));
    return ratio.interval(0.05).high() > 1 + margin.relative();
  }

  @Test
  void noNumberOfForksDecidesWhatIsAtTheMargin() {
    LogRatio at = new LogRatio(Math.log(1.05), 0.02, 8);
    assertThat(ForksNeeded.more(at, 5, new Margin(0.05))).isEmpty();
    LogRatio exact = LogRatio.paired(0.1, 0.1, 0.1);
    assertThat(ForksNeeded.more(exact, 3, new Margin(0.05))).hasValue(2);
  }
}
