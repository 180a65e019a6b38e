package org.counterpoint.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import org.counterpoint.analysis.jmh.ForkHeader;
import org.counterpoint.analysis.jmh.ForkJson;
import org.counterpoint.analysis.jmh.ForkRecord;
import org.counterpoint.analysis.jmh.Runs;
import org.counterpoint.analysis.model.Cell;
import org.counterpoint.analysis.model.JvmVariant;
import org.counterpoint.analysis.model.Mode;
import org.counterpoint.analysis.model.Run;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunFolderTest {

  private static final ForkHeader HEADER =
      new ForkHeader(
          1,
          0,
          1,
          "17",
          new Cell("a.B.c", new TreeMap<>(), Mode.THROUGHPUT, 1),
          Instant.parse("2026-01-01T00:00:00Z"),
          1.5);

  @Test
  void anEntryThatCannotBeUsedIsAFailureInTheJournal(@TempDir Path results) throws IOException {
    RunFolder folder = RunFolder.create(results, "smoke");
    ForkOutcome written = folder.append(HEADER, new ForkOutcome.Measured("[{\"benchmark\": 1}]"));

    assertThat(written).isInstanceOf(ForkOutcome.Failed.class);
    ForkRecord read = ForkJson.read(folder.path().resolve("journal").resolve("000001.json"));
    assertThat(read).isInstanceOf(ForkRecord.Failed.class);
    assertThat(((ForkRecord.Failed) read).output()).isEqualTo("[{\"benchmark\": 1}]");
  }

  @Test
  void theSuiteIsKeptAsItWas(@TempDir Path results) throws IOException {
    RunFolder folder = RunFolder.create(results, "smoke");
    Suite suite = Suites.named("smoke", 2);
    folder.keep(suite);
    assertThat(folder.path().resolve("suite.yaml")).hasContent(suite.text());
  }

  @Test
  void cellsThatDifferInFlagsAloneAreMergedApart(@TempDir Path results) throws IOException {
    RunFolder folder = RunFolder.create(results, "smoke");
    JvmVariant flags = new JvmVariant("int", List.of("-Xint"));
    folder.append(HEADER, new ForkOutcome.Measured(entry("\"-Xmx1g\"", 10)));
    folder.append(
        new ForkHeader(2, 0, 1, "17", HEADER.cell().on(flags), HEADER.startedAt(), 1.5),
        new ForkOutcome.Measured(entry("\"-Xmx1g\", \"-Xint\"", 2)));
    folder.merge();

    Run read = Runs.read(folder.path().resolve("17").resolve("jmh-result.json"));
    assertThat(read.measurements())
        .extracting(m -> m.cell().jvm().flags() + " " + m.primary().forkMeans())
        .containsExactly("[] [10.0]", "[-Xint] [2.0]");
  }

  private static String entry(String jvmArgs, double score) {
    return String.format(
        Locale.ROOT,
        """
        [{"benchmark": "a.B.c", "mode": "thrpt", "threads": 1, "forks": 1, "jvmArgs": [%s],
          "jdkVersion": "17.0.15", "warmupIterations": 1, "warmupTime": "10 ms",
          "measurementIterations": 1, "measurementTime": "10 ms",
          "primaryMetric": {"score": %s, "scoreError": "NaN", "scoreUnit": "ops/s",
            "rawData": [[%s]]},
          "secondaryMetrics": {}}]
        """,
        jvmArgs,
        score,
        score);
  }

  @Test
  void twoRunsOfOneSecondHaveFoldersOfTheirOwn(@TempDir Path results) throws IOException {
    Path first = RunFolder.create(results, "smoke").path();
    Path second = RunFolder.create(results, "smoke").path();
    assertThat(first).isNotEqualTo(second);
    assertThat(Files.isDirectory(second.resolve("journal"))).isTrue();
  }
}
