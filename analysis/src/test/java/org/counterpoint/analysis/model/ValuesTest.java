package org.counterpoint.analysis.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class ValuesTest {

  @Test
  void cannotBeChangedFromOutside() {
    double[] source = {1, 2, 3};
    Values values = Values.of(source);
    source[0] = 9;
    values.toArray()[1] = 9;
    assertThat(values).isEqualTo(Values.of(1, 2, 3)).hasSameHashCodeAs(Values.of(1, 2, 3));
    assertThat(values.stream().toArray()).containsExactly(1, 2, 3);
  }

  @Test
  void hasAFiniteMeanUnlessEmpty() {
    assertThat(Values.of(1, 2, 6).mean()).isEqualTo(3);
    assertThat(Values.of(Double.MAX_VALUE, Double.MAX_VALUE).mean()).isEqualTo(Double.MAX_VALUE);
    assertThat(Values.of(1e308, 1.5e308, 1.7e308).mean()).isEqualTo(1.4e308, within(1e294));
    double[] largest = new double[100];
    Arrays.fill(largest, -Double.MAX_VALUE);
    for (int n = 1; n <= largest.length; n++) {
      assertThat(Values.of(Arrays.copyOf(largest, n)).mean()).as("%d values", n).isFinite();
    }
    assertThat(Values.of().mean()).isNaN();
  }

  @Test
  void addsUpWithoutLosingMoreTheMoreThereAre() {
    double[] tenths = new double[1_000_000];
    Arrays.fill(tenths, 0.1);
    double inARow = 0;
    for (double value : tenths) {
      inARow += value;
    }
    assertThat(Math.abs(inARow / tenths.length - 0.1)).isGreaterThan(1e-13);
    assertThat(Values.of(tenths).mean()).isEqualTo(0.1, within(1e-15));
    assertThat(Values.of(Arrays.copyOf(tenths, 17)).mean()).isEqualTo(0.1, within(1e-16));
  }

  @Test
  void takesNumbersUntilItIsDrained() {
    Values.Builder builder = new Values.Builder();
    for (int i = 0; i < 20; i++) {
      builder.add(i);
    }
    Values first = builder.drain();
    builder.add(7);
    assertThat(builder.size()).isEqualTo(1);
    assertThat(builder.drain()).isEqualTo(Values.of(7));
    assertThat(builder.drain().isEmpty()).isTrue();
    assertThat(first.size()).isEqualTo(20);
    assertThat(first.get(0)).isZero();
    assertThatThrownBy(() -> builder.add(Double.NaN)).hasMessageContaining("NaN");
  }

  @Test
  void refusesWhatIsNotFinite() {
    assertThatThrownBy(() -> Values.of(1, Double.NaN)).hasMessageContaining("NaN");
    assertThatThrownBy(() -> Values.of(Double.NEGATIVE_INFINITY)).hasMessageContaining("Infinity");
  }

  @Test
  void hasAMedianUnlessEmpty() {
    assertThat(Values.of(9, 1, 2).median()).isEqualTo(2);
    assertThat(Values.of(9, 1, 2, 4).median()).isEqualTo(3);
    assertThat(Values.of(Double.MAX_VALUE, Double.MAX_VALUE).median()).isEqualTo(Double.MAX_VALUE);
    assertThat(Values.of().median()).isNaN();
  }
}
