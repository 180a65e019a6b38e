package org.counterpoint.sharing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The README's way to add a strategy, gone in a copy: its file and its line are all that it takes
 * to be held to the contract, to be measured and to be named in charts.
 */
class AddedStrategyTest {

  private static final Path PAGE = Path.of("..", "README.md");
  private static final Path SOURCES = Path.of("src", "main", "java");
  private static final Path REGISTRY = Path.of("org", "counterpoint", "sharing", "Strategy.java");

  private static final Pattern HOW_TO =
      Pattern.compile(
          "^## Add a strategy\\R.*?`benchmarks/src/main/java/([^`]+)`.*?"
              + "```java\\R(.*?)```.*?```java\\R(.*?)```",
          Pattern.MULTILINE | Pattern.DOTALL);

  /** Where the constants end. */
  private static final Pattern END = Pattern.compile("^ *;$", Pattern.MULTILINE);

  private final Path copy;
  private final Path classes;
  private final MatchResult howTo;

  AddedStrategyTest(@TempDir Path folder) throws IOException {
    copy = Files.createDirectory(folder.resolve("copy"));
    classes = Files.createDirectory(folder.resolve("classes"));
    List<MatchResult> found = HOW_TO.matcher(Files.readString(PAGE)).results().toList();
    assertThat(found).hasSize(1);
    howTo = found.get(0);
  }

  private Path file() throws IOException {
    Path file = copy.resolve(howTo.group(1));
    Files.createDirectories(file.getParent());
    return Files.writeString(file, howTo.group(2));
  }

  private Path registry() throws IOException {
    String before = Files.readString(SOURCES.resolve(REGISTRY));
    assertThat(END.matcher(before).results()).hasSize(1);
    String after = END.matcher(before).replaceFirst(howTo.group(3) + "$0");
    assertThat(after.lines().count()).as("one line more").isEqualTo(before.lines().count() + 1);
    Path file = copy.resolve(REGISTRY);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, after);
  }

  @Test
  void aFileAndALineAreAllThatItTakes() throws Exception {
    assertThat(SOURCES.resolve(howTo.group(1))).doesNotExist();
    Javac.Result compiled = Javac.plain(classes, List.of(file(), registry()));
    assertThat(compiled.said()).isEmpty();
    assertThat(compiled.compiled()).isTrue();
    assertThat(run("ATOMIC_LONG").lines())
        .contains(
            "contract: 7 tests passed",
            "measured in: IncrementBenchmark.increment",
            "measured in: ReadMixBenchmark.operate",
            "measured in: ManyCountersBenchmark.increment",
            "measured in: ServiceTimeBenchmark.increment",
            "in charts: AtomicLong");
  }

  @Test
  void aCounterThatBreaksTheContractIsFound() throws Exception {
    Path file = file();
    String code = Files.readString(file);
    Files.writeString(file, code.replace("count.getAndIncrement()", "count.set(count.get() + 1)"));
    assertThat(Files.readString(file)).isNotEqualTo(code);
    assertThat(Javac.plain(classes, List.of(file, registry())).compiled()).isTrue();
    assertThat(run("ATOMIC_LONG"))
        .containsPattern("Assertion\\w*Error")
        .doesNotContain("tests passed");
  }

  private String run(String strategy) throws IOException, InterruptedException {
    Path said = classes.resolve("said.txt");
    Process run =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                classes + File.pathSeparator + System.getProperty("java.class.path"),
                "org.counterpoint.experiment.AddedStrategyRun",
                strategy)
            .redirectErrorStream(true)
            .redirectOutput(said.toFile())
            .start();
    if (!run.waitFor(60, TimeUnit.SECONDS)) {
      run.destroyForcibly();
      throw new AssertionError("not ended after 60 s: " + Files.readString(said));
    }
    return Files.readString(said);
  }
}
