package org.counterpoint.analysis.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.counterpoint.analysis.cli.Result.run;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScalabilityCommandTest {

  private final Path folder;

  ScalabilityCommandTest(@TempDir Path folder) {
    this.folder = folder;
  }

  /** σ = .1, κ = .005, λ = 10, so a peak at 13.4. */
  private static double[] forks(double n) {
    double x = 10 * n / (1 + 0.1 * (n - 1) + 0.005 * n * (n - 1));
    return new double[] {x, 1.01 * x, 0.99 * x, 1.005 * x, 0.995 * x};
  }

  private String threads(String mode, String unit) throws IOException {
    JmhFile file = new JmhFile();
    for (int n = 1; n <= 32; n *= 2) {
      double[] values = forks(n);
      if (mode.equals("avgt")) {
        for (int i = 0; i < values.length; i++) {
          values[i] = n / values[i];
        }
      }
      file.add("org.example.A.b", Map.of(), n, mode, unit, values);
    }
    return file.write(folder.resolve(mode + ".json")).toString();
  }

  @Test
  void fitsThroughputOverThreads() throws IOException {
    Result result = run("scalability", threads("thrpt", "ops/us"), "--cores=4");
    assertThat(result.exit()).isZero();
    assertThat(result.out())
        .contains("A.b, JDK 17.0.15; load: threads 1, 2, 4, 8, 16, 32; 30 forks")
        .containsPattern("λ .* (9\\.9\\d+|10\\.0\\d) \\[.*\\] ops/us")
        .containsPattern("σ .* 0\\.(09|10)\\d+ \\[")
        .containsPattern("N\\* .* 13\\.\\d\\d \\[")
        .contains("note: more threads than cores measure the scheduler as well");
  }

  /** N threads that each need R for an operation do N/R of them. */
  @Test
  void takesTheTimeOfAnOperationForThroughput() throws IOException {
    Result result = run("scalability", threads("avgt", "us/op"));
    assertThat(result.out()).containsPattern("N\\* .* 13\\.\\d\\d \\[").contains("ops/us");
    assertThat(result.out()).doesNotContain("scheduler");
  }

  @Test
  void takesAParamForTheLoad() throws IOException {
    JmhFile file = new JmhFile();
    for (int n = 1; n <= 32; n *= 2) {
      file.add("org.example.A.b", Map.of("clients", "" + n), 1, forks(n));
    }
    String json = file.write(folder.resolve("param.json")).toString();
    Result result = run("scalability", json, "--load=clients", "--format=json");
    assertThat(result.exit()).isZero();
    JsonNode series = new ObjectMapper().readTree(result.out()).at("/series/0");
    assertThat(series.get("load").asText()).isEqualTo("clients");
    assertThat(series.at("/fit/peak").asDouble()).isBetween(13.0, 14.0);
    assertThat(series.at("/fit/peakInterval/low").asDouble()).isLessThan(13.4);
    assertThat(series.at("/points")).hasSize(30);

    Result none = run("scalability", json);
    assertThat(none.exit()).isEqualTo(2);
    assertThat(none.err()).contains("at several values of threads: give another --load");
  }

  @Test
  void printsNoPeakWhereThereIsNone() throws IOException {
    JmhFile file = new JmhFile();
    for (int n : new int[] {1, 2, 4}) {
      file.add("org.example.A.b", Map.of(), n, n, 1.02 * n, 0.98 * n, n, 1.01 * n);
    }
    Result result =
        run("scalability", file.write(folder.resolve("x.json")).toString(), "--format=markdown");
    assertThat(result.out())
        .contains("no peak in range")
        .contains("fewer than 5 loads")
        .contains("| A.b, JDK 17.0.15");
  }

  @Test
  void refusesWhatCannotBe() throws IOException {
    Result format = run("scalability", threads("thrpt", "ops/us"), "--format=pdf");
    assertThat(format.exit()).isEqualTo(2);
    assertThat(format.err()).contains("--format: \"pdf\" is none of text, markdown, json");
    Result cores = run("scalability", threads("thrpt", "ops/us"), "--cores=-1");
    assertThat(cores.exit()).isEqualTo(2);
    assertThat(cores.err()).contains("--cores: -1 is below 1");
  }
}
