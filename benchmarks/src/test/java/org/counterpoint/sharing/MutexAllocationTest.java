package org.counterpoint.sharing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** No turn allocates, once it is compiled: less than a byte; the smallest object has 16. */
class MutexAllocationTest {

  @ParameterizedTest
  @ValueSource(strings = {"guard", "guard-and-call", "with", "update"})
  void allocatesNothing(String turn) throws Exception {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                MutexAllocationRun.class.getName(),
                turn)
            .redirectErrorStream(true)
            .start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

    assertThat(process.waitFor()).as(said).isZero();
  }
}
