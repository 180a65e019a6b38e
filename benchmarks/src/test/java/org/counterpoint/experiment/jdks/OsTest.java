package org.counterpoint.experiment.jdks;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class OsTest {

  @Test
  void isTakenFromTheNameThatJavaGivesIt() {
    assertThat(Os.of("Linux")).isEqualTo(Os.LINUX);
    assertThat(Os.of("Mac OS X")).isEqualTo(Os.MACOS);
    assertThat(Os.of("Darwin")).isEqualTo(Os.MACOS);
    assertThat(Os.of("Windows Server 2022")).isEqualTo(Os.WINDOWS);
    assertThat(Os.of("FreeBSD")).isEqualTo(Os.LINUX);
  }

  @Test
  void decidesWhatTheLauncherIsCalled() {
    Path home = Path.of("jdk");
    assertThat(Os.LINUX.java(home)).isEqualTo(Path.of("jdk", "bin", "java"));
    assertThat(Os.MACOS.java(home)).isEqualTo(Path.of("jdk", "bin", "java"));
    assertThat(Os.WINDOWS.java(home)).isEqualTo(Path.of("jdk", "bin", "java.exe"));
  }
}
