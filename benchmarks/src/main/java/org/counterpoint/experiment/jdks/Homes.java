package org.counterpoint.experiment.jdks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** From what names a JDK to the one path that it has. */
final class Homes {

  private static final Path BUNDLE = Path.of("Contents", "Home");
  private static final Path BIN = Path.of("bin");

  private Homes() {}

  /**
   * The JDK's folder with all links followed: of a bundle of macOS the one inside, of a launcher
   * the one it belongs to. What doesn't exist is only made absolute.
   */
  static Path of(Path named) {
    try {
      Path path = named.toRealPath();
      Path parent = path.getParent();
      if (parent != null && Files.isRegularFile(path) && BIN.equals(parent.getFileName())) {
        return parent.resolve("..").normalize();
      }
      Path inside = path.resolve(BUNDLE);
      return Files.isDirectory(inside) ? inside.toRealPath() : path;
    } catch (IOException e) {
      return named.toAbsolutePath().normalize();
    }
  }
}
