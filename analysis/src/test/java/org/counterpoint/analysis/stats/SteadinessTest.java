package org.counterpoint.analysis.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.counterpoint.analysis.model.Values;
import org.counterpoint.analysis.stats.Steadiness.Verdict;
import org.junit.jupiter.api.Test;

class SteadinessTest {

  @Test
  void comparesTheHalvesOfEachFork() {
    Steadiness steadiness =
        Steadiness.of(
            List.of(Reference.withLogs(0, 0, 1, 1), Reference.withLogs(5, 7, 9, 7), logs(2)));
    // Differences 1, 2, 2: mean 5/3, s = 1/√3, t(0.975, 2) = 4.30265.
    Interval interval = steadiness.secondOverFirst().orElseThrow();
    assertThat(Math.log(interval.low())).isEqualTo(5.0 / 3 - 4.3026527 / 3, within(1e-6));
    assertThat(Math.log(interval.high())).isEqualTo(5.0 / 3 + 4.3026527 / 3, within(1e-6));
    assertThat(steadiness.verdict()).isEqualTo(Verdict.DRIFT);
  }

  @Test
  void leavesAMiddleIterationOut() {
    List<Values> forks = List.of(Values.of(1, 99, 2), Values.of(1, 0.1, 2), Values.of(1, 5, 2));
    Interval interval = Steadiness.of(forks).secondOverFirst().orElseThrow();
    assertThat(interval.low()).isEqualTo(2, within(1e-12));
    assertThat(interval.high()).isEqualTo(2, within(1e-12));
  }

  @Test
  void slowingDownIsDriftToo() {
    assertThat(verdict(0.5, 0.6, 0.55)).isEqualTo(Verdict.DRIFT);
  }

  @Test
  void aSmallDriftIsSteadyEvenIfCertain() {
    assertThat(verdict(1.010, 1.011, 1.010)).isEqualTo(Verdict.STEADY);
    assertThat(verdict(1.001, 0.999, 1.000)).isEqualTo(Verdict.STEADY);
  }

  @Test
  void theMarginIsTwoPercentEitherWay() {
    assertThat(verdict(1.0199, 1.0199, 1.0199)).isEqualTo(Verdict.STEADY);
    assertThat(verdict(1.0201, 1.0201, 1.0201)).isEqualTo(Verdict.DRIFT);
    assertThat(verdict(1 / 1.0199, 1 / 1.0199, 1 / 1.0199)).isEqualTo(Verdict.STEADY);
    assertThat(verdict(1 / 1.0201, 1 / 1.0201, 1 / 1.0201)).isEqualTo(Verdict.DRIFT);
  }

  @Test
  void aWideIntervalAroundNothingIsUnclear() {
    assertThat(verdict(1.1, 0.9, 1.0)).isEqualTo(Verdict.UNCLEAR);
  }

  @Test
  void whatCannotBeMeasuredIsUnclear() {
    Values good = Values.of(1, 1, 1, 1);
    assertThat(Steadiness.of(List.of(good, good)).verdict()).isEqualTo(Verdict.UNCLEAR);
    assertThat(Steadiness.of(List.of(good, good, Values.of(1))).secondOverFirst()).isEmpty();
    assertThat(Steadiness.of(List.of(good, good, Values.of(1, 0))).secondOverFirst()).isEmpty();
    assertThat(Steadiness.of(List.of()).verdict()).isEqualTo(Verdict.UNCLEAR);
    assertThat(Steadiness.of(List.of(good, good, good)).verdict()).isEqualTo(Verdict.STEADY);
  }

  private static Verdict verdict(double... ratios) {
    return Steadiness.of(
            Values.of(ratios).stream()
                .mapToObj(ratio -> Values.of(3, 3, 3 * ratio, 3 * ratio))
                .toList())
        .verdict();
  }

  private static Values logs(double difference) {
    return Reference.withLogs(1, 3, 1 + difference, 3 + difference);
  }
}
