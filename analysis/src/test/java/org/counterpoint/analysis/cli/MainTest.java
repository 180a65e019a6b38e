package org.counterpoint.analysis.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.counterpoint.analysis.cli.Result.run;

import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MainTest {

  private final Path folder;

  MainTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void writesAReportWhereItIsTold() {
    Path output = folder.resolve("somewhere");
    Result result = run("report", jmhFile(), "--output", output.toString());
    assertThat(result.exit()).isZero();
    assertThat(result.out())
        .endsWith("report: " + output.resolve("index.html") + System.lineSeparator());
    assertThat(output.resolve("index.html")).isNotEmptyFile();
    assertThat(result.err()).startsWith("warning: in-process.json: SmallBenchmark.copy[size=1]");
  }

  @Test
  void answersBadInputWithOneLineAndWritesNothing() throws IOException {
    Path output = folder.resolve("report");
    Path bad = Files.writeString(folder.resolve("bad.json"), "[{]");
    Result result = run("report", jmhFile(), bad.toString(), "--output", output.toString());
    assertThat(result.exit()).isEqualTo(2);
    assertThat(result.out()).isEmpty();
    assertThat(result.err().lines()).singleElement().asString().startsWith(bad + ":1:");
    assertThat(output).doesNotExist();
  }

  @Test
  void answersAMissingFileWithOneLine() {
    Path missing = folder.resolve("missing");
    Result result = run("report", missing.toString());
    assertThat(result.exit()).isEqualTo(2);
    assertThat(result.err().lines())
        .containsExactly(missing + ": no such file or folder: check the path");
  }

  @Test
  void answersOutputThatCannotBeWrittenWithOneLine() throws IOException {
    Path inTheWay = Files.writeString(folder.resolve("file"), "x");
    Result result = run("report", jmhFile(), "--output", inTheWay.resolve("report").toString());
    assertThat(result.exit()).isEqualTo(2);
    assertThat(result.out()).isEmpty();
    assertThat(result.err().lines())
        .singleElement()
        .asString()
        .startsWith(inTheWay.resolve("report") + ": the report cannot be written: ")
        .endsWith(": give another place with --output, or make room");
  }

  @Test
  void answersAFullDiskWithOneLine() {
    Path full = Path.of("/dev/full");
    assumeThat(full).exists();
    UnwritableOutput unwritable = new UnwritableOutput(full, writeFailure(full));
    assertThat(unwritable)
        .hasMessage(
            "/dev/full: the report cannot be written: No space left on device:"
                + " give another place with --output, or make room");
  }

  @Test
  void namesTheCommandsWhenNoneOrAnotherIsGiven() {
    assertUsage(
        "counterpoint: missing required subcommand: one of calibrate, compare, report, scalability,"
            + " show, trend");
    assertUsage(
        "counterpoint: unknown command repot: one of calibrate, compare, report, scalability,"
            + " show, trend",
        "repot",
        "x.json");
  }

  @Test
  void namesTheOptionsWhenAnotherIsGiven() {
    assertUsage(
        "counterpoint report: unknown option --ouput: one of --help, --output, --version",
        "report",
        "x.json",
        "--ouput",
        "y");
  }

  @Test
  void saysWhichArgumentIsMissing() {
    assertUsage(
        "counterpoint report: missing required parameter: 'RUN_OR_JSON': see counterpoint report"
            + " --help",
        "report");
    assertUsage(
        "counterpoint report: missing required parameter for option '--output' (DIR): see"
            + " counterpoint report --help",
        "report",
        "x.json",
        "--output");
  }

  @Test
  void helpsAndTellsItsVersion() {
    Result help = run("report", "--help");
    assertThat(help.exit()).isZero();
    assertThat(help.out()).contains("RUN_OR_JSON", "--output=DIR");
    assertThat(help.err()).isEmpty();
    assertThat(run("--help").out()).contains("report", "Exit codes:");
    assertThat(run("--version").out()).startsWith("counterpoint ");
  }

  private void assertUsage(String line, String... args) {
    Result result = run(args);
    assertThat(result.exit()).isEqualTo(2);
    assertThat(result.out()).isEmpty();
    assertThat(result.err().lines()).containsExactly(line);
  }

  private static IOException writeFailure(Path file) {
    try {
      Files.writeString(file, "x");
    } catch (IOException failure) {
      return failure;
    }
    throw new AssertionError(file + " took what was written");
  }

  private static String jmhFile() {
    URL found = MainTest.class.getResource("/jmh/in-process.json");
    if (found == null) {
      throw new IllegalStateException("no sample file");
    }
    try {
      return Path.of(found.toURI()).toString();
    } catch (URISyntaxException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
