package org.counterpoint.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FingerprintTest {

  private static Path jar(Path file, long time, String... entries) throws IOException {
    try (OutputStream out = Files.newOutputStream(file);
        ZipOutputStream zip = new ZipOutputStream(out)) {
      for (int i = 0; i < entries.length; i += 2) {
        ZipEntry entry = new ZipEntry(entries[i]);
        entry.setTime(time);
        zip.putNextEntry(entry);
        zip.write(entries[i + 1].getBytes(StandardCharsets.UTF_8));
      }
    }
    return file;
  }

  @Test
  void aBuildOfTheSameIsTheSame(@TempDir Path folder) throws IOException {
    Path one =
        jar(
            folder.resolve("a.jar"),
            1_000_000_000_000L,
            "A.class",
            "a",
            "B.class",
            "b",
            "META-INF/MANIFEST.MF",
            "today");
    Path other =
        jar(
            folder.resolve("b.jar"),
            1_700_000_000_000L,
            "B.class",
            "b",
            "A.class",
            "a",
            "META-INF/MANIFEST.MF",
            "tomorrow");
    assertThat(Fingerprint.of(List.of(one))).isEqualTo(Fingerprint.of(List.of(other)));
  }

  @Test
  void aFolderIsWhatItsJarIs(@TempDir Path folder) throws IOException {
    Path classes = Files.createDirectories(folder.resolve("classes"));
    Files.writeString(Files.createDirectory(classes.resolve("x")).resolve("A.class"), "a");
    Path jar = jar(folder.resolve("a.jar"), 0, "x/A.class", "a");
    assertThat(Fingerprint.of(List.of(classes))).isEqualTo(Fingerprint.of(List.of(jar)));
  }

  @Test
  void anotherContentOrNameIsAnother(@TempDir Path folder) throws IOException {
    String one = Fingerprint.of(List.of(jar(folder.resolve("a.jar"), 0, "A.class", "a")));
    assertThat(one).hasSize(16);
    assertThat(Fingerprint.of(List.of(jar(folder.resolve("b.jar"), 0, "A.class", "b"))))
        .isNotEqualTo(one);
    assertThat(Fingerprint.of(List.of(jar(folder.resolve("c.jar"), 0, "B.class", "a"))))
        .isNotEqualTo(one);
  }

  @Test
  void thisProgramHasOne() {
    assertThat(Fingerprint.ofThisProgram()).matches("[0-9a-f]{16}");
  }
}
