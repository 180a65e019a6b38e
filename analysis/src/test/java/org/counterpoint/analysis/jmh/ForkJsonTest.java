package org.counterpoint.analysis.jmh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.counterpoint.analysis.jmh.RunFixture.MUTEX;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.counterpoint.analysis.model.JvmVariant;
import org.counterpoint.analysis.model.Noise;
import org.counterpoint.analysis.model.Noise.Reading;
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
  void readsTheFlagsThatTheForkWasToHave() throws IOException {
    JvmVariant flags = new JvmVariant("ZGC", List.of("-XX:+UseZGC", "-Xmx1g"));
    ForkHeader header = RunFixture.header(12, 3, 2, "17", MUTEX.on(flags));
    String jmh =
        RunFixture.withJvmArgs(
            RunFixture.jmh(MUTEX, "17.0.15", 20, 22), "-Da=b", "-XX:+UseZGC", "-Xmx1g");
    Path file = ForkJson.writeMeasured(journal, header, jmh);
    assertThat(ForkJson.read(file))
        .isInstanceOfSatisfying(
            ForkRecord.Measured.class,
            fork -> {
              assertThat(fork.header()).isEqualTo(header);
              assertThat(fork.measurement().cell()).isEqualTo(MUTEX.on(flags));
            });
    assertThat(ForkJson.read(failedOf(header)).header()).isEqualTo(header);
  }

  private Path failedOf(ForkHeader header) throws IOException {
    Files.delete(journal.resolve(ForkJson.fileName(header.sequence())));
    return ForkJson.writeFailed(journal, new ForkRecord.Failed(header, "crash", "exit 1", ""));
  }

  @Test
  void refusesAForkThatRanWithoutItsFlags() {
    JvmVariant flags = new JvmVariant("ZGC", List.of("-XX:+UseZGC"));
    ForkHeader header = RunFixture.header(12, 3, 2, "17", MUTEX.on(flags));
    String jmh = RunFixture.jmh(MUTEX, "17.0.15", 20, 22);
    assertThatThrownBy(() -> ForkJson.writeMeasured(journal, header, jmh))
        .isInstanceOf(UnreadableInput.class)
        .hasMessageContaining(
            "\"jmh\" ran with the JVM arguments [], the fork was to run with [-XX:+UseZGC]:");
  }

  @Test
  void refusesFlagsThatAreNone() throws IOException {
    JvmVariant flags = new JvmVariant("ZGC", List.of("-XX:+UseZGC"));
    ForkHeader header = RunFixture.header(12, 3, 2, "17", MUTEX.on(flags));
    Path file = ForkJson.writeFailed(journal, new ForkRecord.Failed(header, "crash", "x", ""));
    String whole = Files.readString(file);
    Files.writeString(file, whole.replace("\"ZGC\"", "\"none\""));
    assertThatThrownBy(() -> ForkJson.read(file))
        .hasMessageContaining(": jvm: \"none\" stands for no JVM flag, and \"none\" has 1:");
    Files.writeString(file, whole.replace("\"flags\"", "\"fags\""));
    assertThatThrownBy(() -> ForkJson.read(file))
        .hasMessageContaining(": jvm without a \"flags\":");
    Files.writeString(file, whole.replace("\"-XX:+UseZGC\"", "7"));
    assertThatThrownBy(() -> ForkJson.read(file))
        .hasMessageContaining(": an element of jvm.flags is 7, not a text:");
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
  void readsTheNoiseThatItWrote() throws IOException {
    SortedMap<Reading, Double> all = new TreeMap<>();
    for (Reading reading : Reading.values()) {
      all.put(reading, 0.5 + all.size());
    }
    ForkHeader watched = RunFixture.watched(HEADER, new Noise(all));
    Path file = ForkJson.writeMeasured(journal, watched, RunFixture.jmh(MUTEX, "17.0.15", 20, 22));
    assertThat(ForkJson.read(file).header()).isEqualTo(watched);
    assertThat(Files.readString(file))
        .contains("\"noise\" : {", "\"availableMillis\" : 0.5,", "\"load\" : 7.5");
  }

  @Test
  void aJournalWithoutNoiseStaysReadable() throws IOException {
    Path file = ForkJson.writeMeasured(journal, HEADER, RunFixture.jmh(MUTEX, "17.0.15", 20, 22));
    assertThat(Files.readString(file)).doesNotContain("noise");
    assertThat(ForkJson.read(file).header().noise()).isEqualTo(Noise.UNKNOWN);
  }

  @Test
  void passesOverReadingsOfALaterVersion() throws IOException {
    Path file = noisy();
    Files.writeString(
        file, Files.readString(file).replace("\"noise\" : {", "\"noise\" : {\"x\" : [{}],"));
    assertThat(ForkJson.read(file).header().noise()).isEqualTo(RunFixture.noise(2000, 1900));
  }

  @Test
  void refusesReadingsThatAreNone() throws IOException {
    Path file = noisy();
    String whole = Files.readString(file);
    for (String[] bad :
        new String[][] {
          {"-1", "-1, not an amount"},
          {"\"NaN\"", "\"NaN\", not an amount"},
          {"1e999", "1e999, not an amount"},
          {"\"much\"", "\"much\", not a number"},
          {"null", "null, not a number"},
          {"[]", "an array, not a number"}
        }) {
      Files.writeString(file, whole.replace("2000.0", bad[0]));
      assertThatThrownBy(() -> ForkJson.read(file))
          .isInstanceOf(UnreadableInput.class)
          .hasMessageContaining(":17:20: noise.busyMillis is " + bad[1] + ":");
    }
    Files.writeString(file, whole.replaceFirst("(?s)\"noise\" : \\{[^}]*}", "\"noise\" : 5"));
    assertThatThrownBy(() -> ForkJson.read(file)).hasMessageContaining("noise is 5, not an object");
  }

  private Path noisy() throws IOException {
    return ForkJson.writeMeasured(
        journal,
        RunFixture.watched(HEADER, RunFixture.noise(2000, 1900)),
        RunFixture.jmh(MUTEX, "17.0.15", 20, 22));
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
