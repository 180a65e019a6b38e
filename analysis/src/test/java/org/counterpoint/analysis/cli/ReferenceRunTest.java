package org.counterpoint.analysis.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.counterpoint.analysis.jmh.Runs;
import org.counterpoint.analysis.model.Jdk;
import org.counterpoint.analysis.model.Run;
import org.counterpoint.analysis.report.Report;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The committed run: whole, and saying what the front page says that it says. */
class ReferenceRunTest {

  private static final Path RUN = Path.of("..", "results", "reference");
  private static final Path README = Path.of("..", "README.md");
  private static final long MOST_BYTES = 20_000_000;

  private static Path report;

  @BeforeAll
  static void makeItsReport(@TempDir Path folder) throws IOException {
    report = folder.resolve("report");
    Report.write(List.of(Runs.read(RUN)), report);
  }

  @Test
  void isAWholeRunOfTheLargestSuiteOnTwoJdks() throws IOException {
    Run run = Runs.read(RUN);
    assertThat(run.jdks()).extracting(Jdk::label).containsExactly("17.0.15", "25.0.3");
    assertThat(run.plan().orElseThrow().suite()).isEqualTo("full");
    assertThat(run.failures()).isEmpty();
    assertThat(run.warnings()).isEmpty();
    assertThat(run.watched()).hasSize(4075);
  }

  @Test
  void isSmallEnoughToBeCloned() throws IOException {
    assertThat(kept(RUN).stream().mapToLong(name -> RUN.resolve(name).toFile().length()).sum())
        .isLessThan(MOST_BYTES);
  }

  @Test
  void theCommittedReportIsWhatIsMadeOfTheCommittedRun() throws IOException {
    Path committed = RUN.resolve("report");
    Set<String> kept = kept(committed);
    assertThat(kept).isEqualTo(kept(report));
    for (String name : kept) {
      assertThat(report.resolve(name)).as(name).hasSameBinaryContentAs(committed.resolve(name));
    }
  }

  /** What is in a folder, but for what is large and not committed, though somebody made it here. */
  private static Set<String> kept(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(Files::isRegularFile)
          .map(file -> folder.relativize(file).toString().replace('\\', '/'))
          .filter(name -> !name.endsWith("results.csv") && !name.endsWith(".png"))
          .collect(Collectors.toSet());
    }
  }

  @Test
  void theFrontPageQuotesItsFindings() throws IOException {
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
    JsonNode chart = run.path("charts").path(1);
    assertThat(chart.path("id").asText())
        .isEqualTo("incrementbenchmark-increment-thrpt-jdk-25-0-3-by-threads");
    assertThat(readme)
        .contains(
            "!["
                + chart.path("title").asText()
                + "](results/reference/report/charts/"
                + chart.path("id").asText()
                + ".svg)");
  }

  @Test
  void theFrontPageQuotesWhatTheComparisonSays() throws IOException {
    Result result = Result.run("compare", RUN.toString(), "--by", "jdk", "--gate");
    assertThat(result.exit()).isEqualTo(3);
    String answer =
        result
            .out()
            .lines()
            .filter(line -> line.startsWith("JDK 25 against 17"))
            .collect(Collectors.joining("\n"));
    assertThat(answer.lines()).hasSize(4);
    assertThat(Files.readString(README)).contains("```text\n" + answer + "\n```");
  }
}
