package org.counterpoint.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.counterpoint.analysis.model.Cell;
import org.counterpoint.analysis.model.Failure;
import org.counterpoint.analysis.model.JvmVariant;
import org.counterpoint.analysis.model.Mode;
import org.counterpoint.analysis.model.Plan;
import org.counterpoint.bench.ControlBenchmark;
import org.counterpoint.bench.CrashBenchmark;
import org.counterpoint.bench.IncrementBenchmark;
import org.counterpoint.bench.RacyBenchmark;
import org.counterpoint.bench.RacyVirtualThreadBenchmark;
import org.counterpoint.bench.ServiceTimeBenchmark;
import org.counterpoint.experiment.jdks.ChosenJdk;
import org.counterpoint.experiment.jdks.InvalidJdks;
import org.counterpoint.experiment.jdks.Jdks;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;
import org.junit.jupiter.api.io.TempDir;

class JmhForkTest {

  private static final ChosenJdk CURRENT = current();

  private static final TypeReference<List<String>> STRINGS = new TypeReference<>() {};
  private static final JmhFork FORK = new JmhFork(Plans.of(List.of(), List.of(), 0));

  private static ForkOutcome run(Class<?> benchmark, Map<String, String> params, int threads)
      throws IOException {
    return FORK.run(
        new Cell(
            benchmark.getName() + ".increment", new TreeMap<>(params), Mode.THROUGHPUT, threads),
        CURRENT);
  }

  private static ChosenJdk current() {
    try {
      return Jdks.choose("current").jdks().get(0);
    } catch (InvalidJdks e) {
      throw new AssertionError(e);
    }
  }

  private static JsonNode measured(ForkOutcome outcome) throws Exception {
    assertThat(outcome).isInstanceOf(ForkOutcome.Measured.class);
    JsonNode json = new ObjectMapper().readTree(((ForkOutcome.Measured) outcome).jmhJson());
    assertThat(json).hasSize(1);
    return json.get(0);
  }

  @Test
  void aCounterThatLosesUpdatesFailsItsFork() throws IOException {
    ForkOutcome outcome = run(RacyBenchmark.class, Map.of(), 8);
    assertThat(outcome).isInstanceOf(ForkOutcome.Failed.class);
    ForkOutcome.Failed failed = (ForkOutcome.Failed) outcome;
    assertThat(failed.kind()).isEqualTo(Failure.LOST_UPDATE);
    assertThat(failed.message())
        .matches(
            "lost update: \\d+ increments were performed, the counter says \\d+ \\(\\d+ lost\\)");
  }

  /** JMH's one thread increments nothing there: the benchmark states what the others did. */
  @Test
  @EnabledForJreRange(min = JRE.JAVA_21)
  void aCounterThatLosesUpdatesOfVirtualThreadsFailsItsFork() throws IOException {
    ForkOutcome outcome = run(RacyVirtualThreadBenchmark.class, Map.of("virtualThreads", "100"), 1);
    assertThat(outcome).isInstanceOf(ForkOutcome.Failed.class);
    assertThat(((ForkOutcome.Failed) outcome).kind()).isEqualTo(Failure.LOST_UPDATE);
  }

  @Test
  void moreThanOneThreadThatWaitsForVirtualOnesIsRefused() throws IOException {
    ForkOutcome outcome = run(RacyVirtualThreadBenchmark.class, Map.of("virtualThreads", "100"), 2);
    assertThat(outcome).isInstanceOf(ForkOutcome.Failed.class);
    assertThat(((ForkOutcome.Failed) outcome).output())
        .contains("one thread of JMH's waits for the virtual ones, and there are 2");
  }

  @Test
  @EnabledForJreRange(max = JRE.JAVA_20)
  void aJvmWithoutVirtualThreadsIsNamed() throws IOException {
    ForkOutcome outcome = run(RacyVirtualThreadBenchmark.class, Map.of("virtualThreads", "100"), 1);
    assertThat(outcome).isInstanceOf(ForkOutcome.Failed.class);
    assertThat(((ForkOutcome.Failed) outcome).output())
        .contains("virtual threads exist from JDK 21 on, this is " + Runtime.version());
  }

  @Test
  void aCounterThatLosesNoneIsMeasuredAndSaysSo() throws Exception {
    JsonNode entry =
        measured(run(IncrementBenchmark.class, Map.of("strategy", "ATOMIC_INTEGER"), 4));
    assertThat(entry.at("/primaryMetric/rawData/0")).hasSize(2);
    assertThat(entry.at("/secondaryMetrics/lostUpdates/rawData").toString()).isEqualTo("[[0.0]]");
  }

  @Test
  void serviceTimesAreOneValueAForkAndInOrder() throws Exception {
    JsonNode metrics =
        measured(run(ServiceTimeBenchmark.class, Map.of("strategy", "SYNCHRONIZED"), 2))
            .required("secondaryMetrics");
    double below = 0;
    for (String name : new String[] {"p50", "p90", "p99", "p99.9", "p99.99", "max"}) {
      JsonNode raw = metrics.required("serviceTime." + name).required("rawData");
      assertThat(raw).hasSize(1);
      assertThat(raw.get(0)).hasSize(1);
      assertThat(raw.get(0).get(0).doubleValue()).isGreaterThanOrEqualTo(below);
      below = raw.get(0).get(0).doubleValue();
    }
    assertThat(metrics.at("/serviceTime.samples/rawData/0/0").doubleValue()).isPositive();
  }

  @Test
  void workInTokensIsMeasuredAlone() throws Exception {
    Cell work =
        new Cell(
            ControlBenchmark.class.getName() + '.' + Plan.WORK,
            new TreeMap<>(Map.of(Plan.TOKENS, "30")),
            Mode.THROUGHPUT,
            1);
    JsonNode entry = measured(FORK.run(work, CURRENT));
    assertThat(entry.at("/params/tokens").asText()).isEqualTo("30");
    assertThat(entry.at("/primaryMetric/score").asDouble()).isPositive();
  }

  @Test
  void aForkHasTheFlagsOfItsCell() throws Exception {
    Cell cell =
        new Cell(
            IncrementBenchmark.class.getName() + ".increment",
            new TreeMap<>(Map.of("strategy", "ATOMIC_INTEGER")),
            Mode.THROUGHPUT,
            1,
            new JvmVariant("serial", List.of("-XX:+UseSerialGC", "-Xmx96m")));
    JsonNode arguments = measured(FORK.run(cell, CURRENT)).required("jvmArgs");
    assertThat(cell.jvm().isIn(new ObjectMapper().convertValue(arguments, STRINGS))).isTrue();
  }

  @Test
  void aJdkThatIsGoneMeanwhileFailsItsForkAndNotTheRun(@TempDir Path folder) {
    Path java = folder.resolve("bin").resolve("java");
    ForkOutcome outcome =
        FORK.run(
            new Cell(
                IncrementBenchmark.class.getName() + ".increment",
                new TreeMap<>(Map.of("strategy", "ATOMIC_INTEGER")),
                Mode.THROUGHPUT,
                1),
            new ChosenJdk(CURRENT.jdk(), CURRENT.feature(), java, /* isCurrent= */ false));
    assertThat(outcome).isInstanceOf(ForkOutcome.Failed.class);
    assertThat(((ForkOutcome.Failed) outcome).message()).contains(java.toString());
  }

  @Test
  void aForkThatCrashesIsToldWithItsOutput() throws IOException {
    ForkOutcome outcome = run(CrashBenchmark.class, Map.of(), 1);
    assertThat(outcome).isInstanceOf(ForkOutcome.Failed.class);
    ForkOutcome.Failed failed = (ForkOutcome.Failed) outcome;
    assertThat(failed.kind()).isEqualTo("crash");
    assertThat(failed.message()).isEqualTo("Forked VM failed with exit code 7");
    assertThat(failed.output()).contains("about to crash");
  }
}
