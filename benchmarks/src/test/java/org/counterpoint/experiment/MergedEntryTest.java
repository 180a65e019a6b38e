package org.counterpoint.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.counterpoint.bench.LostUpdateProfiler;
import org.counterpoint.bench.ServiceTimeBenchmark;
import org.counterpoint.bench.ServiceTimeProfiler;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.BenchmarkResult;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.results.format.ResultFormatFactory;
import org.openjdk.jmh.results.format.ResultFormatType;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/** What is merged from one fork at a time must be, key by key, what JMH writes of all of them. */
class MergedEntryTest {

  private static final ObjectMapper MAPPER = new ObjectMapper();

  private static JsonNode byJmh = MAPPER.nullNode();
  private static final List<JsonNode> ONE_FORK_EACH = new ArrayList<>();

  @BeforeAll
  static void measureThreeForks() throws Exception {
    RunResult run =
        new Runner(
                new OptionsBuilder()
                    .include(ServiceTimeBenchmark.class.getName() + ".increment")
                    .param("strategy", "SYNCHRONIZED")
                    .threads(2)
                    .forks(3)
                    .warmupIterations(1)
                    .warmupTime(TimeValue.milliseconds(50))
                    .measurementIterations(3)
                    .measurementTime(TimeValue.milliseconds(50))
                    .addProfiler(LostUpdateProfiler.class)
                    .addProfiler(ServiceTimeProfiler.class)
                    .addProfiler(GCProfiler.class)
                    .build(),
                new CapturedOutput())
            .runSingle();
    byJmh = write(run);
    for (BenchmarkResult fork : run.getBenchmarkResults()) {
      ONE_FORK_EACH.add(write(new RunResult(run.getParams(), List.of(fork))));
    }
  }

  private static JsonNode write(RunResult run) throws Exception {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    Collection<RunResult> runs = List.of(run);
    ResultFormatFactory.getInstance(
            ResultFormatType.JSON, new PrintStream(bytes, true, StandardCharsets.UTF_8))
        .writeOut(runs);
    return MAPPER.readTree(bytes.toByteArray()).get(0);
  }

  @Test
  void sameKeysInTheSameOrderAndTheSameValues() {
    assertThat(ONE_FORK_EACH).hasSize(3);
    compare("", MergedEntry.of(ONE_FORK_EACH), byJmh);
  }

  @Test
  void rawDataKeepsTheOrderOfTheForks() {
    List<JsonNode> reversed = new ArrayList<>(ONE_FORK_EACH);
    java.util.Collections.reverse(reversed);
    assertThat(MergedEntry.of(reversed).at("/primaryMetric/rawData/0"))
        .isEqualTo(byJmh.at("/primaryMetric/rawData/2"));
  }

  private static void compare(String path, JsonNode ours, JsonNode jmhs) {
    assertThat(ours.getNodeType()).as(path).isEqualTo(jmhs.getNodeType());
    if (jmhs.isObject()) {
      assertThat(names(ours)).as(path).containsExactlyElementsOf(names(jmhs));
      for (Map.Entry<String, JsonNode> field : jmhs.properties()) {
        compare(path + "/" + field.getKey(), ours.get(field.getKey()), field.getValue());
      }
    } else if (jmhs.isArray()) {
      assertThat(ours).as(path).hasSize(jmhs.size());
      for (int i = 0; i < jmhs.size(); i++) {
        compare(path + "/" + i, ours.get(i), jmhs.get(i));
      }
    } else if (jmhs.isNumber()) {
      double expected = jmhs.doubleValue();
      assertThat(ours.doubleValue())
          .as(path)
          .isCloseTo(
              expected,
              org.assertj.core.data.Offset.offset(1e-9 * Math.max(1, Math.abs(expected))));
    } else {
      assertThat(ours).as(path).isEqualTo(jmhs);
    }
  }

  private static List<String> names(JsonNode node) {
    List<String> names = new ArrayList<>();
    for (Iterator<String> it = node.fieldNames(); it.hasNext(); ) {
      names.add(it.next());
    }
    return names;
  }
}
