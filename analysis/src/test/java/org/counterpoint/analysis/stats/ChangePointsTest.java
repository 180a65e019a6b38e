package org.counterpoint.analysis.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.counterpoint.analysis.model.Values;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ChangePointsTest {

  private static final JsonNode PUBLISHED = Reference.json("changepoints.json");

  /** Of Apache Otava's tests: on the values as they are, and on logs where there are some. */
  @ParameterizedTest
  @CsvSource({
    "otava_single_step, series, change_points",
    "otava_ediv, series, change_points",
    "otava_two_metrics, series1, cp1",
    "otava_two_metrics, series2, cp2"
  })
  void findsThePublishedPlaces(String example, String series, String places) {
    double[] values = Reference.numbers(PUBLISHED.get(example).get(series));
    List<Integer> wanted = ints(PUBLISHED.get(example).get(places));
    assertThat(places(ChangePoints.ofLevels(values, 0.05))).isEqualTo(wanted);
    if (Arrays.stream(values).allMatch(value -> value > 0)) {
      assertThat(places(ChangePoints.of(Values.of(values), 0.05))).isEqualTo(wanted);
    }
  }

  /** MongoDB's, of which the reference names n from 4 to 99. */
  @ParameterizedTest
  @ValueSource(ints = {4, 5, 6, 7, 10, 23, 50, 99})
  void findsTheStepOfASeriesWithoutNoise(int n) {
    double[] values = new double[2 * n];
    Arrays.fill(values, n, 2 * n, 1);
    assertThat(places(ChangePoints.ofLevels(values, 0.05))).containsExactly(n);
  }

  /** Otava's two-sample t: the same, and not. */
  @Test
  void tellsOtavasTwoSamplesApart() {
    assertThat(ChangePoints.ofLevels(Reference.numbers(series("ttest_same")), 0.05)).isEmpty();
    assertThat(places(ChangePoints.ofLevels(Reference.numbers(series("ttest_diff")), 0.05)))
        .containsExactly(5);
  }

  private static JsonNode series(String example) {
    return PUBLISHED.get(example).get("series");
  }

  @Test
  void theRatioIsThatOfTheLevelsNextToIt() {
    Values runs = Values.of(100, 101, 99, 100, 100, 92, 92.5, 91.5, 92, 92);
    ChangePoint only = ChangePoints.of(runs, 0.05).get(0);
    Ratio ratio = Ratio.of(only.ratio(), 0.05);
    assertThat(only.place()).isEqualTo(5);
    assertThat(ratio.value()).isEqualTo(0.92, within(0.0005));
    assertThat(ratio.degreesOfFreedom()).isEqualTo(8);
    // Student's pooled t, by hand: s = 0.00575, half width 2.306 × s × √(2/5) × √(1.3/0.7).
    assertThat(ratio.interval().high() / ratio.value()).isEqualTo(1.01149, within(0.0003));
  }

  /** What was undone a few runs later changed the mean of all runs by little. */
  @Test
  void findsAChangeThatWasUndone() {
    double[] values = new double[25];
    for (int i = 0; i < values.length; i++) {
      values[i] = (i % 3 - 1) * 0.1 + (i >= 10 && i < 15 ? 1 : 0);
    }
    assertThat(places(ChangePoints.ofLevels(values, 0.05))).containsExactly(10, 15);
  }

  /** The edge of the bump at 10 is a step beside what lies before it, and not beside the rest. */
  @Test
  void takesBackWhatIsNoChangeOfItsNeighbours() {
    double[] values = {
      -0.6, 1.3, 0.5, -1.1, 0.8, -0.5, -3.8, -3.2, -4.2, -3.7, -0.4, -0.6, -0.5, -3.4, -3.1, -3.5,
      -4.1, -4.5, -2.9, -1.9, -2.2, -4.2, -3.0, -4.5
    };
    assertThat(places(ChangePoints.ofLevels(values, 0.05))).containsExactly(6);
    double[] behindSix = Arrays.copyOfRange(values, 6, values.length);
    assertThat(StepsOfNoise.chance(Step.of(behindSix), behindSix.length, 0.025)).isLessThan(0.025);
  }

  @Test
  void oneOrTwoWildRunsAreNoChange() {
    double[] one = {100, 101, 99, 100, 300, 100, 101, 99, 100, 101, 99, 100};
    double[] two = {100, 101, 99, 100, 300, 301, 101, 99, 100, 101, 99, 100};
    double[] last = {100, 101, 99, 100, 101, 99, 100, 101, 99, 100, 300, 301};
    for (double[] wild : List.of(one, two, last)) {
      assertThat(ChangePoints.of(Values.of(wild), 0.05)).isEmpty();
    }
  }

  @Test
  void sixRunsAreEnoughAndFiveAreNot() {
    assertThat(places(ChangePoints.of(Values.of(100, 101, 99, 80, 81, 79), 0.05)))
        .containsExactly(3);
    assertThat(ChangePoints.of(Values.of(100, 101, 99, 80, 81), 0.05)).isEmpty();
    assertThat(ChangePoints.of(Values.of(), 0.05)).isEmpty();
  }

  @Test
  void aConstantSeriesHasNone() {
    assertThat(ChangePoints.of(Values.of(7, 7, 7, 7, 7, 7, 7, 7), 0.05)).isEmpty();
  }

  /** The scale of the values doesn't matter, and neither does the direction of time. */
  @Test
  void scaleAndDirectionChangeNothing() {
    double[] values = {100, 103, 98, 101, 99, 92, 91, 93, 90, 92, 94};
    double[] large = Arrays.stream(values).map(value -> 1e9 * value).toArray();
    double[] reversed = new double[values.length];
    Arrays.setAll(reversed, i -> values[values.length - 1 - i]);
    assertThat(places(ChangePoints.of(Values.of(values), 0.05))).containsExactly(5);
    assertThat(places(ChangePoints.of(Values.of(large), 0.05))).containsExactly(5);
    assertThat(places(ChangePoints.of(Values.of(reversed), 0.05))).containsExactly(6);
  }

  /** A change that is there at 5 % need not be there where sixty cells share the 5 %. */
  @Test
  void aFamilyAsksForMore() {
    double[] values = {100, 103, 98, 101, 99, 102, 96.5, 93, 97, 94, 96, 94};
    assertThat(ChangePoints.of(Values.of(values), 0.05)).isNotEmpty();
    assertThat(ChangePoints.of(Values.of(values), 0.05 / 1000)).isEmpty();
  }

  @Test
  void givesTheSameAnswerAgain() {
    Values runs = Values.of(100, 103, 98, 101, 99, 92, 91, 93, 90, 92, 94);
    assertThat(ChangePoints.of(runs, 0.01)).isEqualTo(ChangePoints.of(runs, 0.01));
    Step step = new Step(3, 20);
    assertThat(StepsOfNoise.chance(step, 12, 0.05)).isEqualTo(StepsOfNoise.chance(step, 12, 0.05));
  }

  /** Half of the draws have a step larger than their median, whatever the level. */
  @Test
  void theChanceIsTheShareOfLargerSteps() {
    assertThat(StepsOfNoise.chance(Step.NONE, 12, 0.05)).isEqualTo(1);
    assertThat(StepsOfNoise.chance(new Step(3, Double.POSITIVE_INFINITY), 12, 0.05))
        .isEqualTo(1 / 2001.0);
    assertThat(StepsOfNoise.chance(new Step(3, Double.POSITIVE_INFINITY), 12, 0.05 / 2000))
        .isLessThan(0.05 / 2000);
    // 4.79 is the 95 % quantile of t by an independent simulation.
    assertThat(StepsOfNoise.chance(new Step(3, 4.79 * 4.79), 12, 0.01)).isBetween(0.045, 0.055);
  }

  @Test
  void refusesWhatHasNoLogAndWhatIsNoChance() {
    assertThatThrownBy(() -> ChangePoints.of(Values.of(1, 0, 1), 0.05))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> ChangePoints.of(Values.of(1, 2), 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("no chance");
  }

  private static List<Integer> places(List<ChangePoint> changes) {
    return changes.stream().map(ChangePoint::place).toList();
  }

  private static List<Integer> ints(JsonNode array) {
    List<Integer> all = new ArrayList<>();
    array.forEach(one -> all.add(one.asInt()));
    return all;
  }
}
