package org.counterpoint.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.counterpoint.analysis.model.Cell;
import org.counterpoint.analysis.model.Mode;
import org.counterpoint.experiment.jdks.ChosenJdk;
import org.counterpoint.experiment.jdks.InvalidJdks;
import org.counterpoint.experiment.jdks.Jdks;
import org.counterpoint.sharing.Strategy;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every kind of workload in a fork of its own, with a counter that is checked: had the fork taken a
 * read for an increment, or missed one, the check would say so.
 */
class WorkloadForkTest {

  private static final int THREADS = 3;

  private static SortedMap<String, String> values(String... keysAndValues) {
    SortedMap<String, String> values = new TreeMap<>();
    for (int i = 0; i < keysAndValues.length; i += 2) {
      values.put(keysAndValues[i], keysAndValues[i + 1]);
    }
    return values;
  }

  static Stream<Arguments> workloads() {
    return Stream.of(
        Arguments.of(WorkloadKind.INCREMENT, values(), Strategy.MUTEX),
        Arguments.of(WorkloadKind.SERVICE_TIME, values(), Strategy.LONG_ADDER),
        Arguments.of(
            WorkloadKind.SECTION, values("inside", "0", "outside", "0"), Strategy.SYNCHRONIZED),
        Arguments.of(WorkloadKind.READS, values("percent", "50"), Strategy.MESSAGE_PASSING),
        Arguments.of(WorkloadKind.READS, values("percent", "99"), Strategy.ATOMIC_INTEGER),
        Arguments.of(WorkloadKind.ROLES, values("one", "writer"), Strategy.MUTEX),
        Arguments.of(WorkloadKind.ROLES, values("one", "reader"), Strategy.LONG_ADDER),
        Arguments.of(
            WorkloadKind.COUNTERS,
            values("number", "1024", "choice", "zipf", "layout", "padded"),
            Strategy.ATOMIC_INTEGER),
        Arguments.of(
            WorkloadKind.COUNTERS,
            values("number", "4", "choice", "own", "layout", "packed"),
            Strategy.REENTRANT_LOCK),
        Arguments.of(WorkloadKind.TALLY, values("percent", "50"), Strategy.MESSAGE_PASSING),
        Arguments.of(WorkloadKind.TALLY, values("percent", "10"), Strategy.CAS_LOOP),
        Arguments.of(WorkloadKind.RESPONSE_TIME, values("rate", "100"), Strategy.MUTEX),
        Arguments.of(
            WorkloadKind.VIRTUAL_THREADS,
            values("number", "1000", "sleep", "outside"),
            Strategy.MESSAGE_PASSING),
        Arguments.of(
            WorkloadKind.VIRTUAL_THREADS,
            values("number", "100", "sleep", "inside"),
            Strategy.SYNCHRONIZED));
  }

  private static JsonNode run(Workload workload, Strategy strategy) throws Exception {
    int threads = threads(workload);
    SortedMap<String, String> params = workload.params(strategy.name());
    ChosenJdk jdk = current();
    ForkOutcome outcome =
        new JmhFork(Plans.of(List.of(), List.of(), 0))
            .run(new Cell(workload.benchmark(), params, Mode.THROUGHPUT, threads), jdk);
    assertThat(outcome).isInstanceOf(ForkOutcome.Measured.class);
    JsonNode json = new ObjectMapper().readTree(((ForkOutcome.Measured) outcome).jmhJson()).get(0);
    assertThat(json.get("threads").asInt()).isEqualTo(threads);
    return json;
  }

  private static int threads(Workload workload) {
    return workload.threads(List.of(THREADS)).get(0);
  }

  private static ChosenJdk current() throws InvalidJdks {
    return Jdks.choose("current").jdks().get(0);
  }

  @ParameterizedTest
  @MethodSource("workloads")
  void isMeasuredAndItsCountIsRight(
      WorkloadKind kind, SortedMap<String, String> values, Strategy strategy) throws Exception {
    Workload workload = new Workload(kind, values, 1);
    Assumptions.assumeTrue(
        Runtime.version().feature() >= kind.sinceJdk(),
        () -> "not on this JDK: it needs " + kind.sinceJdk());
    JsonNode json = run(workload, strategy);
    assertThat(json.at("/primaryMetric/score").asDouble()).isPositive();
    JsonNode secondary = json.get("secondaryMetrics");
    assertThat(secondary.at("/lostUpdates/score").asDouble(-1)).isZero();
    assertThat(secondary.at("/cpuTime/score").asDouble(-1)).isPositive();
    assertThat(secondary.at("/processors/score").asDouble(-1)).isPositive();
    assertThat(secondary.has("fairness.jain")).isEqualTo(threads(workload) > 1);
    assertThat(secondary.has("responseTime.p99")).isEqualTo(kind == WorkloadKind.RESPONSE_TIME);
    assertThat(secondary.has("serviceTime.p99")).isEqualTo(kind == WorkloadKind.SERVICE_TIME);
    if (kind == WorkloadKind.ROLES) {
      assertThat(secondary.at("/increment/score").asDouble()).isPositive();
      assertThat(secondary.at("/read/score").asDouble()).isPositive();
      assertThat(json.at("/params/writers").asText())
          .isEqualTo(values.containsValue("writer") ? "1" : "all but 1");
    }
  }
}
