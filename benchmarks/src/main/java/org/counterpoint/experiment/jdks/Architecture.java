package org.counterpoint.experiment.jdks;

import java.util.Locale;

/**
 * What a JVM is built for.
 *
 * @param name one for each, whoever writes it how: {@code amd64}, {@code x64} and {@code x86_64}
 *     are {@code x86_64}
 */
record Architecture(String name) {

  static final Architecture X86_64 = new Architecture("x86_64");
  static final Architecture AARCH64 = new Architecture("aarch64");
  static final Architecture X86 = new Architecture("x86");

  /** As {@code os.arch}, or the {@code OS_ARCH} of a {@code release} file, has it. */
  static Architecture of(String text) {
    String name = text.strip().toLowerCase(Locale.ROOT);
    return switch (name) {
      case "amd64", "x64", "x86-64", "x86_64" -> X86_64;
      case "arm64", "aarch64" -> AARCH64;
      case "x86", "i386", "i486", "i586", "i686" -> X86;
      default -> new Architecture(name);
    };
  }

  @Override
  public String toString() {
    return name;
  }
}
