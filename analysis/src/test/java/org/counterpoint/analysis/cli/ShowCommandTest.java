package org.counterpoint.analysis.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.counterpoint.analysis.cli.Result.run;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ShowCommandTest {

  private static final String NAME = "org.example.Increment.increment";
  private static final double[] FAST = {100, 101, 99, 100.5, 99.5};
  private static final double[] SLOW = {80, 81, 79, 80.5, 79.5};

  private final Path folder;

  ShowCommandTest(@TempDir Path folder) {
    this.folder = folder;
  }

  private String file() throws IOException {
    return new JmhFile()
        .add(NAME, Map.of("strategy", "MUTEX"), 2, SLOW)
        .add(NAME, Map.of("strategy", "LONG_ADDER"), 2, FAST)
        .jdk("25.0.3")
        .add(NAME, Map.of("strategy", "MUTEX"), 2, FAST)
        .add(NAME, Map.of("strategy", "LONG_ADDER"), 2, SLOW)
        .write(folder.resolve("two.json"))
        .toString();
  }

  @Test
  void showsEveryJdkOrOne() throws IOException {
    Result both = run("show", file());
    assertThat(both.exit()).isZero();
    assertThat(both.err()).isEmpty();
    assertThat(both.out())
        .contains(
            "Increment.increment, JDK 17.0.15: throughput", "2 threads: LONG_ADDER is fastest")
        .contains("Increment.increment, JDK 25.0.3: throughput", "2 threads: MUTEX is fastest")
        .contains("█");
    Result one = run("show", file() + ":25");
    assertThat(one.exit()).isZero();
    assertThat(one.out()).contains("MUTEX is fastest").doesNotContain("JDK 17");
    Result none = run("show", file() + ":21");
    assertThat(none.exit()).isEqualTo(2);
    assertThat(none.err()).contains("no JDK \"21\" in it: it holds 17.0.15, 25.0.3");
  }

  @Test
  void coloursWhereATerminalIsOrWhereTheyAreAskedFor() throws IOException {
    Terminal colourful = new Terminal(StandardCharsets.UTF_8, true);
    assertThat(run(colourful, "show", file()).out()).contains("\u001B[");
    assertThat(run(colourful, "show", file(), "--color", "never").out()).doesNotContain("\u001B");
    assertThat(run("show", file()).out()).doesNotContain("\u001B");
    assertThat(run("show", file(), "--color=auto").out()).doesNotContain("\u001B");
    assertThat(run("show", file(), "--color=always").out()).contains("\u001B[");
  }

  @Test
  void writesWhatTheTerminalCan() throws IOException {
    Terminal ascii = new Terminal(StandardCharsets.US_ASCII, false);
    assertThat(run(ascii, "show", file()).out()).contains("####").doesNotContain("█");
  }

  @Test
  void filtersByWorkloadThreadsAndStrategy() throws IOException {
    Result one = run("show", file(), "--workload=incr", "--threads=2", "--strategy=mutex");
    assertThat(one.exit()).isZero();
    assertThat(one.out()).contains("MUTEX").doesNotContainPattern("(?m)^  .*LONG_ADDER");
    Result none = run("show", file(), "--threads=3");
    assertThat(none.exit()).isEqualTo(2);
    assertThat(none.out()).isEmpty();
    assertThat(none.err().lines())
        .containsExactly(file() + ": no number of threads \"3\" was measured: there are 2");
  }

  @Test
  void saysWhatIsWrongOnTheCommandLine() throws IOException {
    assertWrong("--color: \"blue\" is none of auto, always, never", file(), "--color=blue");
    assertWrong("--threads: -1 is below 1", file(), "--threads=-1");
    assertWrong("'many' is not an int", file(), "--threads=many");
    assertWrong("no such file or folder", folder.resolve("none.json").toString());
    assertWrong("missing required parameter");
    assertWrong("unknown option --colour: one of --color, --help, --strategy", file(), "--colour");
  }

  private static void assertWrong(String message, String... args) {
    String[] all = new String[args.length + 1];
    all[0] = "show";
    System.arraycopy(args, 0, all, 1, args.length);
    Result result = run(all);
    assertThat(result.exit()).as(message).isEqualTo(2);
    assertThat(result.out()).isEmpty();
    assertThat(result.err().lines()).singleElement().asString().contains(message);
  }

  @Test
  void helpNamesTheOptionsAndTheExitCodes() {
    assertThat(run("show", "--help").out())
        .contains("RUN_OR_JSON[:JDK]", "--workload=TEXT", "--color=WHEN", "Exit codes:");
  }
}
