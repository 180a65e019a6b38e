package org.counterpoint.analysis.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import org.counterpoint.analysis.model.JvmVariant;
import org.counterpoint.analysis.model.Run;
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
