package org.counterpoint.analysis.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class HistogramTest {

  private static Histogram of(double[] values, long... counts) {
    return Histogram.of(values, counts);
  }

  @Test
  void countsInAnyOrder() {
    Histogram histogram = of(new double[] {30, 10, 20}, 1, 2, 0);
    assertThat(histogram.total()).isEqualTo(3);
    assertThat(histogram.mean()).isEqualTo(50.0 / 3, within(1e-12));
    assertThat(histogram.quantile(0)).isEqualTo(10);
    assertThat(histogram.quantile(0.6)).isEqualTo(10);
    assertThat(histogram.quantile(0.7)).isEqualTo(30);
    assertThat(histogram.quantile(1)).isEqualTo(30);
  }

  /** Against whole numbers: the smallest rank r with 10000·r ≥ q·total. */
  @Test
  void aRankIsNeverOneTooHighForRounding() {
    long[] tenThousandths = {1, 700, 5000, 9000, 9900, 9990, 9999, 10_000};
    for (int total = 1; total <= 2000; total++) {
      double[] values = DoubleStream.iterate(1, x -> x + 1).limit(total).toArray();
      long[] ones = new long[total];
      Arrays.fill(ones, 1);
      Histogram histogram = Histogram.of(values, ones);
      for (long q : tenThousandths) {
        int rank = (int) ((q * total + 9999) / 10_000);
        assertThat(histogram.quantile(q / 10_000.0))
            .as("%d of %d", q, total)
            .isEqualTo(values[rank - 1]);
      }
    }
  }

  @Test
  void nothingHasNoMean() {
    Histogram empty = of(new double[] {});
    assertThat(empty.mean()).isNaN();
    assertThat(empty.quantile(0.5)).isNaN();
    assertThat(of(new double[] {3}, 0).quantile(0)).isNaN();
  }

  @Test
  void aMeanOfHugeValuesIsFinite() {
    assertThat(of(new double[] {1e308, 1.5e308}, 3, 3).mean()).isEqualTo(1.25e308, within(1e294));
    double max = Double.MAX_VALUE;
    for (int n = 1; n <= 100; n++) {
      assertThat(of(new double[] {max, max, max}, n, n + 1, 3).mean()).as("%d", n).isFinite();
    }
  }

  @Test
  void refusesWhatIsNoHistogram() {
    assertThatThrownBy(() -> of(new double[] {1, 2}, 1)).hasMessage("2 values, 1 counts");
    assertThatThrownBy(() -> of(new double[] {Double.NaN}, 1))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> of(new double[] {1}, -1)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> of(new double[] {1, 2}, Long.MAX_VALUE, 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("more observations");
    Histogram one = of(new double[] {1}, 1);
    assertThatThrownBy(() -> one.quantile(1.1)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> one.quantile(Double.NaN)).isInstanceOf(IllegalArgumentException.class);
  }
}
