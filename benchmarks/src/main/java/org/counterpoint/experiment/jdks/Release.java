package org.counterpoint.experiment.jdks;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What the {@code release} file of a JDK says of it, without anything being started.
 *
 * @param version {@code JAVA_VERSION}
 * @param vendor {@code IMPLEMENTOR}
 * @param architecture {@code OS_ARCH}
 * @param libc {@code LIBC}: {@code gnu}, {@code musl}
 */
record Release(
    Optional<JavaVersion> version,
    Optional<String> vendor,
    Optional<Architecture> architecture,
    Optional<String> libc) {

  /** Of a JDK that has no such file, or none that can be read: its launcher is asked anyway. */
  static final Release SILENT =
      new Release(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

  private static final int MOST_BYTES = 1 << 16;

  static Release of(Path home) {
    try (InputStream in = Files.newInputStream(home.resolve("release"))) {
      return parse(new String(in.readNBytes(MOST_BYTES), StandardCharsets.UTF_8));
    } catch (IOException e) {
      return SILENT;
    }
  }

  static Release parse(String text) {
    Map<String, String> fields = new HashMap<>();
    text.lines()
        .forEach(
            line -> {
              int equals = line.indexOf('=');
              if (equals > 0) {
                fields.put(line.substring(0, equals).strip(), unquoted(line.substring(equals + 1)));
              }
            });
    return new Release(
        field(fields, "JAVA_VERSION").flatMap(JavaVersion::parse),
        field(fields, "IMPLEMENTOR"),
        field(fields, "OS_ARCH").map(Architecture::of),
        field(fields, "LIBC"));
  }

  private static Optional<String> field(Map<String, String> fields, String name) {
    return Optional.ofNullable(fields.get(name)).filter(value -> !value.isEmpty());
  }

  private static String unquoted(String value) {
    return value.strip().replaceAll("^\"|\"$", "").strip();
  }
}
