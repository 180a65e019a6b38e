package org.counterpoint.analysis.jmh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.counterpoint.analysis.jmh.RunFixture.MUTEX;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ForkJsonTest {

  private static final ForkHeader HEADER = RunFixture.header(12, 3, 2, "17", MUTEX);

  private final Path journal;

  ForkJsonTest(@TempDir Path journal) {
    this.journal = journal;
  }

  @Test
  void readsTheMeasuredForkThatItWrote() throws IOException {
    String jmh = RunFixture.jmh(MUTEX, "17.0.15", 20, 22);
    Path file = ForkJson.writeMeasured(journal, HEADER, jmh);

    assertThat(file).isEqualTo(journal.resolve("000012.json"));
    assertThat(Files.readString(file)).contains(jmh.strip());
    assertThat(ForkJson.read(file))
        .isInstanceOfSatisfying(
            ForkRecord.Measured.class,
            fork -> {
              assertThat(fork.header()).isEqualTo(HEADER);
              assertThat(fork.measurement().primary().forks())
                  .singleElement()
                  .satisfies(
                      one -> {
                        assertThat(one.block()).isEqualTo(3);
                        assertThat(one.iterations().toArray()).containsExactly(20, 22);
                      });
            });
  }

  @Test
  void takesTheArrayThatJmhWrites() throws IOException {
    String jmh = "[\n" + RunFixture.jmh(MUTEX, "17.0.15", 20, 22) + "]\n\n";
    Path file = ForkJson.writeMeasured(journal, HEADER, jmh);
    assertThat(ForkJson.read(file)).isInstanceOf(ForkRecord.Measured.class);
  }

  @Test
  void readsTheFailedForkThatItWrote() throws IOException {
    ForkRecord.Failed failed =
        new ForkRecord.Failed(
            HEADER, "lost update", "expected 10, found 9", "\u001b[31mJVM\n\"x\"");
    assertThat(ForkJson.read(ForkJson.writeFailed(journal, failed))).isEqualTo(failed);
  }

  @Test
  void writesNothingThatItWouldRefuse() throws IOException {
    String jmh = RunFixture.jmh(MUTEX, "17.0.15", 20, 22);
    for (String bad :
        new String[] {
          "[]",
          "",
          "no JSON",
          jmh + "," + jmh,
          jmh.replace("MUTEX", "LONG_ADDER"),
          jmh.replace("\"score\" : 21.0", "\"score\" : \"NaN\""),
          jmh.replace("\"forks\" : 1", "\"forks\" : 5"),
        }) {
      assertThatThrownBy(() -> ForkJson.writeMeasured(journal, HEADER, bad))
          .as(bad)
          .isInstanceOf(UnreadableInput.class);
    }
    try (Stream<Path> files = Files.list(journal)) {
      assertThat(files).isEmpty();
    }
  }

  @Test
  void changesNoFileThatIsThere() throws IOException {
    ForkRecord.Failed failed = new ForkRecord.Failed(HEADER, "crash", "first", "");
    Path file = ForkJson.writeFailed(journal, failed);
    assertThatThrownBy(
            () ->
                ForkJson.writeFailed(journal, new ForkRecord.Failed(HEADER, "crash", "second", "")))
        .isInstanceOf(FileAlreadyExistsException.class);
    assertThat(ForkJson.read(file)).isEqualTo(failed);
  }

  @Test
  void refusesEveryTruncation() throws IOException {
    Path file = ForkJson.writeMeasured(journal, HEADER, RunFixture.jmh(MUTEX, "17.0.15", 20, 22));
    String whole = Files.readString(file).strip();
    for (int length = 0; length < whole.length(); length++) {
      Files.writeString(file, whole.substring(0, length));
      assertThatThrownBy(() -> ForkJson.read(file))
          .isInstanceOfSatisfying(
              UnreadableInput.class, refused -> assertThat(refused.line()).isPositive());
    }
  }

  @Test
  void refusesAnOutcomeThatItsPartsContradict() throws IOException {
    Path file = ForkJson.writeMeasured(journal, HEADER, RunFixture.jmh(MUTEX, "17.0.15", 20, 22));
    String whole = Files.readString(file);
    Files.writeString(file, whole.replace("\"measured\"", "\"failed\""));
    assertThatThrownBy(() -> ForkJson.read(file))
        .hasMessageContaining(":16:11: \"jmh\" beside outcome \"failed\":");
    Files.writeString(file, whole.replace("\"measured\"", "\"done\""));
    assertThatThrownBy(() -> ForkJson.read(file))
        .hasMessageContaining(":15:15: outcome is \"done\", neither measured nor failed:");
    Files.writeString(file, whole.replace("\"attempt\" : 2,", ""));
    assertThatThrownBy(() -> ForkJson.read(file))
        .hasMessageContaining(":1:1: \"attempt\" is missing:");
    Files.writeString(file, whole.replace("2026-01-01T", "yesterday "));
    assertThatThrownBy(() -> ForkJson.read(file))
        .hasMessageContaining("startedAt is \"yesterday 00:00:00.500Z\", not a time such as");
  }
}
