package org.counterpoint.experiment.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class YamlFileTest {

  private final Path folder;

  YamlFileTest(@TempDir Path folder) {
    this.folder = folder;
  }

  private Path write(byte... bytes) throws IOException {
    return Files.write(folder.resolve("suite.yaml"), bytes);
  }

  private static void assertRefused(Path file, String message) {
    assertThatExceptionOfType(InvalidYaml.class)
        .isThrownBy(() -> YamlFile.read(file))
        .withMessage(file + message);
  }

  @Test
  void aFileIsReadAsUtf8() throws Exception {
    assertThat(YamlFile.read(write("a: \u00e9\n".getBytes(StandardCharsets.UTF_8))))
        .isEqualTo("a: \u00e9\n");
    assertThat(YamlFile.read(write())).isEmpty();
  }

  @Test
  void whatIsNoFileIsRefused() {
    assertRefused(folder, ": this is a folder; name a file in it");
    assertRefused(folder.resolve("none.yaml"), ": there is no such file");
    Path device = Path.of("/dev/zero");
    assumeTrue(Files.exists(device));
    assertRefused(device, ": this is neither a file nor a link to one");
  }

  @Test
  void aLargeFileIsRefused() throws Exception {
    byte[] bytes = new byte[64 * 1024 + 1];
    Arrays.fill(bytes, (byte) '#');
    assertRefused(write(bytes), ": larger than 64 KiB, the most that is read");
    assertThat(YamlFile.read(write(Arrays.copyOf(bytes, 64 * 1024)))).hasSize(64 * 1024);
  }

  @Test
  void anotherEncodingIsRefusedWhereItShows() throws IOException {
    assertRefused(
        write("a: 1\nb: \u00e9\n".getBytes(StandardCharsets.ISO_8859_1)),
        ":2:4: not text in UTF-8");
    assertRefused(write("a: 1\n".getBytes(StandardCharsets.UTF_16)), ":1:1: not text in UTF-8");
    byte[] whole = "a: \u00e9".getBytes(StandardCharsets.UTF_8);
    assertRefused(write(Arrays.copyOf(whole, whole.length - 1)), ":1:4: not text in UTF-8");
  }
}
