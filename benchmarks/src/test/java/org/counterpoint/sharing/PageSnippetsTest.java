package org.counterpoint.sharing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the page From Rust to Java shows compiles, runs, and prints what the page says. */
class PageSnippetsTest {

  private static final Path PAGE = Path.of("FROM-RUST-TO-JAVA.md");

  // A block of Java, and the block of its output that may follow at once.
  private static final Pattern JAVA =
      Pattern.compile("```java\\R(.*?)```(?:\\R+```text\\R(.*?)```)?", Pattern.DOTALL);

  private static final String REFUSED = "// does not compile";

  private final Path folder;

  PageSnippetsTest(@TempDir Path folder) {
    this.folder = folder;
  }

  /** A block of the page; the output is empty where the page shows none. */
  private record Snippet(String name, String code, String output) {

    boolean refused() {
      return code.startsWith(REFUSED);
    }
  }

  @Test
  void everySnippetRunsAndPrintsWhatThePageSays() throws Exception {
    List<Snippet> snippets = snippets().stream().filter(snippet -> !snippet.refused()).toList();
    assertThat(snippets).hasSizeGreaterThanOrEqualTo(8);
    List<Path> sources = new ArrayList<>();
    for (Snippet snippet : snippets) {
      sources.add(write(snippet));
    }
    Javac.Result result = Javac.plain(folder, sources);
    assertThat(result.compiled()).as(result.said()).isTrue();
    try (URLClassLoader loader = new URLClassLoader(new URL[] {folder.toUri().toURL()})) {
      for (Snippet snippet : snippets) {
        assertThat(run(loader.loadClass(snippet.name())).lines())
            .as(snippet.code())
            .containsExactlyElementsOf(snippet.output().lines().toList());
      }
    }
  }

  @Test
  void whatThePageSaysDoesNotCompileDoesNot() throws IOException, InterruptedException {
    List<Snippet> refused = snippets().stream().filter(Snippet::refused).toList();
    assertThat(refused).hasSize(1);
    for (Snippet snippet : refused) {
      Javac.Result result = Javac.errorProne(folder, List.of(write(snippet)));
      assertThat(result.compiled()).as(snippet.code()).isFalse();
      assertThat(result.said()).contains("[MustBeClosedChecker]").contains("1 error");
    }
  }

  private static List<Snippet> snippets() throws IOException {
    String page = Files.readString(PAGE);
    List<Snippet> snippets = new ArrayList<>();
    Matcher blocks = JAVA.matcher(page);
    while (blocks.find()) {
      String output = blocks.group(2) == null ? "" : blocks.group(2);
      snippets.add(new Snippet("Snippet" + snippets.size(), blocks.group(1), output));
    }
    assertThat(snippets).as("blocks found").hasSize(page.split("```java", -1).length - 1);
    return snippets;
  }

  // The page names these imports.
  private Path write(Snippet snippet) throws IOException {
    return Files.writeString(
        folder.resolve(snippet.name() + ".java"),
        """
        import java.util.*;
        import org.counterpoint.sharing.*;
        public class %s {
          public static void main(String[] args) throws Exception {
        %s
          }
        }
        """
            .formatted(snippet.name(), snippet.code()));
  }

  private static String run(Class<?> program) throws Exception {
    Method entry = program.getMethod("main", String[].class);
    PrintStream before = System.out;
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
    try {
      FutureTask<Boolean> work =
          new FutureTask<>(
              () -> {
                entry.invoke(null, (Object) new String[0]);
                return true;
              });
      Thread main = new Thread(work, "main");
      main.setDaemon(true);
      main.start();
      assertThat(work.get(60, TimeUnit.SECONDS)).isTrue();
    } finally {
      System.setOut(before);
    }
    return printed.toString(StandardCharsets.UTF_8);
  }
}
