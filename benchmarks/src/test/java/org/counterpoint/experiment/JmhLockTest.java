package org.counterpoint.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JmhLockTest {

  @Test
  void oneRunAtATime(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("jmh.lock");
    try (JmhLock first = JmhLock.acquire(file)) {
      assertThatExceptionOfType(IOException.class)
          .isThrownBy(() -> JmhLock.acquire(file))
          .withMessageContaining("another run measures on this machine")
          .withMessageContaining(file.toString());
      assertThat(first).isNotNull();
    }
    try (JmhLock next = JmhLock.acquire(file)) {
      assertThat(next).isNotNull();
    }
  }

  @Test
  void aLockThatCannotBeOpenedIsNamed(@TempDir Path folder) {
    Path file = folder.resolve("none").resolve("jmh.lock");
    assertThatExceptionOfType(IOException.class)
        .isThrownBy(() -> JmhLock.acquire(file))
        .withMessageContaining(file + ": no such file or folder");
  }
}
