package org.counterpoint.analysis.jmh;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReadingAtScaleTest {

  /** In a JVM of its own, since this one has more memory than the input wants. */
  @Test
  void aQuarterOfAGigabyteIsEnough(@TempDir Path folder) throws IOException, InterruptedException {
    Path output = folder.resolve("output.txt");
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-cp",
                System.getProperty("java.class.path"),
                ReadingAtScaleRun.class.getName(),
                folder.toString(),
                "1")
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    boolean ended = process.waitFor(10, TimeUnit.MINUTES);
    process.destroyForcibly();
    String text = Files.readString(output);
    assertThat(ended).as(text).isTrue();
    assertThat(process.exitValue()).as(text).isZero();
    assertThat(text)
        .contains("a heap of 256 MB")
        .contains("file: 5000000 values")
        .contains("folder: " + 2 * ReadingAtScaleRun.FORKS + " values");
    assertThat(Files.size(folder.resolve("large.json")))
        .isGreaterThan(ReadingAtScaleRun.FILE_BYTES * 9 / 10);
  }
}
