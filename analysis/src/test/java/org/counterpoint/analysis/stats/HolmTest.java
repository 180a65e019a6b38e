package org.counterpoint.analysis.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Holm and, beside it, Benjamini and Hochberg: the same input, the same published table. */
class HolmTest {

  private static final List<Reference.Row> TABLE = Reference.csv("p_adjust.csv");

  @Test
  void reproducesThePublishedTable() {
    assertThat(Holm.adjust(column("p"))).containsExactly(column("holm"), within(1e-12));
    assertThat(BenjaminiHochberg.adjust(column("p"))).containsExactly(column("bh"), within(1e-10));
  }

  @Test
  void rejectsAsManyAsPublished() {
    assertThat(significant(column("p"))).isEqualTo(9);
    assertThat(significant(BenjaminiHochberg.adjust(column("p")))).isEqualTo(4);
    assertThat(significant(Holm.adjust(column("p")))).isEqualTo(3);
  }

  @Test
  void keepsTiesTied() {
    assertThat(Holm.adjust(0, 0.02, 0, 0.02)).containsExactly(0, 0.04, 0, 0.04);
    assertThat(BenjaminiHochberg.adjust(0, 0.02, 0, 0.02)).containsExactly(0, 0.02, 0, 0.02);
  }

  @Test
  void leavesASingleTestAlone() {
    assertThat(Holm.adjust(0.03)).containsExactly(0.03);
    assertThat(BenjaminiHochberg.adjust(0.03)).containsExactly(0.03);
    assertThat(Holm.adjust()).isEmpty();
    assertThat(BenjaminiHochberg.adjust()).isEmpty();
  }

  @Test
  void refusesWhatIsNoProbability() {
    for (double p : new double[] {-0.1, 1.1, Double.NaN}) {
      assertThatThrownBy(() -> Holm.adjust(0.5, p)).isInstanceOf(IllegalArgumentException.class);
      assertThatThrownBy(() -> BenjaminiHochberg.adjust(0.5, p))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  private static double[] column(String name) {
    return TABLE.stream().mapToDouble(row -> row.number(name)).toArray();
  }

  private static long significant(double[] pValues) {
    return Arrays.stream(pValues).filter(p -> p <= 0.05).count();
  }
}
