package org.counterpoint.analysis.jmh;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.counterpoint.analysis.model.Fork;
import org.counterpoint.analysis.model.Jdk;
import org.counterpoint.analysis.model.Measurement;
import org.counterpoint.analysis.model.Metric;
import org.counterpoint.analysis.model.Run;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What differs from file to file and is no reason to refuse one. */
class ToleranceTest {

  private static final String CELL = "Bench.run[size=1] thrpt, 2 threads";

  private final Path folder;

  ToleranceTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void readsTheSampleItselfWithoutAWarning() throws UnreadableInput {
    Run run = read(Samples.SMALL);
    assertThat(run.warnings()).isEmpty();
    assertThat(only(run).primary().forkMeans().toArray()).containsExactly(1.5, 3.5);
    assertThat(only(run).jdk()).isEqualTo(new Jdk("17.0.15", "17.0.15", "unknown", "unknown"));
  }

  @Test
  void readsAFileOfAnOldJmhThatSaysNothingOfItsJvm() throws UnreadableInput {
    Run run =
        read(
            """
            [
              {
                "benchmark" : "example.Bench.run",
                "mode" : "sample",
                "threads" : 1,
                "forks" : 1,
                "warmupIterations" : 5,
                "warmupTime" : "1 s",
                "measurementIterations" : 2,
                "measurementTime" : "1 s",
                "primaryMetric" : {
                  "score" : 11.0,
                  "scoreError" : NaN,
                  "scoreConfidence" : [NaN, NaN],
                  "scoreUnit" : "us/op",
                  "rawData" : [[10.0, 20.0]]
                },
                "secondaryMetrics" : {
                }
              }
            ]
            """);
    assertThat(only(run).jdk()).isEqualTo(Jdk.UNKNOWN);
    assertThat(only(run).cell().params()).isEmpty();
    assertThat(only(run).primary().forks().get(0).histogram()).isEmpty();
    // The score is weighted by observations that such a file does not have.
    assertThat(run.warnings()).isEmpty();
  }

  @Test
  void readsWhateverOrderTheKeysAreIn() throws UnreadableInput {
    Run run =
        read(
            """
            [{"primaryMetric": {"rawData": [[4.0]], "scoreUnit": "ns/op", "score": 4.0,
            "later": {"deep": [{}]}}, "secondaryMetrics": {}, "forks": 1, "threads": 1,
            "mode": "avgt", "extra": [[1, 2], {"benchmark": "no"}], "benchmark": "a.B.c"}]
            """);
    assertThat(only(run).cell()).hasToString("B.c avgt, 1 thread");
    assertThat(only(run).primary().forkMeans().toArray()).containsExactly(4.0);
  }

  @Test
  void readsOtherEncodingsOfUnicode() throws Exception {
    Path file = folder.resolve("utf16.json");
    Files.write(file, ("\ufeff" + Samples.SMALL).getBytes(StandardCharsets.UTF_16LE));
    assertThat(Runs.read(file).measurements()).hasSize(1);
  }

  @Test
  void takesNumbersAsParams() throws UnreadableInput {
    Run run = read(Samples.smallWith("{\"size\": \"1\"}", "{\"size\": 64, \"fair\": true}"));
    assertThat(only(run).cell().params()).containsEntry("size", "64").containsEntry("fair", "true");
  }

  @Test
  void leavesOutASecondaryMetricWithoutNumbers() throws UnreadableInput {
    for (String notFinite : new String[] {"\"NaN\"", "\"+INF\"", "\"-INF\"", "NaN", "-1e999"}) {
      Run run =
          read(
              Samples.smallWith(
                  "[[1.0, 1.0], [1.0, 1.0]]", "[[1.0, 1.0], [1.0, " + notFinite + "]]"));
      assertThat(only(run).secondary()).isEmpty();
      assertThat(run.warnings())
          .containsExactly(
              CELL
                  + ": the secondary metric \"gc.count\" has values that are no numbers; left out");
    }
  }

  @Test
  void leavesOutASecondaryMetricWithoutAValueAFork() throws UnreadableInput {
    for (String empty : new String[] {"[[], []]", "[]"}) {
      Run run = read(Samples.smallWith("[[1.0, 1.0], [1.0, 1.0]]", empty));
      assertThat(only(run).secondary()).isEmpty();
      assertThat(run.warnings())
          .containsExactly(
              CELL + ": the secondary metric \"gc.count\" has no value a fork; left out");
    }
  }

  @Test
  void keepsTheForksThatASecondaryMetricHas() throws UnreadableInput {
    Run run = read(Samples.smallWith("[[1.0, 1.0], [1.0, 1.0]]", "[[], [7.0]]"));
    Metric metric = requireNonNull(only(run).secondary().get("gc.count"));
    assertThat(metric.forks()).extracting(Fork::block).containsExactly(1);
    assertThat(metric.forkMeans().toArray()).containsExactly(7.0);
    assertThat(run.warnings())
        .containsExactly(
            CELL
                + ": the secondary metric \"gc.count\" lacks values of some iterations, and speaks"
                + " of the others");
  }

  @Test
  void takesOneValueAForkOfASecondaryMetricForGranted() throws UnreadableInput {
    Run run = read(Samples.smallWith("[[1.0, 1.0], [1.0, 1.0]]", "[[7.0], [9.0]]"));
    assertThat(only(run).secondary().get("gc.count")).isNotNull();
    assertThat(run.warnings()).isEmpty();
  }

  @Test
  void readsNamesOfProfilersAsTheyAre() throws UnreadableInput {
    Run run = read(Samples.smallWith("gc.count", "·stack:a.b"));
    assertThat(only(run).secondary()).containsOnlyKeys("·stack:a.b");
  }

  @Test
  void warnsOfAScoreThatItsRawDataDoNotGive() throws UnreadableInput {
    Run run = read(Samples.smallWith("\"score\": 2.5", "\"score\": 25.0"));
    assertThat(run.warnings())
        .containsExactly(
            CELL
                + " (score 25.0000, raw data 2.50000): the score is not the mean of its raw data,"
                + " as if edited; only the raw data are used");
    assertThat(only(run).primary().forkMeans().toArray()).containsExactly(1.5, 3.5);
  }

  @Test
  void warnsOfMoreForksThanWereAskedFor() throws UnreadableInput {
    Run run = read(Samples.smallWith("\"forks\": 2", "\"forks\": 1"));
    assertThat(only(run).primary().forks()).hasSize(2);
    assertThat(run.warnings())
        .containsExactly(
            CELL + ": raw data of more forks than \"forks\" says; all of them are used");
  }

  @Test
  void mergesTheIterationsOfAHistogram() throws UnreadableInput {
    Run run =
        read(
            Samples.smallWith("\"thrpt\"", "\"sample\"")
                .replace("\"forks\": 2", "\"forks\": 1")
                .replace(
                    "\"rawData\": [[1.0, 2.0], [3.0, 4.0]]",
                    "\"rawDataHistogram\": [[[[3.0, 1], [1.0, 3]], [[3.0, 2], [5.0, 2]], []]]"));
    Fork fork = only(run).primary().forks().get(0);
    assertThat(fork.iterations().toArray()).containsExactly(1.5, 4.0);
    assertThat(fork.histogram().orElseThrow().total()).isEqualTo(8);
    assertThat(fork.mean()).isCloseTo(22.0 / 8, within(1e-12));
    assertThat(fork.histogram().orElseThrow().quantile(0.5)).isEqualTo(3.0);
    assertThat(run.warnings())
        .contains(
            "Bench.run[size=1] sample, 2 threads: iterations without an observation, which count"
                + " for nothing");
  }

  @Test
  void tellsJdksOfOneVersionApart() throws UnreadableInput {
    String other =
        Samples.smallWith(
            "\"jdkVersion\": \"17.0.15\"", "\"jdkVersion\": \"17.0.15\", \"vmName\": \"J9\"");
    Run run = read(Samples.SMALL.strip().replaceFirst("]$", ",") + other.strip().substring(1));
    assertThat(run.measurements())
        .extracting(measurement -> measurement.jdk().label())
        .containsExactly("17.0.15 unknown", "17.0.15 J9");
  }

  private Run read(String content) throws UnreadableInput {
    return Runs.read(Samples.write(folder, "result.json", content));
  }

  private static Measurement only(Run run) {
    assertThat(run.measurements()).hasSize(1);
    return run.measurements().get(0);
  }
}
