package org.counterpoint.analysis.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportFolderTest {

  private static SortedMap<String, byte[]> files(String... names) {
    SortedMap<String, byte[]> files = new TreeMap<>();
    for (String name : names) {
      files.put(name, name.getBytes(StandardCharsets.UTF_8));
    }
    return files;
  }

  private static List<String> tree(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(Files::isRegularFile)
          .map(path -> folder.relativize(path).toString().replace('\\', '/'))
          .sorted()
          .toList();
    }
  }

  @Test
  void replacesAnOldReportAsAWholeAndLeavesNeighboursAlone(@TempDir Path parent)
      throws IOException {
    Files.writeString(parent.resolve("run.json"), "{}");
    Path report = parent.resolve("report");
    ReportFolder.at(report).replaceBy(files("index.html", "charts/old.svg"));
    ReportFolder.at(report).replaceBy(files("index.html", "charts/new.svg", "charts/new.png"));
    assertThat(tree(parent))
        .containsExactly(
            "report/charts/new.png", "report/charts/new.svg", "report/index.html", "run.json");
  }

  @Test
  void createsParents(@TempDir Path parent) throws IOException {
    ReportFolder.at(parent.resolve("a/b/report")).replaceBy(files("index.html"));
    assertThat(tree(parent)).containsExactly("a/b/report/index.html");
  }

  @Test
  void takesNobodysFilesAway(@TempDir Path parent) throws IOException {
    Path report = parent.resolve("report");
    ReportFolder.at(report).replaceBy(files("index.html", "charts/a.svg"));
    Files.writeString(report.resolve("charts/notes.txt"), "mine");
    assertThatThrownBy(() -> ReportFolder.at(report))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("charts/notes.txt")
        .hasMessageContaining("no part of a report");
    assertThat(tree(report)).containsExactly("charts/a.svg", "charts/notes.txt", "index.html");
  }

  @Test
  void refusesAFile(@TempDir Path parent) throws IOException {
    Path file = Files.writeString(parent.resolve("report"), "x");
    assertThatThrownBy(() -> ReportFolder.at(file))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("is not a folder");
  }

  @Test
  void keepsTheOldReportWhenTheNewOneCannotBeWritten(@TempDir Path parent) throws IOException {
    Path report = parent.resolve("report");
    ReportFolder.at(report).replaceBy(files("index.html"));
    // A name that is a file and a folder at once can't be written on any system.
    SortedMap<String, byte[]> impossible = files("charts", "charts/a.svg");
    assertThatThrownBy(() -> ReportFolder.at(report).replaceBy(impossible))
        .isInstanceOf(IOException.class);
    assertThat(tree(parent)).containsExactly("report/index.html");
  }

  @Test
  void writesBehindALinkAndKeepsIt(@TempDir Path parent) throws IOException {
    Path real = Files.createDirectory(parent.resolve("real"));
    Path link = Files.createSymbolicLink(parent.resolve("link"), real);
    ReportFolder.at(link).replaceBy(files("index.html"));
    assertThat(link).isSymbolicLink();
    assertThat(tree(real)).containsExactly("index.html");
  }
}
