package org.counterpoint.analysis.jmh;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A run's journal: the folder of its finished forks. */
public final class Journal {

  /** Its name in a run's folder. */
  public static final String NAME = "journal";

  private static final Pattern FORK = Pattern.compile("(\\d{6,9})\\.json");

  private record Entry(int sequence, Path file) {

    static Optional<Entry> of(Path file) {
      Matcher name = FORK.matcher(String.valueOf(file.getFileName()));
      return name.matches()
          ? Optional.of(new Entry(Integer.parseInt(name.group(1)), file))
          : Optional.empty();
    }
  }

  private Journal() {}

  /**
   * The files of its forks, in the order in which they ran; whatever else lies there, such as the
   * temporary file of a write that was cut short, is not among them.
   *
   * @return empty if there is no such folder
   * @throws UnreadableInput if the folder cannot be listed
   */
  public static List<Path> forks(Path journal) throws UnreadableInput {
    if (!Files.isDirectory(journal)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(journal)) {
      return ordered(files);
    } catch (UncheckedIOException failure) {
      throw unlisted(journal, new IOException(failure.getMessage(), failure));
    } catch (IOException failure) {
      throw unlisted(journal, failure);
    }
  }

  private static UnreadableInput unlisted(Path journal, IOException failure) {
    return new UnreadableInput(journal, IoReason.of(failure), "check the folder");
  }

  /**
   * Remarks on numbers that lie between others and have no file, since somebody deleted it.
   *
   * @param forks as {@link #forks} lists them
   */
  static void warnOfGaps(List<Path> forks, Warnings warnings) {
    for (int i = 1; i < forks.size(); i++) {
      int expected = sequence(forks.get(i - 1)) + 1;
      int lost = sequence(forks.get(i)) - expected;
      if (lost > 0) {
        warnings.add(
            ForkJson.fileName(expected)
                + (lost == 1 ? "" : " to " + ForkJson.fileName(expected + lost - 1)),
            "missing from the journal, so what was measured there counts for nothing");
      }
    }
  }

  private static int sequence(Path fork) {
    String name = String.valueOf(fork.getFileName());
    return Integer.parseInt(name.substring(0, name.indexOf('.')));
  }

  /** Whether a file of that name is one fork's. */
  static boolean isFork(String name) {
    return FORK.matcher(name).matches();
  }

  /** Those of the files that are forks', in the order in which they ran. */
  static List<Path> ordered(Stream<Path> files) {
    return files
        .flatMap(file -> Entry.of(file).stream())
        .sorted(Comparator.comparingInt(Entry::sequence))
        .map(Entry::file)
        .toList();
  }
}
