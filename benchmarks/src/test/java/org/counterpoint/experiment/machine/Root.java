package org.counterpoint.experiment.machine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** The root of a file system in which a system tells of itself. */
final class Root {

  /** Recorded on a guest with two processors, as far as it is read. */
  static final String STAT =
      """
      cpu  2869998 47514 176587 2884635 6059 0 8731 3867 0 0
      cpu0 1434741 24984 85015 1446563 1375 0 3953 1939 0 0
      cpu1 1435256 22530 91572 1438072 4683 0 4778 1928 0 0
      intr 51532605 0 0 0 0
      ctxt 96219834
      btime 1795495934
      processes 19190
      procs_running 2
      procs_blocked 0
      softirq 12345 0 1 2
      """;

  /** Recorded of a JVM, with another name. */
  static final String SELF_STAT =
      "19190 (java (a) 1 2 3) S 19185 19185 15027 0 -1 4194304 971 22 0 0 310 42 1200 99 20 0 14 0"
          + " 3015051 3133440 362 18446744073709551615 93961085054976 93961085074857 0 0 0 0 0 0 0\n";

  private final Path folder;

  Root(Path folder) {
    this.folder = folder;
  }

  Root with(String path, String text) {
    try {
      Path file = folder.resolve(path);
      Files.createDirectories(file.getParent());
      Files.writeString(file, text, StandardCharsets.ISO_8859_1);
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Root without(String path) {
    try {
      Files.delete(folder.resolve(path));
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  SystemFiles files() {
    return new SystemFiles(folder);
  }
}
