package org.counterpoint.analysis.stats;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VerdictTest {

  @ParameterizedTest
  @CsvSource({
    "1.06, 1.20, SLOWER",
    "1.05, 1.20, UNCLEAR",
    "1.01, 1.04, SAME",
    "0.96, 1.04, SAME",
    "0.96, 1.05, UNCLEAR",
    "0.95, 1.04, UNCLEAR",
    "0.90, 1.20, UNCLEAR",
    "0.70, 0.95, FASTER",
    "0.70, 0.953, UNCLEAR"
  })
  void followsFromTheInterval(double low, double high, Verdict whereLessIsBetter) {
    Margin margin = new Margin(0.05);
    Interval interval = new Interval(low, high);
    assertThat(Verdict.of(interval, margin, false)).isEqualTo(whereLessIsBetter);
    assertThat(Verdict.of(interval, margin, true)).isEqualTo(turned(whereLessIsBetter));
  }

  private static Verdict turned(Verdict verdict) {
    return switch (verdict) {
      case SLOWER -> Verdict.FASTER;
      case FASTER -> Verdict.SLOWER;
      case SAME, UNCLEAR -> verdict;
    };
  }
}
