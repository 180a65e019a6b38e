package org.counterpoint.experiment.machine;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

/** Small texts that a system keeps in files, such as those below /proc and /sys. Never fails. */
public final class SystemFiles {

  private final Path root;

  SystemFiles(Path root) {
    this.root = root;
  }

  /** Those of the machine that this JVM runs on. */
  public static SystemFiles ofThisMachine() {
    return new SystemFiles(Path.of("/"));
  }

  /** The whole text; empty where there is no such file, or it can't be read. */
  Optional<String> text(String path) {
    try {
      // The name of a process may be no text in any encoding; this one takes every byte.
      return Optional.of(
          new String(Files.readAllBytes(root.resolve(path)), StandardCharsets.ISO_8859_1));
    } catch (IOException | InvalidPathException | SecurityException e) {
      return Optional.empty();
    }
  }

  /** The text without white space around it; empty also where nothing is left. */
  public Optional<String> word(String path) {
    return text(path).map(String::strip).filter(text -> !text.isEmpty());
  }

  boolean exists(String path) {
    try {
      return Files.exists(root.resolve(path));
    } catch (InvalidPathException | SecurityException e) {
      return false;
    }
  }
}
