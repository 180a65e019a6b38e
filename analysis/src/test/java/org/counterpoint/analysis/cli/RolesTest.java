package org.counterpoint.analysis.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.counterpoint.analysis.cli.Result.run;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that anybody's JMH wrote of a {@code @Group}, by every command. */
class RolesTest {

  private static final String QUEUE = "org.other.QueueBenchmark.queue";
  private static final double[] NOISE = {1, 1.01, 0.99, 1.005, 0.995, 1, 1.01, 0.99, 1.002, 0.998};

  private final Path folder;

  RolesTest(@TempDir Path folder) {
    this.folder = folder;
  }

  private static double[] about(double center) {
    double[] values = NOISE.clone();
    for (int i = 0; i < values.length; i++) {
      values[i] *= center;
    }
    return values;
  }

  private static JmhFile with(JmhFile file, String type, int threads, double offer, double poll) {
    return file.addGroup(
        QUEUE, Map.of("type", type), threads, Map.of("offer", about(offer), "poll", about(poll)));
  }

  private String file(String name, double offer, double poll) throws IOException {
    return with(new JmhFile(), "array", 2, offer, poll).write(folder.resolve(name)).toString();
  }

  /** What the one role gains the other loses: the sum stays as it was. */
  @Test
  void eachRoleIsComparedAndNotTheSum() throws IOException {
    Result result = run("compare", file("old.json", 30, 50), file("new.json", 50, 30));
    assertThat(result.exit()).isZero();
    assertThat(result.out())
        .containsPattern("QueueBenchmark\\.queue:offer/type=array-2 .* \\+66\\.\\d+% .* faster")
        .containsPattern("QueueBenchmark\\.queue:poll/type=array-2 .* -(39|40)\\.\\d+% .* slower")
        .doesNotContain("QueueBenchmark.queue/type")
        .contains("1 cell slower, 1 faster, 0 the same within 5 %, 0 unclear");
    assertThat(run("compare", "--gate", file("a.json", 30, 50), file("b.json", 50, 30)).exit())
        .isEqualTo(1);
  }

  @Test
  void aProgramReadsWhichRoleItIs() throws IOException {
    Result result =
        run("compare", "--format=json", file("old.json", 30, 50), file("new.json", 30, 50));
    JsonNode json = new ObjectMapper().readTree(result.out());
    assertThat(json.findValuesAsText("role")).containsExactly("offer", "poll");
    String plain =
        new JmhFile()
            .add(QUEUE, Map.of(), 2, about(30))
            .write(folder.resolve("plain.json"))
            .toString();
    assertThat(run("compare", "--format=json", plain, plain).out()).doesNotContain("\"role\"");
  }

  @Test
  void aReportHasAContestOfEachRoleAndKeepsTheSum() throws IOException {
    JmhFile file = new JmhFile();
    for (int threads : new int[] {2, 4}) {
      with(file, "array", threads, 10, 80);
      with(file, "linked", threads, 40, 20);
    }
    Path json = file.write(folder.resolve("queues.json"));
    Path out = folder.resolve("report");
    assertThat(run("report", json.toString(), "--output", out.toString()).exit()).isZero();
    String page = Files.readString(out.resolve("report.md"));
    assertThat(page)
        .contains("linked is fastest in role offer at 2 and 4 threads")
        .contains("array is fastest in role poll at 2 and 4 threads")
        .contains("Throughput of poll, ops/us (more is better)")
        .contains("QueueBenchmark.queue, role poll")
        .doesNotContain("array is fastest at");
    JsonNode contests =
        new ObjectMapper().readTree(out.resolve("summary.json").toFile()).at("/runs/0/contests");
    assertThat(contests.findValuesAsText("role"))
        .hasSize(contests.size())
        .containsExactly("offer", "offer", "poll", "poll");
    // The first contest of offer, linked.
    assertThat(contests.at("/0/entries/0/value").asDouble()).isBetween(39.5, 40.5);
    assertThat(Files.readAllLines(out.resolve("results.csv")))
        .hasSize(1 + 2 * 2 * 3 * NOISE.length)
        .contains("queues.json,17.0.15," + QUEUE + ",thrpt,,4,type=array,score,ops/us,0,90.0")
        .contains("queues.json,17.0.15," + QUEUE + ",thrpt,,4,type=array,poll,ops/us,0,80.0");
  }

  @Test
  void aRolesThroughputIsNotFittedOverThreadsOfWhichItHasAnUnknownPart() throws IOException {
    JmhFile file = new JmhFile();
    for (int threads = 2; threads <= 16; threads *= 2) {
      with(file, "array", threads, 10, 80 * threads);
    }
    String json = file.write(folder.resolve("queues.json")).toString();
    assertThat(run("scalability", json).out()).doesNotContain("queue");
    file.add("org.other.Plain.run", Map.of(), 1, about(10));
    file.add("org.other.Plain.run", Map.of(), 2, about(17));
    file.add("org.other.Plain.run", Map.of(), 4, about(23));
    assertThat(run("scalability", file.write(Path.of(json)).toString()).out())
        .contains("Plain.run")
        .doesNotContain("QueueBenchmark");
  }
}
