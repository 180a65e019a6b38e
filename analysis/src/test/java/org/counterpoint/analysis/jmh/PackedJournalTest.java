package org.counterpoint.analysis.jmh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.counterpoint.analysis.model.Run;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PackedJournalTest {

  private final Path folder;
  private final RunFixture run;

  PackedJournalTest(@TempDir Path folder) throws IOException {
    this.folder = folder;
    this.run = new RunFixture(folder);
  }

  @BeforeEach
  void measure() throws IOException {
    for (int block = 0; block < 2; block++) {
      for (String jdk : new String[] {"17", "25"}) {
        run.measured(block, jdk, RunFixture.MUTEX, 20 + block, 22);
        run.measured(block, jdk, RunFixture.ATOMIC, 50 + block, 52);
      }
    }
    run.failed(1, "25", RunFixture.ATOMIC, "crash", "exit code 134");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "journal/"})
  void isReadLikeTheFolderThatWasPacked(String prefix) throws IOException {
    Run plain = Runs.read(folder);
    pack(prefix);
    assertThat(Files.exists(run.journal)).isFalse();
    assertThat(Runs.read(folder)).isEqualTo(plain);
    assertThat(plain.measurements()).hasSize(4);
  }

  @Test
  void givesWayToTheFolder() throws IOException {
    Run plain = Runs.read(folder);
    Files.writeString(folder.resolve(PackedJournal.NAME), "no archive");
    assertThat(Runs.read(folder)).isEqualTo(plain);
  }

  @Test
  void passesOverWhatIsNoFork() throws IOException {
    Run plain = Runs.read(folder);
    Files.writeString(run.journal.resolve("notes.txt"), "not a fork");
    Files.writeString(run.journal.resolve("000001.json.tmp"), "cut short");
    pack("journal/");
    Run read = Runs.read(folder);
    assertThat(read.measurements()).isEqualTo(plain.measurements());
    assertThat(read.warnings())
        .contains("journal.zip: has files that are no fork's, and were passed over");
  }

  @Test
  void namesTheForkThatIsWrong() throws IOException {
    Path fork = run.journal.resolve(ForkJson.fileName(3));
    Files.writeString(fork, Files.readString(fork).replace("\"block\" : 0", "\"block\" : -1"));
    pack("");
    UnreadableInput why = catchThrowableOfType(UnreadableInput.class, () -> Runs.read(folder));
    assertThat(why)
        .hasMessageStartingWith(folder.resolve("journal.zip").resolve("000003.json") + ":")
        .hasMessageContaining("block is -1");
    assertThat(why.line()).isPositive();
  }

  @Test
  void isRefusedWhereItIsCutOff() throws IOException {
    pack("");
    Path archive = folder.resolve(PackedJournal.NAME);
    byte[] bytes = Files.readAllBytes(archive);
    for (int length = 0; length < bytes.length; length += 97) {
      Files.write(archive, Arrays.copyOf(bytes, length));
      assertThat(catchThrowableOfType(UnreadableInput.class, () -> Runs.read(folder)))
          .as("%d bytes", length)
          .hasMessageStartingWith(archive + ": not an archive that can be read");
    }
  }

  /** Whatever else damage does, it gives no stack trace and no other numbers. */
  @Test
  void isRefusedOrReadAsItWasWhereBytesAreChanged() throws IOException {
    Run plain = Runs.read(folder);
    assertThat(plain.warnings()).isEmpty();
    pack("journal/");
    Path archive = folder.resolve(PackedJournal.NAME);
    byte[] bytes = Files.readAllBytes(archive);
    for (int at = 0; at < bytes.length; at += 13) {
      byte[] changed = bytes.clone();
      changed[at] ^= 0x55;
      Files.write(archive, changed);
      try {
        Run read = Runs.read(folder);
        if (read.warnings().isEmpty()) {
          assertThat(read).as("byte %d", at).isEqualTo(plain);
        }
      } catch (UnreadableInput why) {
        assertThat(why).hasMessageStartingWith(archive.toString());
      }
    }
  }

  private void pack(String prefix) throws IOException {
    try (OutputStream file = Files.newOutputStream(folder.resolve(PackedJournal.NAME));
        ZipOutputStream zip = new ZipOutputStream(file)) {
      if (!prefix.isEmpty()) {
        zip.putNextEntry(new ZipEntry(prefix));
      }
      for (Path fork : forks()) {
        zip.putNextEntry(new ZipEntry(prefix + fork.getFileName()));
        Files.copy(fork, zip);
        Files.delete(fork);
      }
    }
    Files.delete(run.journal);
  }

  private List<Path> forks() throws IOException {
    try (Stream<Path> files = Files.list(run.journal)) {
      return files.sorted().toList();
    }
  }
}
