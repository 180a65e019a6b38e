package org.counterpoint.analysis.stats;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.counterpoint.analysis.model.Values;
import org.counterpoint.analysis.stats.Outliers.Degree;
import org.counterpoint.analysis.stats.Outliers.Outlier;
import org.junit.jupiter.api.Test;

class OutliersTest {

  /** Hyperfine's limit, 14.826·MAD unscaled, is 10 in the scale of 1.4826·MAD. */
  @Test
  void reproducesHyperfine() {
    for (Reference.Row row : Reference.csv("outliers.csv")) {
      Values values =
          Values.of(
              Arrays.stream(row.text("xs").split(" ")).mapToDouble(Double::parseDouble).toArray());
      assertThat(Outliers.farFromMedian(values, 10))
          .as(row.text("xs"))
          .hasSize((int) row.number("hyperfine_outliers"));
    }
  }

  @Test
  void flagsAForkBeyondFiveScaledDeviations() {
    // Median 10, MAD 1: the limit is 7.413 away.
    assertThat(Outliers.amongForks(Values.of(9, 10, 11, 9, 11, 10, 17.41))).isEmpty();
    assertThat(Outliers.amongForks(Values.of(9, 10, 11, 9, 11, 10, 17.42))).containsExactly(6);
    assertThat(Outliers.amongForks(Values.of(2.58, 10, 11, 9, 11, 10, 9))).containsExactly(0);
  }

  @Test
  void aDeviationOfZeroFlagsDifferencesAndNotRounding() {
    assertThat(Outliers.amongForks(Values.of(5, 5, 5, 5, 5))).isEmpty();
    assertThat(Outliers.amongForks(Values.of(5, 5, 5, 5, 5.1))).containsExactly(4);
    assertThat(Outliers.amongForks(Values.of(5, 5, 5, 5, Math.nextUp(5.0)))).isEmpty();
    assertThat(Outliers.amongForks(Values.of(0, 0, 0, 1e-300))).containsExactly(3);
  }

  @Test
  void fewValuesAccuseNobody() {
    assertThat(Outliers.amongForks(Values.of())).isEmpty();
    assertThat(Outliers.amongForks(Values.of(3))).isEmpty();
    assertThat(Outliers.amongForks(Values.of(3, 3000))).isEmpty();
    assertThat(Outliers.withinFork(Values.of())).isEmpty();
    assertThat(Outliers.withinFork(Values.of(3))).isEmpty();
    assertThat(Outliers.withinFork(Values.of(3, 3000))).isEmpty();
  }

  /** Quartiles of 1 … 9 by type 7 are 3 and 7; by Commons Math's default they are 2.5 and 7.5. */
  @Test
  void drawsTukeysFencesFromQuartilesOfType7() {
    assertThat(Outliers.withinFork(with(13))).isEmpty();
    assertThat(Outliers.withinFork(with(13.01))).containsExactly(new Outlier(4, Degree.MILD));
    assertThat(Outliers.withinFork(with(19))).containsExactly(new Outlier(4, Degree.MILD));
    assertThat(Outliers.withinFork(with(19.01))).containsExactly(new Outlier(4, Degree.EXTREME));
  }

  @Test
  void drawsThemOnBothSides() {
    assertThat(Outliers.withinFork(Values.of(-9.01, 7, 3, 5, 6, 4, 8, 2, 9)))
        .containsExactly(new Outlier(0, Degree.EXTREME));
  }

  @Test
  void aRangeOfZeroFlagsDifferencesAndNotRounding() {
    assertThat(Outliers.withinFork(Values.of(5, 5, 5, 5, 4.9)))
        .containsExactly(new Outlier(4, Degree.EXTREME));
    assertThat(Outliers.withinFork(Values.of(5, 5, 5, 5, Math.nextUp(5.0)))).isEmpty();
  }

  private static Values with(double largest) {
    return Values.of(2, 7, 3, 5, largest, 6, 4, 8, 1);
  }
}
