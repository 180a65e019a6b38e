package org.counterpoint.experiment;

import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.counterpoint.analysis.jmh.Runs;

/**
 * Tells two builds of the benchmarks apart by what they hold, not by when they were built: names
 * and contents of all classes and resources.
 */
final class Fingerprint {

  private static final int LENGTH = 16;

  private Fingerprint() {}

  /**
   * Of the program that runs, be it jars or folders of classes: what measures, and what decides
   * when that is enough. {@code unknown} where they can't be read.
   */
  static String ofThisProgram() {
    try {
      return of(List.of(place(Fingerprint.class), place(Runs.class)));
    } catch (IOException | URISyntaxException | IllegalArgumentException e) {
      return "unknown";
    }
  }

  private static Path place(Class<?> type) throws IOException, URISyntaxException {
    CodeSource source = type.getProtectionDomain().getCodeSource();
    if (source == null || source.getLocation() == null) {
      throw new IOException("from no place: " + type);
    }
    return Path.of(source.getLocation().toURI());
  }

  static String of(List<Path> program) throws IOException {
    MessageDigest digest = sha256();
    for (Path part : program) {
      List<String> lines = Files.isDirectory(part) ? ofFolder(part) : ofJar(part);
      Collections.sort(lines);
      lines.forEach(line -> digest.update(line.getBytes(StandardCharsets.UTF_8)));
    }
    return HexFormat.of().formatHex(digest.digest()).substring(0, LENGTH);
  }

  private static List<String> ofJar(Path jar) throws IOException {
    List<String> lines = new ArrayList<>();
    try (ZipFile zip = new ZipFile(jar.toFile())) {
      for (ZipEntry entry : Collections.list(zip.entries())) {
        if (counts(entry.getName())) {
          try (InputStream in = zip.getInputStream(entry)) {
            lines.add(line(entry.getName(), in.readAllBytes()));
          }
        }
      }
    }
    return lines;
  }

  private static List<String> ofFolder(Path folder) throws IOException {
    List<String> lines = new ArrayList<>();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String name = folder.relativize(file).toString().replace('\\', '/');
        if (counts(name)) {
          lines.add(line(name, Files.readAllBytes(file)));
        }
      }
    }
    return lines;
  }

  /** Not what says who built it, and on which JDK. */
  private static boolean counts(String name) {
    return !name.endsWith("/")
        && !name.equals("META-INF/MANIFEST.MF")
        && !name.startsWith("META-INF/maven/");
  }

  private static String line(String name, byte[] content) {
    return name + ' ' + HexFormat.of().formatHex(sha256().digest(content)) + '\n';
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
