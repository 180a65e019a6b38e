package org.counterpoint.analysis.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.counterpoint.analysis.model.Cell;
import org.counterpoint.analysis.model.Fork;
import org.counterpoint.analysis.model.Histogram;
import org.counterpoint.analysis.model.Measurement;
import org.counterpoint.analysis.model.Metric;
import org.counterpoint.analysis.model.Mode;
import org.counterpoint.analysis.model.Protocol;
import org.counterpoint.analysis.model.Unit;
import org.counterpoint.analysis.model.Values;
import org.counterpoint.analysis.stats.Quantiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuantilesTest {

  @ParameterizedTest
  @CsvSource({
    "0, ",
    "19, max",
    "20, p50 max",
    "999, p50 p90 max",
    "1000, p50 p90 p99 max",
    "99999, p50 p90 p99 p99.9 max",
    "100000, p50 p90 p99 p99.9 p99.99 max",
  })
  void showOnlyWhatTenSamplesLieBeyond(double samples, String shown) {
    Summary summary = Summary.of(Runs.own().samples(samples).make());
    Quantiles quantiles = summary.serviceTimes().get(0).lines().get(0).quantiles().orElseThrow();
    assertThat(
            quantiles.estimates().keySet().stream()
                .sorted()
                .map(Quantiles.Point::label)
                .reduce("", (a, b) -> (a + " " + b).strip()))
        .isEqualTo(shown == null ? "" : shown);
  }

  @Test
  void areTakenPerForkFromTheHistogramsOfSampleMode() {
    Histogram histogram = Histogram.of(new double[] {1, 5, 100}, new long[] {900, 99, 1});
    Fork fork = new Fork(0, Values.of(2), Optional.of(histogram));
    Measurement sampled =
        new Measurement(
            new Cell("p.B.m", Runs.params(), Mode.SAMPLE_TIME, 1),
            Runs.JDK_17,
            new Protocol(3, 1, "1 s", 1, "1 s", List.of()),
            new Metric(Metric.PRIMARY, Unit.of("us/op"), List.of(fork, fork, fork)),
            new TreeMap<>());
    Quantiles quantiles = Quantiles.of(sampled).orElseThrow();
    assertThat(quantiles.samples()).isEqualTo(1000);
    assertThat(quantiles.unit().symbol()).isEqualTo("us/op");
    assertThat(quantiles.estimates())
        .containsOnlyKeys(
            Quantiles.Point.P50, Quantiles.Point.P90, Quantiles.Point.P99, Quantiles.Point.MAX);
    assertThat(center(quantiles, Quantiles.Point.P99)).isCloseTo(5, within(1e-9));
    assertThat(center(quantiles, Quantiles.Point.MAX)).isCloseTo(100, within(1e-9));
  }

  @ParameterizedTest
  @CsvSource({"us/op, true", "ms/op, false"})
  void ofFastOperationsInSampleModeSupportNoVerdict(String unit, boolean biased) {
    Summary summary =
        Summary.of(Runs.foreign("f", sampled("get", unit, 1), sampled("put", unit, 3)));
    ServiceTime time = summary.serviceTimes().get(0);
    assertThat(time.contest().isDecided()).isEqualTo(!biased);
    assertThat(time.contest().why()).isEqualTo(biased ? ServiceTime.BIAS : "");
    assertThat(summary.contests().get(0).isDecided()).isTrue();
  }

  private static Measurement sampled(String method, String unit, double factor) {
    double[] values = {factor, 5 * factor, 100 * factor};
    List<Fork> forks = new ArrayList<>();
    for (int block = 0; block < 5; block++) {
      Histogram histogram = Histogram.of(values, new long[] {900 + block, 99, 1});
      forks.add(new Fork(block, Values.of(2), Optional.of(histogram)));
    }
    return new Measurement(
        new Cell("p.B." + method, Runs.params(), Mode.SAMPLE_TIME, 1),
        Runs.JDK_17,
        new Protocol(5, 1, "1 s", 1, "1 s", List.of()),
        new Metric(Metric.PRIMARY, Unit.of(unit), forks),
        new TreeMap<>());
  }

  private static double center(Quantiles quantiles, Quantiles.Point point) {
    return Objects.requireNonNull(quantiles.estimates().get(point)).center();
  }

  @Test
  void thereAreNoneOfAPlainScore() {
    assertThat(
            Quantiles.of(
                Runs.entry("p.B.m", Runs.params(), Mode.AVERAGE_TIME, 1, "ns/op", 1, 2, 3)))
        .isEmpty();
  }

  @Test
  void tooFewSamplesAreSaidInTheTable() {
    Summary summary = Summary.of(Runs.own().samples(500).make());
    Block.Table table = Tables.percentiles(summary.run(), summary.serviceTimes().get(0));
    assertThat(table.rows().get(0))
        .extracting(Block.Cell::text)
        .containsSubsequence("too few samples", "too few samples", "too few samples");
  }
}
