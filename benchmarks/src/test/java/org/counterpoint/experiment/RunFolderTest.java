package org.counterpoint.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.TreeMap;
import org.counterpoint.analysis.jmh.ForkHeader;
import org.counterpoint.analysis.jmh.ForkJson;
import org.counterpoint.analysis.jmh.ForkRecord;
import org.counterpoint.analysis.model.Cell;
import org.counterpoint.analysis.model.Mode;
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
  void twoRunsOfOneSecondHaveFoldersOfTheirOwn(@TempDir Path results) throws IOException {
    Path first = RunFolder.create(results, "smoke").path();
    Path second = RunFolder.create(results, "smoke").path();
    assertThat(first).isNotEqualTo(second);
    assertThat(Files.isDirectory(second.resolve("journal"))).isTrue();
  }
}
