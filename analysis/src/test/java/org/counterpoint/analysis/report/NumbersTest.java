package org.counterpoint.analysis.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.counterpoint.analysis.stats.Interval;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumbersTest {

  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "37.2, 37.20",
    "37.204999, 37.20",
    "-1.23456, -1.235",
    "12345.6, 12346",
    "999.96, 1000",
    "9.99996, 10.00",
    "10, 10.00",
    "0.001, 0.001000",
    "0.00099, 9.900e-04",
    "9999999, 9999999",
    "1e7, 1.000e+07",
    "1.23456e9, 1.235e+09",
  })
  void printsFourSignificantDigits(double value, String text) {
    assertThat(Numbers.of(value)).isEqualTo(text);
  }

  @Test
  void printsAnIntervalOrThatThereIsNone() {
    assertThat(Numbers.of(Optional.of(new Interval(1, 2.5)))).isEqualTo("[1.000, 2.500]");
    assertThat(Numbers.of(Optional.empty())).isEqualTo("-");
  }
}
