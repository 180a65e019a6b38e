package org.counterpoint.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FairnessProfilerTest {

  private static List<Double> amounts(String text) {
    return Arrays.stream(text.split(" ", -1)).map(Double::valueOf).toList();
  }

  /** The identities of the index, and two values computed from its definition. */
  @ParameterizedTest
  @CsvSource({
    "1 1 1 1, 1",
    "1 0 0 0, 0.25",
    "1 1 0 0, 0.5",
    "1 2 3 4, 0.8333333333333334",
    "10 10 10 70, 0.4807692307692308",
    "100 50, 0.9"
  })
  void jainsIndexIsAsItsDefinitionSays(String amounts, double index) {
    assertThat(FairnessProfiler.jain(amounts(amounts))).isCloseTo(index, within(1e-15));
  }

  @Test
  void theSlowestShareIsAFractionOfAnEvenShare() {
    assertThat(FairnessProfiler.slowest(amounts("1 2 3"))).isEqualTo(0.5);
    assertThat(FairnessProfiler.slowest(amounts("4 4"))).isEqualTo(1);
  }

  @Test
  void nothingAtAllIsEvenlyShared() {
    List<Double> nothing = Collections.nCopies(3, 0.0);
    assertThat(FairnessProfiler.jain(nothing)).isEqualTo(1);
    assertThat(FairnessProfiler.slowest(nothing)).isEqualTo(1);
  }
}
