package org.counterpoint.analysis.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.Stream;

/** A folder that holds a whole report or none. */
final class ReportFolder {

  private static final Set<String> NAMES =
      Set.of(Report.HTML, Report.MARKDOWN, Report.CSV, Report.JSON, Report.CHARTS);

  private final Path target;

  private ReportFolder(Path target) {
    this.target = target;
  }

  /**
   * The folder, if a report may be written there.
   *
   * @throws IOException if something stands there that is no report, so that nobody's files are
   *     taken away with an old one
   */
  static ReportFolder at(Path directory) throws IOException {
    return at(directory, NAMES);
  }

  /** The same for what consists of these files, {@link Report#CHARTS} among them. */
  static ReportFolder at(Path directory, Set<String> names) throws IOException {
    Path absolute = directory.toAbsolutePath().normalize();
    if (!Files.exists(absolute, LinkOption.NOFOLLOW_LINKS)) {
      return new ReportFolder(absolute);
    }
    if (!Files.isDirectory(absolute)) {
      throw new IOException(directory + " is not a folder: choose another place for the report");
    }
    // A link is kept, and what it leads to is replaced.
    Path real = absolute.toRealPath();
    refuseIfForeign(directory, real, real, names);
    return new ReportFolder(real);
  }

  private static void refuseIfForeign(Path directory, Path real, Path folder, Set<String> names)
      throws IOException {
    for (Path entry : list(folder)) {
      String name = real.relativize(entry).toString().replace('\\', '/');
      boolean ours =
          folder.equals(real)
              ? names.contains(name) && Files.isDirectory(entry) == name.equals(Report.CHARTS)
              : name.endsWith(".svg") || name.endsWith(".png");
      if (!ours) {
        throw new IOException(
            directory
                + " holds "
                + name
                + ", which is no part of a report: move it away, or choose another folder");
      }
      if (Files.isDirectory(entry)) {
        refuseIfForeign(directory, real, entry, names);
      }
    }
  }

  /**
   * Builds the report beside the folder and moves it into its place.
   *
   * @param files by path within the folder
   */
  void replaceBy(SortedMap<String, byte[]> files) throws IOException {
    Path parent = target.getParent();
    if (parent == null) {
      throw new IOException(target + " cannot be a report's folder: choose one below it");
    }
    Files.createDirectories(parent);
    Path fresh = Files.createTempDirectory(parent, ".report-new-");
    Path old = fresh.resolve("old");
    boolean done = false;
    try {
      // A temporary folder is the owner's alone; a report is everybody's who may see its parent.
      Path whole = Files.createDirectory(fresh.resolve("report"));
      for (Map.Entry<String, byte[]> file : files.entrySet()) {
        Path path = whole.resolve(file.getKey());
        Files.createDirectories(path.getParent());
        Files.write(path, file.getValue());
      }
      swap(whole, old);
      done = true;
    } finally {
      // An old report that could not be moved back is still here, and nowhere else.
      if (done || Files.notExists(old)) {
        delete(fresh);
      }
    }
  }

  private void swap(Path whole, Path old) throws IOException {
    boolean replaces = Files.exists(target);
    if (replaces) {
      Files.move(target, old);
    }
    try {
      Files.move(whole, target);
    } catch (IOException e) {
      if (replaces) {
        Files.move(old, target);
      }
      throw e;
    }
  }

  private static List<Path> list(Path folder) throws IOException {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.sorted().toList();
    }
  }

  private static void delete(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    List<Path> deepestFirst;
    try (Stream<Path> all = Files.walk(folder)) {
      deepestFirst = all.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path path : deepestFirst) {
      Files.deleteIfExists(path);
    }
  }
}
