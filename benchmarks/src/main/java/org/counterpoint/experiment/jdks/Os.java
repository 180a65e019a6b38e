package org.counterpoint.experiment.jdks;

import java.nio.file.Path;
import java.util.Locale;

/** What decides where JDKs are put and how they are laid out. */
enum Os {
  /** And every other Unix that is not macOS. */
  LINUX,
  MACOS,
  WINDOWS;

  /** As the system property {@code os.name} has it. */
  static Os of(String osName) {
    String name = osName.toLowerCase(Locale.ROOT);
    if (name.startsWith("windows")) {
      return WINDOWS;
    }
    return name.startsWith("mac") || name.startsWith("darwin") ? MACOS : LINUX;
  }

  /** The launcher of the JDK in a folder, whether or not it is there. */
  Path java(Path home) {
    return home.resolve("bin").resolve(this == WINDOWS ? "java.exe" : "java");
  }
}
