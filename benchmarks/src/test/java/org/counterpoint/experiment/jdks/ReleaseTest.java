package org.counterpoint.experiment.jdks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReleaseTest {

  private final Path home;

  ReleaseTest(@TempDir Path home) {
    this.home = home;
  }

  @Test
  void saysWhatTheJdkIs() throws IOException {
    Files.writeString(
        home.resolve("release"),
        """
        IMPLEMENTOR="Eclipse Adoptium"
        JAVA_VERSION="25.0.3"
        LIBC="musl"
        MODULES="java.base java.xml"
        OS_ARCH="aarch64"
        SOURCE=".:git:cda0a1776184"
        """);
    Release release = Release.of(home);
    assertThat(release.version()).map(JavaVersion::text).hasValue("25.0.3");
    assertThat(release.vendor()).hasValue("Eclipse Adoptium");
    assertThat(release.architecture()).hasValue(Architecture.AARCH64);
    assertThat(release.libc()).hasValue("musl");
  }

  @Test
  void maySayLess() {
    assertThat(Release.parse("JAVA_VERSION=1.8.0_402\r\nOS_ARCH=\"\"\nnonsense\n=\n"))
        .isEqualTo(
            new Release(
                JavaVersion.parse("1.8.0_402"),
                Optional.empty(),
                Optional.empty(),
                Optional.empty()));
    assertThat(Release.parse("JAVA_VERSION=\"soon\"")).isEqualTo(Release.SILENT);
    assertThat(Release.parse("")).isEqualTo(Release.SILENT);
  }

  @Test
  void mayBeMissingOrAFolder() throws IOException {
    assertThat(Release.of(home)).isEqualTo(Release.SILENT);
    Files.createDirectory(home.resolve("release"));
    assertThat(Release.of(home)).isEqualTo(Release.SILENT);
  }
}
