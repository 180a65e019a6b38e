package org.counterpoint.experiment.jdks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@DisabledOnOs(value = OS.WINDOWS, disabledReason = "links need a privilege there")
class HomesTest {

  private final Path folder;

  HomesTest(@TempDir Path temporary) throws IOException {
    folder = temporary.toRealPath();
  }

  @Test
  void linksAreFollowed() throws IOException {
    Path home = Files.createDirectories(folder.resolve("jdk-17"));
    Path link = Files.createSymbolicLink(folder.resolve("default"), home);
    assertThat(Homes.of(Files.createSymbolicLink(folder.resolve("java"), link))).isEqualTo(home);
    assertThat(Homes.of(home.resolve("..").resolve("jdk-17"))).isEqualTo(home);
  }

  @Test
  void aBundleHasItsJdkInside() throws IOException {
    Path bundle = folder.resolve("temurin-25.jdk");
    Path home = Files.createDirectories(bundle.resolve("Contents/Home"));
    assertThat(Homes.of(bundle)).isEqualTo(home);
    assertThat(Homes.of(home)).isEqualTo(home);
  }

  @Test
  void aLauncherBelongsToAJdk() throws IOException {
    Path bin = Files.createDirectories(folder.resolve("jdk-17/bin"));
    Path java = Files.createFile(bin.resolve("java"));
    Path link = Files.createSymbolicLink(folder.resolve("alternative"), java);
    assertThat(Homes.of(java)).isEqualTo(folder.resolve("jdk-17"));
    assertThat(Homes.of(link)).isEqualTo(folder.resolve("jdk-17"));
    assertThat(Homes.of(bin)).isEqualTo(bin);
  }

  @Test
  void whatIsNotThereIsMadeAbsolute() {
    assertThat(Homes.of(folder.resolve("a/../b"))).isEqualTo(folder.resolve("b"));
    assertThat(Homes.of(Path.of("no-such-jdk")))
        .isEqualTo(Path.of("").toAbsolutePath().resolve("no-such-jdk"));
  }
}
