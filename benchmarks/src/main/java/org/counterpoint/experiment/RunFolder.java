package org.counterpoint.experiment;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.counterpoint.analysis.jmh.ForkHeader;
import org.counterpoint.analysis.jmh.ForkJson;
import org.counterpoint.analysis.jmh.ForkRecord;
import org.counterpoint.analysis.jmh.Journal;
import org.counterpoint.analysis.jmh.RunDescription;
import org.counterpoint.analysis.jmh.RunJson;
import org.counterpoint.analysis.jmh.UnreadableInput;
import org.counterpoint.analysis.jmh.WholeFile;
import org.counterpoint.analysis.model.Cell;

/** What a run leaves: {@code run.json}, the journal, and JMH's JSON of all forks of each JDK. */
final class RunFolder {

  private static final DateTimeFormatter NAME =
      DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss", Locale.ROOT).withZone(ZoneOffset.UTC);
  private static final ObjectMapper JSON = new ObjectMapper();

  /** Far more than one fork's file takes, or all of a run's merged ones. */
  private static final long ROOM_BYTES = 64L << 20;

  private final Path path;
  private final Path journal;

  private RunFolder(Path path) {
    this.path = path;
    this.journal = path.resolve(Journal.NAME);
  }

  /** A new folder, named after the time (UTC) and the suite. */
  static RunFolder create(Path results, String suite) throws IOException {
    Files.createDirectories(results);
    String name = NAME.format(Instant.now()) + "-" + suite;
    for (int attempt = 1; ; attempt++) {
      RunFolder folder = new RunFolder(results.resolve(attempt == 1 ? name : name + "-" + attempt));
      try {
        Files.createDirectory(folder.path);
        Files.createDirectory(folder.journal);
        return folder;
      } catch (FileAlreadyExistsException e) {
        // Another run began in the same second.
      }
    }
  }

  /** One that a run has left. */
  static RunFolder open(Path path) {
    return new RunFolder(path);
  }

  Path path() {
    return path;
  }

  Path journal() {
    return journal;
  }

  /**
   * Before a fork: that there is room for what it will leave, since a fork that can't be written is
   * lost.
   *
   * @throws IOException if there is not
   */
  void requireSpace() throws IOException {
    long free = Files.getFileStore(journal).getUsableSpace();
    if (free < ROOM_BYTES) {
      throw new IOException(
          "%d MB are left on that disk, and a fork wants %d: make room, and go on with"
                  .formatted(free >> 20, ROOM_BYTES >> 20)
              + " -Dbench.resume="
              + path);
    }
  }

  void describe(RunDescription description) throws IOException {
    RunJson.write(path.resolve(RunJson.NAME), description);
  }

  /** Keeps the suite as it was: the file that it was read from may be changed the next minute. */
  void keep(Suite suite) throws IOException {
    WholeFile.write(path.resolve("suite.yaml"), suite.text().getBytes(StandardCharsets.UTF_8));
  }

  /**
   * Writes it to the journal; on disk, whole, when this returns.
   *
   * @return what was written: a failure, where JMH's entry is none that can be used
   */
  ForkOutcome append(ForkHeader header, ForkOutcome outcome) throws IOException {
    if (outcome instanceof ForkOutcome.Measured measured) {
      try {
        ForkJson.writeMeasured(journal, header, measured.jmhJson());
        return measured;
      } catch (UnreadableInput unusable) {
        return append(
            header, new ForkOutcome.Failed("error", unusable.reason(), measured.jmhJson()));
      }
    }
    ForkOutcome.Failed failed = (ForkOutcome.Failed) outcome;
    ForkJson.writeFailed(
        journal, new ForkRecord.Failed(header, failed.kind(), failed.message(), failed.output()));
    return failed;
  }

  /** Writes each JDK's {@code jmh-result.json} anew, from the journal. */
  void merge() throws IOException {
    SortedMap<String, Map<Cell, List<JsonNode>>> byJdk = new TreeMap<>();
    for (Path file : Journal.forks(journal)) {
      if (ForkJson.read(file) instanceof ForkRecord.Measured fork) {
        byJdk
            .computeIfAbsent(fork.header().jdk(), jdk -> new TreeMap<>())
            .computeIfAbsent(fork.header().cell(), cell -> new ArrayList<>())
            .add(JSON.readTree(file.toFile()).required("jmh"));
      }
    }
    for (var jdk : byJdk.entrySet()) {
      ArrayNode merged = JSON.createArrayNode();
      jdk.getValue().values().forEach(forks -> merged.add(MergedEntry.of(forks)));
      Path folder = Files.createDirectories(path.resolve(jdk.getKey()));
      WholeFile.write(
          folder.resolve("jmh-result.json"),
          JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(merged));
    }
  }
}
