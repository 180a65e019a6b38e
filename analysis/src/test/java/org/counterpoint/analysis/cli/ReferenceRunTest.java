package org.counterpoint.analysis.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.counterpoint.analysis.jmh.Runs;
import org.counterpoint.analysis.model.Jdk;
import org.counterpoint.analysis.model.Run;
import org.counterpoint.analysis.report.Report;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The committed run: whole, and saying what the front page says that it says. */
class ReferenceRunTest {

  private static final Path RUN = Path.of("..", "results", "reference");
  private static final Path README = Path.of("..", "README.md");
  private static final long MOST_BYTES = 20_000_000;

  @Test
  void isAWholeRunOfTheLargestSuiteOnTwoJdks() throws IOException {
    Run run = Runs.read(RUN);
    assertThat(run.jdks()).extracting(Jdk::label).containsExactly("17.0.15", "25.0.3");
    assertThat(run.plan().orElseThrow().suite()).isEqualTo("full");
    assertThat(run.failures()).isEmpty();
    assertThat(run.warnings()).isEmpty();
    assertThat(run.watched()).hasSize(4035);
  }

  @Test
  void isSmallEnoughToBeCloned() throws IOException {
    try (Stream<Path> files = Files.walk(RUN)) {
      assertThat(files.filter(Files::isRegularFile).mapToLong(ReferenceRunTest::size).sum())
          .isLessThan(MOST_BYTES);
    }
  }

  private static long size(Path file) {
    return file.toFile().length();
  }

  @Test
  void theFrontPageQuotesItsFindings(@TempDir Path folder) throws IOException {
    Path report = folder.resolve("report");
    Report.write(List.of(Runs.read(RUN)), report);
    JsonNode run =
        new ObjectMapper().readTree(report.resolve("summary.json").toFile()).path("runs").path(0);
    JsonNode findings = run.path("findings");
    String readme = Files.readString(README);
    assertThat(findings.path("sentences")).hasSizeBetween(5, 10);
    findings
        .path("sentences")
        .forEach(
            finding -> assertThat(readme).contains("- " + finding.path("text").asText() + "."));
    assertThat(readme)
        .contains("against the " + findings.path("comparisons").asInt() + " comparisons");
    // Letters are drawn from the fonts of a machine, so that the drawing itself may differ.
    String chart = "incrementbenchmark-increment-thrpt-jdk-25-0-3-by-threads";
    List<String> titles = new ArrayList<>();
    run.path("charts")
        .forEach(
            one -> {
              if (one.path("id").asText().equals(chart)) {
                titles.add(one.path("title").asText());
              }
            });
    assertThat(titles).hasSize(1);
    assertThat(Files.readString(RUN.resolve("throughput-by-threads.svg")))
        .contains(">" + titles.get(0) + "</title>");
  }

  @Test
  void theFrontPageQuotesWhatTheComparisonSays() throws IOException {
    Result result = Result.run("compare", RUN.toString(), "--by", "jdk", "--gate");
    assertThat(result.exit()).isEqualTo(3);
    String answer =
        result
            .out()
            .lines()
            .filter(line -> line.startsWith("JDK 25 against 17: "))
            .findFirst()
            .orElseThrow();
    assertThat(Files.readString(README)).contains("```text\n" + answer + "\n```");
  }
}
