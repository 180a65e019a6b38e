package org.counterpoint.analysis.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.counterpoint.analysis.stats.Estimate;
import org.counterpoint.analysis.stats.Interval;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScaleTest {

  private static Scale of(double... centers) {
    return Scale.fitting(centers, new double[0], false);
  }

  @Test
  void isLinearFromZeroUntilTheValuesSpanTwentyfold() {
    assertThat(of(10, 200).isLog()).isFalse();
    assertThat(of(10, 200).at(0)).isZero();
    assertThat(of(10, 201).isLog()).isTrue();
  }

  @Test
  void isLinearWhereALogarithmCannotBeTaken() {
    assertThat(of(0, 1000).isLog()).isFalse();
    assertThat(of(-5, 1000).isLog()).isFalse();
    assertThat(Scale.fitting(new double[] {1, 100}, new double[] {-1, 200}, true).isLog())
        .isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "5, 5",
    "0, 0",
    "-3, -1",
    "-3, 7",
    "1e-3, 1e9",
    "1e-3, 2e-3",
    "1e8, 1.1e8",
    "3, 50",
    "1, 99",
    "1e-12, 1e-11",
    "0, 1e12"
  })
  void keepsValuesAndAFewTicksInside(double low, double high) {
    Scale scale = of(low, high);
    assertThat(scale.at(low)).isBetween(-1e-9, 1.0);
    assertThat(scale.at(high)).isBetween(-1e-9, 1.0);
    assertThat(scale.ticks()).hasSizeBetween(2, 12);
    assertThat(scale.ticks()).allMatch(tick -> tick.at() > -1e-6 && tick.at() < 1 + 1e-6);
  }

  @Test
  void goesFromTheLeastThatCanBeToTheMost() {
    Estimate index = new Estimate(5, 0.95, Optional.of(new Interval(0.9, 1)));
    Scale scale = Scale.between(0.5, 1, List.of(index));
    assertThat(scale.at(0.5)).isZero();
    assertThat(scale.at(1)).isBetween(0.97, 0.99);
    assertThat(scale.shownTicks())
        .extracting(tick -> Scale.plainLabel().apply(tick.value()))
        .containsExactly("0.5", "0.6", "0.7", "0.8", "0.9", "1");
    Estimate below = new Estimate(1, 0.3, Optional.empty());
    assertThat(Scale.between(0.5, 1, List.of(below)).at(0.3)).isZero();
  }

  @Test
  void keepsTheEndsOfIntervalsInside() {
    Scale scale = Scale.fitting(new double[] {10, 11}, new double[] {4, 30}, false);
    assertThat(scale.at(30)).isLessThan(1);
  }

  @ParameterizedTest
  @CsvSource({"0, 0", "1, 1", "0.5, 0.5", "1000, 1000", "1e6, 1e6", "3e8, 3e8", "1e-5, 1e-5"})
  void labelsTicksWithoutIdleDigits(double value, String label) {
    assertThat(Scale.plainLabel().apply(value)).isEqualTo(label);
  }

  @ParameterizedTest
  @CsvSource({
    "1, 1 ns",
    "30, 30 ns",
    "1000, 1 µs",
    "1e6, 1 ms",
    "3e9, 3 s",
    "1e11, 100 s",
    "0.1, 100 ps"
  })
  void labelsTimesInTheUnitThatSuitsThem(double nanos, String label) {
    assertThat(Scale.timeLabel(1e-9).apply(nanos)).isEqualTo(label);
  }
}
