package org.counterpoint.analysis.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.counterpoint.analysis.model.Cell;
import org.counterpoint.analysis.model.Fork;
import org.counterpoint.analysis.model.Histogram;
import org.counterpoint.analysis.model.Jdk;
import org.counterpoint.analysis.model.Measurement;
import org.counterpoint.analysis.model.Metric;
import org.counterpoint.analysis.model.Mode;
import org.counterpoint.analysis.model.Protocol;
import org.counterpoint.analysis.model.Unit;
import org.counterpoint.analysis.model.Values;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuantilesOfForksTest {

  private static Metric metric(String name, String unit, double... forks) {
    List<Fork> values = new ArrayList<>();
    for (int block = 0; block < forks.length; block++) {
      values.add(new Fork(block, Values.of(forks[block]), Optional.empty()));
    }
    return new Metric(name, Unit.of(unit), values);
  }

  private static Measurement measured(Mode mode, Metric primary, Metric... secondary) {
    SortedMap<String, Metric> others = new TreeMap<>();
    for (Metric metric : secondary) {
      others.put(metric.name(), metric);
    }
    return new Measurement(
        new Cell("p.B.m", new TreeMap<>(Map.of("strategy", "A")), mode, 1),
        Jdk.UNKNOWN,
        new Protocol(primary.forks().size(), 1, "1 s", 1, "1 s", List.of()),
        primary,
        others);
  }

  /** Two forks that were offered an operation a microsecond on average. */
  private static Measurement offeredOne(String unit, double first, double second) {
    return measured(
        Mode.THROUGHPUT,
        metric(Metric.PRIMARY, unit, first, second),
        metric("responseTime.p50", "ns/op", 70, 90),
        metric("responseTime.samples", "samples", 5000, 400),
        metric("responseTime.offered", "ops/us", 0.5, 1.5));
  }

  @ParameterizedTest
  @CsvSource({
    "ops/us, 0.9, 1.1, 1, true",
    "ops/us, 0.98, 0.98, 0.98, true",
    "ops/us, 0.9, 1.0, 0.95, false",
    "ops/ms, 900, 1100, 1, true",
    "ops/s, 500000, 500000, 0.5, false"
  })
  void whatWasDoneOfWhatWasOfferedSaysWhoKeepsUp(
      String unit, double first, double second, double keptUp, boolean keeps) {
    Quantiles quantiles = Quantiles.of(offeredOne(unit, first, second)).orElseThrow();
    assertThat(quantiles.keptUp()).isCloseTo(keptUp, within(1e-12));
    assertThat(quantiles.isKeepingUp()).isEqualTo(keeps);
    assertThat(quantiles.timing()).isEqualTo(Timing.RESPONSE);
  }

  @Test
  void whereNothingWasOfferedEverybodyKeepsUp() {
    Quantiles quantiles =
        Quantiles.of(
                measured(
                    Mode.THROUGHPUT,
                    metric(Metric.PRIMARY, "ops/us", 3, 4),
                    metric("serviceTime.p50", "ns/op", 30, 40),
                    metric("serviceTime.samples", "samples", 20, 20)))
            .orElseThrow();
    assertThat(quantiles.keptUp()).isEqualTo(1);
    assertThat(quantiles.isKeepingUp()).isTrue();
    assertThat(quantiles.forks()).isEqualTo(2);
    assertThat(quantiles.isBiased()).isFalse();
  }

  @Test
  void theForkWithTheFewestSamplesDecidesWhatIsShown() {
    Measurement measurement = offeredOne("ops/us", 1, 1);
    assertThat(Quantiles.of(measurement).orElseThrow().samples()).isEqualTo(400);
    assertThat(Quantiles.perFork(measurement, Quantiles.Point.P50).orElseThrow().forkMeans())
        .isEqualTo(Values.of(70, 90));
    assertThat(Quantiles.perFork(measurement, Quantiles.Point.P99)).isEmpty();
  }

  private static Measurement sampled(String unit, long... counts) {
    List<Fork> forks = new ArrayList<>();
    for (int block = 0; block < counts.length; block++) {
      double[] values = {1 + block, 5, 100};
      Histogram histogram = Histogram.of(values, new long[] {counts[block] - 11, 10, 1});
      forks.add(new Fork(block, Values.of(2), Optional.of(histogram)));
    }
    return measured(Mode.SAMPLE_TIME, new Metric(Metric.PRIMARY, Unit.of(unit), forks));
  }

  @Test
  void sampleModeHasOneValueAFork() {
    Measurement measurement = sampled("us/op", 1000, 5000);
    Metric median = Quantiles.perFork(measurement, Quantiles.Point.P50).orElseThrow();
    assertThat(median.name()).isEqualTo("p50");
    assertThat(median.unit()).isEqualTo(Unit.of("us/op"));
    assertThat(median.forkMeans()).isEqualTo(Values.of(1, 2));
    assertThat(median.forks()).extracting(Fork::block).containsExactly(0, 1);
    // Of the fork with 1,000 samples none lies beyond the 99.9th with nine others.
    assertThat(Quantiles.perFork(measurement, Quantiles.Point.P999)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"ns/op, true", "us/op, true", "ms/op, false"})
  void sampleModeIsWrongInTheTailOfWhatIsFast(String unit, boolean biased) {
    assertThat(Quantiles.isBiased(sampled(unit, 1000, 1000))).isEqualTo(biased);
  }

  @Test
  void aStrideIsNot() {
    assertThat(Quantiles.isBiased(offeredOne("ops/us", 1, 1))).isFalse();
    assertThat(Quantiles.isBiased(measured(Mode.THROUGHPUT, metric("x", "ops/us", 1, 2))))
        .isFalse();
  }

  @Test
  void anAxisOfNinesHasEachPercentileOneFurther() {
    assertThat(Quantiles.Point.P90.nines()).isCloseTo(1, within(1e-12));
    assertThat(Quantiles.Point.P9999.nines()).isCloseTo(4, within(1e-9));
    assertThat(Quantiles.Point.MAX.nines()).isEqualTo(5);
  }
}
