package org.counterpoint.documentation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.counterpoint.experiment.MadeRun;
import org.counterpoint.experiment.MavenLine;
import org.counterpoint.experiment.jdks.InvalidJdks;
import org.counterpoint.experiment.jdks.Jdks;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each command of the two READMEs does what it is shown for. Maven's are noted and not run, which
 * would build within a build: their goals, profiles and settings are checked by what reads them.
 * {@code .ci/run} runs the two main ones.
 */
@DisabledOnOs(OS.WINDOWS) // The commands are those of a POSIX shell.
class CommandsIT {

  private static final List<Path> PAGES = List.of(Path.of("..", "README.md"), Path.of("README.md"));
  private static final Pattern JDKS = Pattern.compile("jdks\\.Main --jdks=(\\S+)");
  private static final Pattern SUITE = Pattern.compile("```yaml\\R(.*?)```", Pattern.DOTALL);

  private static final Pattern SAYS =
      Pattern.compile(
          "`([^`\\n]+)` says\\R\\R```text\\R(.*?)\\R```\\R\\Rand ends with exit code (\\d)",
          Pattern.DOTALL);

  private static Path folder;
  private static Checkout checkout;

  static List<Command> commands() throws IOException {
    return Command.of(pages());
  }

  private static String pages() throws IOException {
    StringBuilder pages = new StringBuilder();
    for (Path page : PAGES) {
      pages.append(Files.readString(page)).append('\n');
    }
    return pages.toString();
  }

  @BeforeAll
  static void make(@TempDir Path empty) throws IOException {
    folder = empty.toRealPath();
    checkout = Checkout.in(folder);
    new MadeRun().varied().write(checkout.at("RUN"));
    new MadeRun().onOneJdk().write(checkout.at("BASE"));
    new MadeRun().onOneJdk().write(checkout.at("CANDIDATE"));
    Matcher suite = SUITE.matcher(Files.readString(PAGES.get(1)));
    assertThat(suite.find()).as("a suite in %s", PAGES.get(1)).isTrue();
    Files.writeString(checkout.at("my-suite.yaml"), suite.group(1));
  }

  @ParameterizedTest
  @MethodSource("commands")
  void isRun(Command command) throws Exception {
    int before = checkout.maven().size();
    Checkout.Result result = checkout.run(command.script(), Map.of());
    Optional<Documented> documented = Documented.of(command);
    Optional<String> refusal = refusal(command.script());
    if (documented.isPresent()) {
      assertThat(result.exit()).as(result.output()).isEqualTo(documented.get().exit());
    } else {
      assertThat(result.exit() == 0)
          .as("%s%n%s", command.script(), result.output())
          .isEqualTo(refusal.isEmpty());
    }
    assertThat(result.output())
        .contains(documented.map(Documented::output).or(() -> refusal).orElse(""));
    List<List<String>> maven = checkout.maven();
    for (List<String> words : maven.subList(before, maven.size())) {
      MavenLine.require(words, folder);
    }
    assertThat(maven.size() > before || !result.output().isBlank())
        .as("%s says something", command)
        .isTrue();
  }

  /** What a page says that a command prints, and that it ends with. */
  private record Documented(String output, int exit) {

    static Optional<Documented> of(Command command) throws IOException {
      return SAYS.matcher(pages())
          .results()
          .filter(said -> said.group(1).equals(command.text()))
          .map(said -> new Documented(said.group(2), Integer.parseInt(said.group(3))))
          .findFirst();
    }
  }

  /** What a command says that needs a JDK which this machine has not, or is not run on. */
  private static Optional<String> refusal(String script) {
    if (script.contains("VirtualThreadBenchmark") && Runtime.version().feature() < 21) {
      return Optional.of("virtual threads exist from JDK 21 on");
    }
    Matcher asked = JDKS.matcher(script);
    if (asked.find()) {
      try {
        Jdks.choose(asked.group(1));
      } catch (InvalidJdks notHere) {
        return Optional.of(String.valueOf(notHere.getMessage()));
      }
    }
    return Optional.empty();
  }

  @Test
  void anExitCodeThatAPageSpeaksOfIsLookedFor() throws IOException {
    assertThat(SAYS.matcher(pages()).results()).isNotEmpty();
  }

  @Test
  void thereAreCommandsOfEveryProgram() throws IOException {
    assertThat(commands()).hasSizeGreaterThan(40);
    for (String program :
        List.of(
            "mvn verify",
            "counterpoint.jar report",
            "counterpoint.jar compare",
            "counterpoint.jar calibrate",
            "counterpoint.jar scalability",
            "jdks.Main",
            "sharing.Tour",
            "OwnershipBenchmark")) {
      assertThat(commands()).extracting(Command::script).anyMatch(s -> s.contains(program));
    }
  }
}
