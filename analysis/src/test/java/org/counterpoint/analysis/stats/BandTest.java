package org.counterpoint.analysis.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.counterpoint.analysis.model.Values;
import org.junit.jupiter.api.Test;

class BandTest {

  private static Band of(double floor, double... values) {
    return Band.of(Values.of(values), floor).orElseThrow();
  }

  @Test
  void reachesToTheFloorWhereNothingVaries() {
    Band band = of(0.02, 5, 5, 5, 5, 5);
    assertThat(band).isEqualTo(new Band(5, 0.02));
    assertThat(band.excludes(5.019)).isFalse();
    assertThat(band.excludes(5.021)).isTrue();
    assertThat(band.excludes(4.979)).isTrue();
    assertThat(band.isBelow(4.979)).isFalse();
    assertThat(band.isBelow(5.021)).isTrue();
  }

  /** t at 1 − 0.05/22 with 3.7 degrees of freedom is 5.88 between 3 and 4 (7.5, 5.6). */
  @Test
  void reachesSeveralDeviationsWhereTheValuesVary() {
    Band band = of(0, -5, -4, -3, -2, -1, 0, 1, 2, 3, 4, 5);
    assertThat(band.median()).isZero();
    assertThat(band.reach() / (1.4826 * 3)).isBetween(5.0, 7.5);
  }

  @Test
  void isNotWidenedByTheValueThatItIsToFind() {
    double wild = of(0, 1, 2, 3, 4, 5, 6, 1e6).reach();
    assertThat(wild).isCloseTo(of(0, 1, 2, 3, 4, 5, 6, 10).reach(), within(1e-9));
  }

  @Test
  void fewValuesHaveNone() {
    assertThat(Band.of(Values.of(), 1)).isEmpty();
    assertThat(Band.of(Values.of(1, 2), 1)).isEmpty();
    assertThat(Band.of(Values.of(1, 2, 3), 1)).isPresent();
  }
}
