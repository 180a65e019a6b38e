package org.counterpoint.analysis.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.counterpoint.analysis.model.Run;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What a report of the largest suite keeps to, so that it can be opened, mailed and summarized. */
class LargeReportTest {

  private static final int MEGABYTE = 1_000_000;

  private static final Run RUN = Documents.large();

  private static SortedMap<String, byte[]> files = new TreeMap<>();

  @BeforeAll
  static void make() throws IOException {
    files = Documents.files(RUN);
  }

  private static int size(String name) {
    return Documents.text(files, name).length();
  }

  @Test
  void itIsAsLargeAsThoseOfTheLargestSuite() {
    assertThat(RUN.measurements()).hasSizeGreaterThan(800);
  }

  @Test
  void staysSmallEnoughToBeOpenedAndSent() {
    assertThat(size(Report.HTML)).isLessThan(7 * MEGABYTE);
    // What a step of a job may write into its summary.
    assertThat(size(Report.MARKDOWN)).isLessThan(MEGABYTE);
    assertThat(files.values().stream().mapToInt(file -> file.length).sum())
        .isLessThan(20 * MEGABYTE);
  }

  @Test
  void everyContestShowsItsForks() {
    long contests =
        Stream.concat(
                Summary.of(RUN).contests().stream(),
                Summary.of(RUN).serviceTimes().stream().map(ServiceTime::contest))
            .count();
    assertThat(Block.flat(Documents.of(RUN)).filter(Block.Strip.class::isInstance))
        .hasSize((int) contests);
  }

  @Test
  void manyAnswersAndAllTablesAreFoldedAway() {
    List<Block> document = Documents.of(RUN);
    assertThat(document)
        .filteredOn(Block.Details.class::isInstance)
        .map(block -> ((Block.Details) block).heading())
        .anyMatch(heading -> heading.matches("Section\\.increment: \\d+ questions"))
        .anyMatch(heading -> heading.startsWith("Throughput: Section.increment, "));
    assertThat(document)
        .filteredOn(Block.Table.class::isInstance)
        .map(block -> ((Block.Table) block).caption())
        .noneMatch(caption -> caption.startsWith("Throughput"));
  }

  /** Whoever has ten seconds reads the plainest question's answer, on every JDK. */
  @Test
  void whatIsAskedFirstIsAnsweredFirst() {
    List<Block> document = Documents.of(RUN);
    int findings = document.indexOf(new Block.Heading(2, "Findings", "findings"));
    List<Block.Link> answers =
        document.subList(0, findings).stream()
            .filter(Block.Links.class::isInstance)
            .flatMap(block -> ((Block.Links) block).items().stream())
            .toList();
    assertThat(answers)
        .extracting(Block.Link::text)
        .hasSize(2)
        .allMatch(text -> text.matches(".*LongAdder (is fastest )?at 2, 4 and 8 threads.*"))
        .anyMatch(text -> text.startsWith("JDK 17.0.15: "))
        .anyMatch(text -> text.startsWith("JDK 25.0.1: "));
    assertThat(answers)
        .extracting(Block.Link::chart)
        .allMatch(chart -> chart.matches("increment-increment-thrpt-jdk-.*-by-threads"));
  }

  @Test
  void aSmallRunAnswersAtOnce() {
    List<Block> document = Documents.of(Runs.own().threads(1, 2).make());
    int tables = document.indexOf(new Block.Heading(2, "Tables", "tables"));
    assertThat(document.subList(0, tables)).noneMatch(Block.Details.class::isInstance);
  }

  /** A host gives a page some hundred characters; a word is not broken, a cell is. */
  @Test
  void noTableOfTheMarkdownIsWiderThanAPage() {
    int[] widths = {};
    int tables = 0;
    for (String line : Documents.text(files, Report.MARKDOWN).split("\n", -1)) {
      if (!line.startsWith("|")) {
        widths = new int[] {};
        continue;
      }
      String[] cells = line.substring(1, line.length() - 1).split("(?<!\\\\)\\|", -1);
      if (widths.length == 0) {
        widths = new int[cells.length];
        tables++;
      }
      int width = 0;
      for (int i = 0; i < cells.length; i++) {
        widths[i] = Math.max(widths[i], longestWord(cells[i]));
        width += widths[i];
      }
      assertThat(width).as(line).isLessThan(130);
    }
    assertThat(tables).isGreaterThan(100);
  }

  private static int longestWord(String cell) {
    return Stream.of(cell.split("<br>|\\s+", -1)).mapToInt(String::length).max().orElse(0);
  }
}
