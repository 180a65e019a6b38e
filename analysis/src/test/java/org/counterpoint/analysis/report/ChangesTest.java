package org.counterpoint.analysis.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import org.counterpoint.analysis.compare.Comparison;
import org.counterpoint.analysis.compare.Gauge;
import org.counterpoint.analysis.compare.Side;
import org.counterpoint.analysis.model.Cell;
import org.counterpoint.analysis.model.Fork;
import org.counterpoint.analysis.model.JvmVariant;
import org.counterpoint.analysis.model.Measurement;
import org.counterpoint.analysis.model.Metric;
import org.counterpoint.analysis.model.Run;
import org.counterpoint.analysis.model.Values;
import org.counterpoint.analysis.stats.AverageChange;
import org.counterpoint.analysis.stats.Margin;
import org.counterpoint.analysis.stats.Verdict;
import org.junit.jupiter.api.Test;

/** The report's section of what a JDK, or flags of the JVM, changed. */
class ChangesTest {

  private static Run twoJdks() {
    return Runs.own()
        .jdks(Runs.JDK_17, Runs.JDK_25)
        .threads(1, 2)
        .noise(0.01)
        .on25("SYNCHRONIZED", 0.5)
        .on25("MUTEX", 1.5)
        .make();
  }

  private static String text(SortedMap<String, byte[]> files, String name) {
    return new String(Objects.requireNonNull(files.get(name)), StandardCharsets.UTF_8);
  }

  @Test
  void isAnsweredInASentenceAndATableWorstFirst() throws IOException {
    String markdown = text(Report.files(List.of(twoJdks())), Report.MARKDOWN);
    String section = markdown.substring(markdown.indexOf("## What changed: JDK 25 against 17"));
    assertThat(section.lines().filter(line -> line.startsWith("JDK 25 against 17: ")))
        .first()
        .asString()
        .matches(
            "JDK 25 against 17: 2 cells slower, 2 faster, \\d+ the same within 5 %, \\d+ unclear\\.");
    List<String> rows =
        section.lines().filter(line -> line.startsWith("| ")).skip(2).limit(24).toList();
    assertThat(rows.subList(0, 2)).allMatch(row -> row.contains("| slower |"));
    assertThat(rows.get(0)).startsWith("| synchronized<br>Increment.increment, ");
    assertThat(rows.subList(22, 24)).allMatch(row -> row.contains("| faster |"));
    assertThat(rows.get(23)).startsWith("| Mutex<br>Increment.increment, ");
    assertThat(section)
        .containsPattern(
            "(?m)^JDK 25 against 17, throughput on average over 12 cells: "
                + "-4\\.\\d % \\\\\\[-\\d\\.\\d %, -\\d\\.\\d %\\\\\\], [a-z0-9 %]+\\.$");
  }

  @Test
  void saysWhatIsLookedAtWhereThatIsNotTheThroughputEverywhere() throws IOException {
    String note = "Where operations are timed, it is their 99th percentile";
    Run both = twoJdks();
    assertThat(text(Report.files(List.of(both)), Report.MARKDOWN)).contains(note);
    Run increments =
        new Run(
            both.name(),
            both.plan(),
            both.environment(),
            both.jdks(),
            both.measurements().stream()
                .filter(one -> !one.cell().benchmark().equals(Runs.SERVICE))
                .toList(),
            both.failures(),
            both.warnings(),
            both.watched());
    assertThat(text(Report.files(List.of(increments)), Report.MARKDOWN)).doesNotContain(note);
  }

  @Test
  void isInThePageTheConsoleAndTheSummary() throws IOException {
    SortedMap<String, byte[]> files = Report.files(List.of(twoJdks()));
    assertThat(text(files, Report.HTML))
        .contains("id=\"changes\"", "JDK 25 against 17: 2 cells slower");
    assertThat(Ranked.text(twoJdks()))
        .anyMatch(line -> line.startsWith("JDK 25 against 17: 2 cells slower"))
        .anyMatch(
            line -> line.matches("  slower +0\\.(49|50)\\d+ +\\[.*\\] +synchronized, Increment.*"));
    JsonNode changes =
        new ObjectMapper().readTree(text(files, Report.JSON)).at("/runs/0/changes/0");
    assertThat(changes.get("subject").asText()).isEqualTo("JDK 25 against 17");
    JsonNode worst = changes.at("/cells/0");
    assertThat(worst.get("verdict").asText()).isEqualTo("SLOWER");
    assertThat(worst.get("contender").asText()).isEqualTo("SYNCHRONIZED");
    assertThat(worst.at("/ratio/value").asDouble()).isBetween(0.48, 0.52);
    assertThat(worst.get("pairsOfForks").asInt()).isEqualTo(10);
  }

  /** Of the same forks both must say the same, also where a few iterations made the difference. */
  @Test
  void saysWhatACompareSays() throws IOException {
    Random random = new Random(7);
    Run made = twoJdks();
    Run run =
        new Run(
            made.name(),
            made.plan(),
            made.environment(),
            made.jdks(),
            made.measurements().stream().map(one -> interrupted(one, random)).toList(),
            made.failures(),
            made.warnings(),
            made.watched());
    Changes changes = Summary.of(run).changes().get(0);
    Map<Cell, Verdict> reported = new HashMap<>();
    changes
        .cells()
        .forEach(cell -> reported.put(cell.decision().question().base().cell(), cell.verdict()));
    Comparison comparison =
        Comparison.of(
            Side.ofJdk("17", "JDK 17", run, Runs.JDK_17),
            Side.ofJdk("25", "JDK 25", run, Runs.JDK_25),
            new Comparison.Request(Gauge.YARDSTICK, new Margin(0.05), /* force= */ false));
    Map<Cell, Verdict> compared = new HashMap<>();
    comparison.cells().forEach(cell -> compared.put(cell.cell(), cell.verdict()));
    assertThat(reported).isEqualTo(compared);
    assertThat(changes.averages())
        .isEqualTo(comparison.averages())
        .extracting(AverageChange::measure)
        .containsExactlyInAnyOrder("throughput", "99th percentile of service time");
    assertThat(compared).containsValues(Verdict.SLOWER, Verdict.SAME, Verdict.UNCLEAR);
    assertThat(changes.cells()).anyMatch(cell -> cell.decision().isDoubted());
    assertThat(text(Report.files(List.of(run)), Report.MARKDOWN))
        .contains("unclear<br>medians of iterations disagree");
  }

  /** On the newer JDK, some cells have an iteration in every fork with half of everything. */
  private static Measurement interrupted(Measurement one, Random random) {
    if (one.jdk().equals(Runs.JDK_17) || random.nextBoolean()) {
      return one;
    }
    SortedMap<String, Metric> secondary = new TreeMap<>();
    one.secondary().forEach((name, metric) -> secondary.put(name, interrupted(metric)));
    return new Measurement(
        one.cell(), one.jdk(), one.protocol(), interrupted(one.primary()), secondary);
  }

  private static Metric interrupted(Metric metric) {
    return new Metric(
        metric.name(),
        metric.unit(),
        metric.forks().stream()
            .map(
                fork -> {
                  double[] values = fork.iterations().stream().toArray();
                  values[0] /= 2;
                  return new Fork(fork.block(), Values.of(values), fork.histogram());
                })
            .toList());
  }

  @Test
  void isNotThereWhereNothingIsCompared() throws IOException {
    SortedMap<String, byte[]> files = Report.files(List.of(Runs.own().threads(1).make()));
    assertThat(text(files, Report.MARKDOWN)).doesNotContain("What changed");
  }

  @Test
  void comparesFlagsOnEachJdk() {
    JvmVariant zgc = new JvmVariant("ZGC", List.of("-XX:+UseZGC"));
    Run run =
        Runs.own().jdks(Runs.JDK_17, Runs.JDK_25).jvms(JvmVariant.NONE, zgc).threads(1).make();
    assertThat(Summary.of(run).changes())
        .extracting(Changes::subject)
        .contains(
            "JDK 25 against 17",
            "JVM flags ZGC against none on JDK 17",
            "JVM flags ZGC against none on JDK 25");
  }
}
