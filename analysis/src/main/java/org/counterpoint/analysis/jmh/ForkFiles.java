package org.counterpoint.analysis.jmh;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** Reads a journal's files, several at once. */
final class ForkFiles {

  /** One file that could be read. */
  record Read(Path file, ForkReader.Located located, Warnings warnings) {}

  /** One file, or what is wrong with it. */
  private sealed interface Attempt {
    record Done(Read read) implements Attempt {}

    record Refused(UnreadableInput why) implements Attempt {}
  }

  /** How the bytes of a file are had. */
  interface Source {
    InputStream open(Path file) throws IOException;
  }

  private ForkFiles() {}

  /**
   * All of them, in their order.
   *
   * @throws UnreadableInput what is wrong with the first that is wrong, whichever was met first
   */
  static List<Read> of(List<Path> files, Source source) throws UnreadableInput {
    List<Attempt> attempts =
        files.parallelStream().map(file -> attempt(file, source)).collect(Collectors.toList());
    for (Attempt attempt : attempts) {
      if (attempt instanceof Attempt.Refused refused) {
        throw refused.why();
      }
    }
    return attempts.stream().map(attempt -> ((Attempt.Done) attempt).read()).toList();
  }

  private static Attempt attempt(Path file, Source source) {
    Warnings warnings = new Warnings();
    try {
      return new Attempt.Done(new Read(file, ForkJson.read(file, source, warnings), warnings));
    } catch (UnreadableInput why) {
      return new Attempt.Refused(why);
    }
  }
}
