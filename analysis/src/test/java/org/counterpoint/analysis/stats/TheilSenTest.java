package org.counterpoint.analysis.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.counterpoint.analysis.model.Values;
import org.junit.jupiter.api.Test;

class TheilSenTest {

  @Test
  void findsTheSlopeOfALine() {
    assertThat(TheilSen.slope(Values.of(0, 10, 40, 30), Values.of(1, 3, 9, 7)).orElseThrow())
        .isCloseTo(0.2, within(1e-12));
  }

  @Test
  void isNotTurnedByOneWildValue() {
    assertThat(
            TheilSen.slope(Values.of(0, 1, 2, 3, 4, 5, 6), Values.of(0, 1, 2, 1e9, 4, 5, 6))
                .orElseThrow())
        .isCloseTo(1, within(1e-12));
  }

  @Test
  void isTheMedianOfThePairsSlopes() {
    // Pairs: 2, 0.5, 1; −1, 0.5; 2. Median of −1, 0.5, 0.5, 1, 2, 2.
    assertThat(TheilSen.slope(Values.of(0, 1, 2, 3), Values.of(0, 2, 1, 3)).orElseThrow())
        .isCloseTo(0.75, within(1e-12));
  }

  @Test
  void needsTwoTimes() {
    assertThat(TheilSen.slope(Values.of(), Values.of())).isEmpty();
    assertThat(TheilSen.slope(Values.of(1), Values.of(2))).isEmpty();
    assertThat(TheilSen.slope(Values.of(1, 1, 1), Values.of(2, 3, 4))).isEmpty();
    assertThatThrownBy(() -> TheilSen.slope(Values.of(1, 2), Values.of(2)))
        .hasMessage("2 times, 1 values");
  }
}
