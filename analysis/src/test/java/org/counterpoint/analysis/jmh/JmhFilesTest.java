package org.counterpoint.analysis.jmh;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.counterpoint.analysis.model.Cell;
import org.counterpoint.analysis.model.Histogram;
import org.counterpoint.analysis.model.Jdk;
import org.counterpoint.analysis.model.Measurement;
import org.counterpoint.analysis.model.Metric;
import org.counterpoint.analysis.model.Mode;
import org.counterpoint.analysis.model.Protocol;
import org.counterpoint.analysis.model.Run;
import org.counterpoint.analysis.model.Unit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that JMH 1.37 wrote, value by value. */
class JmhFilesTest {

  private static final Jdk JDK =
      new Jdk("17.0.15", "17.0.15", "OpenJDK 64-Bit Server VM", "17.0.15+6-Debian-1deb12u1");

  @Test
  void readsEveryMode() throws UnreadableInput {
    Run run = Runs.read(Samples.resource("all-modes.json"));

    assertThat(run.name()).isEqualTo("all-modes.json");
    assertThat(run.plan()).isEmpty();
    assertThat(run.environment()).isEmpty();
    assertThat(run.failures()).isEmpty();
    assertThat(run.measurements())
        .extracting(measurement -> measurement.cell().mode())
        .containsExactly(Mode.THROUGHPUT, Mode.AVERAGE_TIME, Mode.SAMPLE_TIME, Mode.SINGLE_SHOT);
    assertThat(run.measurements()).extracting(Measurement::jdk).containsOnly(JDK);
    assertThat(run.measurements())
        .allSatisfy(
            measurement -> {
              Cell cell = measurement.cell();
              assertThat(cell.benchmark()).isEqualTo("example.SmallBenchmark.copy");
              assertThat(cell.params()).isEqualTo(Map.of("size", "1"));
              assertThat(cell.threads()).isEqualTo(2);
              assertThat(measurement.primary().forks()).hasSize(3);
              assertThat(measurement.primary().forks())
                  .extracting(fork -> fork.block())
                  .containsExactly(0, 1, 2);
            });
  }

  @Test
  void readsTheProtocolAndTheValues() throws UnreadableInput {
    Measurement throughput = Runs.read(Samples.resource("all-modes.json")).measurements().get(0);

    assertThat(throughput.protocol())
        .isEqualTo(new Protocol(3, 1, "20 ms", 2, "20 ms", List.of("-Xmx256m")));
    Metric primary = throughput.primary();
    assertThat(primary.name()).isEqualTo(Metric.PRIMARY);
    assertThat(primary.unit()).isEqualTo(Unit.of("ops/us"));
    assertThat(primary.forks()).allSatisfy(fork -> assertThat(fork.histogram()).isEmpty());
    assertThat(primary.forks().get(0).iterations().toArray())
        .containsExactly(5.375929512645893, 11.846424105961626);
    // JMH's own aggregate of the same numbers.
    assertThat(primary.forkMeans().mean()).isCloseTo(8.450513728490337, within(1e-9));
  }

  @Test
  void readsSampledTimesAsHistograms() throws UnreadableInput {
    Metric sampled = Runs.read(Samples.resource("all-modes.json")).measurements().get(2).primary();

    long observations = 0;
    double sum = 0;
    for (var fork : sampled.forks()) {
      Histogram all = fork.histogram().orElseThrow();
      assertThat(fork.iterations().size()).isEqualTo(2);
      assertThat(fork.mean()).isEqualTo(all.mean());
      observations += all.total();
      sum += all.mean() * all.total();
    }
    assertThat(observations).isEqualTo(7343);
    assertThat(sum / observations).isCloseTo(0.11782037314449137, within(1e-9));
    assertThat(sampled.forks().get(0).histogram().orElseThrow().quantile(1)).isEqualTo(6.152);
  }

  @Test
  void readsSecondaryMetricsAndLeavesOutWhatHasNoNumbers() throws UnreadableInput {
    Run run = Runs.read(Samples.resource("secondaries.json"));

    assertThat(run.measurements())
        .extracting(measurement -> measurement.cell().toString())
        .containsExactly(
            "SmallBenchmark.counted[size=1] thrpt, 1 thread",
            "SmallBenchmark.counted[size=a;[b]<c>&\"d\\] thrpt, 1 thread",
            "SmallBenchmark.rw[size=1] thrpt, 2 threads, role read",
            "SmallBenchmark.rw[size=1] thrpt, 2 threads, role write",
            "SmallBenchmark.rw[size=a;[b]<c>&\"d\\] thrpt, 2 threads, role read",
            "SmallBenchmark.rw[size=a;[b]<c>&\"d\\] thrpt, 2 threads, role write");
    assertThat(run.measurements().get(0).secondary())
        .containsOnlyKeys("gc.alloc.rate", "gc.alloc.rate.norm", "gc.count", "hits");
    assertThat(run.measurements().get(3).primary().forks().get(0).iterations().toArray())
        .containsExactly(123.93782352499632, 123.18928327239492);
    assertThat(run.groups())
        .extracting(group -> group.cell().toString())
        .containsExactly(
            "SmallBenchmark.rw[size=1] thrpt, 2 threads",
            "SmallBenchmark.rw[size=a;[b]<c>&\"d\\] thrpt, 2 threads");
    assertThat(run.groups().get(0).secondary()).containsKeys("read", "write", "gc.count");
    Metric hits = secondary(run.measurements().get(0), "hits");
    assertThat(hits.unit().kind()).isEqualTo(Unit.Kind.OTHER);
    assertThat(hits.forks())
        .hasSize(2)
        .allSatisfy(fork -> assertThat(fork.iterations().size()).isEqualTo(2));
    assertThat(run.warnings())
        .containsExactly(
            "SmallBenchmark.counted[size=1] thrpt, 1 thread (and 3 more): the secondary metric"
                + " \"stack\" has values that are no numbers; left out");
  }

  @Test
  void readsWhatRanInsideJmhWithAWarning() throws UnreadableInput {
    Run run = Runs.read(Samples.resource("in-process.json"));

    assertThat(run.measurements().get(0).protocol().forks()).isZero();
    assertThat(run.measurements().get(0).primary().forks()).hasSize(1);
    assertThat(run.warnings())
        .containsExactly(
            "SmallBenchmark.copy[size=1] avgt, 1 thread: ran inside JMH's own JVM (forks: 0): one"
                + " fork that other benchmarks may have shaped, and no interval");
  }

  @ParameterizedTest
  @ValueSource(strings = {"de-DE", "tr-TR", "ar-EG-u-nu-arab"})
  void readsTheSameInEveryLocale(String tag) throws UnreadableInput {
    Function<String, Object> facts =
        name -> {
          try {
            Run run = Runs.read(Samples.resource(name));
            return run.measurements().stream()
                    .map(m -> m.cell() + " " + m.jdk() + " " + m.primary().forkMeans())
                    .collect(Collectors.joining("\n"))
                + run.warnings();
          } catch (UnreadableInput refused) {
            return refused.getMessage();
          }
        };
    List<String> names =
        List.of("all-modes.json", "secondaries.json", "in-process.json", "no-raw-data.json");
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.ROOT);
      List<Object> expected = names.stream().map(facts).toList();
      Locale.setDefault(Locale.forLanguageTag(tag));
      assertThat(names.stream().map(facts).toList()).isEqualTo(expected);
    } finally {
      Locale.setDefault(before);
    }
  }

  private static Metric secondary(Measurement measurement, String name) {
    return requireNonNull(measurement.secondary().get(name));
  }
}
