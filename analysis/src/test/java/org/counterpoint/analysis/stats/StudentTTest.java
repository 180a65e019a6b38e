package org.counterpoint.analysis.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StudentTTest {

  // The closed forms: tan(π·0.475) for 1, 0.95·√(2/(1−0.95²)) for 2; the others from any table.
  @ParameterizedTest
  @CsvSource({
    "1, 12.7062047362",
    "2, 4.3026527297",
    "4, 2.7764451052",
    "9, 2.2621571628",
    "49, 2.0095752371"
  })
  void quantilesAreTheTables(double freedom, double expected) {
    assertThat(StudentT.quantile(freedom)).isEqualTo(expected, within(2e-9));
    assertThat(StudentT.twoSidedP(expected, freedom)).isEqualTo(0.05, within(1e-9));
    assertThat(StudentT.twoSidedP(-expected, freedom)).isEqualTo(0.05, within(1e-9));
  }

  @Test
  void aChanceStaysAChance() {
    assertThat(StudentT.twoSidedP(0, 3.7)).isEqualTo(1);
    assertThat(StudentT.twoSidedP(1e200, 3.7)).isZero();
    assertThat(StudentT.twoSidedP(Double.POSITIVE_INFINITY, 3.7)).isZero();
  }
}
