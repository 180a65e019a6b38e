package org.counterpoint.analysis.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import org.counterpoint.analysis.model.Values;
import org.junit.jupiter.api.Test;

class EstimateTest {

  @Test
  void reproducesThePublishedIntervalOfAMean() {
    JsonNode published = Reference.json("tests_two_sample.json").get("mean_t_CI");
    Estimate estimate = Estimate.of(Reference.withLogs(Reference.numbers(published.get("x"))));
    Interval interval = estimate.interval().orElseThrow();
    assertThat(Math.log(estimate.center()))
        .isEqualTo(published.get("center").asDouble(), within(1e-12));
    assertThat(Math.log(interval.low())).isEqualTo(published.get("lo").asDouble(), within(1e-8));
    assertThat(Math.log(interval.high())).isEqualTo(published.get("hi").asDouble(), within(1e-8));
  }

  @Test
  void reproducesTheHalfWidthOfTheWorkedExampleOfKaliberaAndJones() {
    JsonNode example = Reference.json("kalibera.json").get("worked_2_level");
    double[] means =
        example.get("Y").valueStream().mapToDouble(f -> mean(Reference.numbers(f))).toArray();
    Estimate estimate = Estimate.of(Reference.withLogs(means));
    assertThat(Math.log(estimate.center()))
        .isEqualTo(example.get("mean").asDouble(), within(1e-12));
    assertThat(Math.log(estimate.interval().orElseThrow().high() / estimate.center()))
        .isEqualTo(example.get("t95_two_sided_halfwidth_computed").asDouble(), within(1e-8));
  }

  @Test
  void isTheGeometricMean() {
    assertThat(Estimate.of(Values.of(1, 10, 100)).center()).isEqualTo(10, within(1e-12));
  }

  @Test
  void givesNoIntervalBelowThreeForks() {
    assertThat(Estimate.of(Values.of(7))).isEqualTo(new Estimate(1, Math.exp(Math.log(7)), none()));
    assertThat(Estimate.of(Values.of(7, 8)).interval()).isEmpty();
    assertThat(Estimate.of(Values.of(7, 8, 9)).interval()).isPresent();
  }

  @Test
  void givesTheArithmeticMeanAndNoIntervalWhereThereIsNoLog() {
    assertThat(Estimate.of(Values.of(0, 1, 5, 6))).isEqualTo(new Estimate(4, 3, none()));
  }

  @Test
  void isAPointWithoutVariance() {
    Estimate estimate = Estimate.of(Values.of(0.1, 0.1, 0.1, 0.1));
    assertThat(estimate.interval()).contains(new Interval(estimate.center(), estimate.center()));
    assertThat(estimate.center()).isEqualTo(0.1, within(1e-15));
  }

  @Test
  void staysFiniteAtTheEdgeOfDoubles() {
    Estimate estimate = Estimate.of(Values.of(Double.MIN_VALUE, 1, Double.MAX_VALUE));
    assertThat(estimate.interval()).contains(new Interval(0, Double.MAX_VALUE));
    Values largest = Values.of(Double.MAX_VALUE, Double.MAX_VALUE, Double.MAX_VALUE);
    assertThat(Estimate.of(largest).center()).isFinite();
    assertThat(Estimate.of(Values.of(-1, Double.MAX_VALUE, Double.MAX_VALUE)).center()).isFinite();
  }

  @Test
  void isCutWhereTheQuantityEnds() {
    Estimate estimate = new Estimate(5, 0.9, Optional.of(new Interval(0.4, 1.2)));
    assertThat(estimate.within(0.5, 1))
        .isEqualTo(new Estimate(5, 0.9, Optional.of(new Interval(0.5, 1))));
    assertThat(estimate.within(0.1, 2)).isEqualTo(estimate);
    assertThat(estimate.within(0.9, 0.9).interval()).contains(new Interval(0.9, 0.9));
    Estimate lone = new Estimate(2, 0.9, none());
    assertThat(lone.within(0.5, 1)).isEqualTo(lone);
    assertThatThrownBy(() -> estimate.within(0.91, 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("0.9 is not in [0.91, 1.0]");
    assertThatThrownBy(() -> estimate.within(0, 0.89)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void refusesNothing() {
    assertThatThrownBy(() -> Estimate.of(Values.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("0 forks");
  }

  private static Optional<Interval> none() {
    return Optional.empty();
  }

  private static double mean(double... values) {
    return Values.of(values).mean();
  }
}
