package org.counterpoint.analysis.jmh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.counterpoint.analysis.model.JvmVariant;
import org.counterpoint.analysis.model.Run;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files of JMH's that hold a cell several times, under other arguments of the JVM. */
class JvmVariantsTest {

  private final Path folder;

  JvmVariantsTest(@TempDir Path folder) {
    this.folder = folder;
  }

  private static String entry(String strategy, String... jvmArgs) {
    String jmh = RunFixture.jmh(RunFixture.cell(strategy), "17.0.15", 20, 22);
    return RunFixture.withJvmArgs(jmh, jvmArgs);
  }

  private Path file(String... entries) {
    return Samples.write(
        folder, "jmh.json", Stream.of(entries).collect(Collectors.joining(",", "[", "]")));
  }

  private static List<List<String>> flags(Run run) {
    return run.measurements().stream().map(m -> m.cell().jvm().flags()).toList();
  }

  @Test
  void areToldApartByWhatNotAllEntriesHave() throws UnreadableInput {
    Run run =
        Runs.read(
            file(
                entry("A", "-Xmx1g", "-XX:+UseZGC", "-Da=b"),
                entry("A", "-Xmx1g", "-Da=b"),
                entry("B", "-Xmx1g", "-XX:+UseZGC", "-Da=b")));
    assertThat(flags(run))
        .containsExactly(List.of("-XX:+UseZGC"), List.of(), List.of("-XX:+UseZGC"));
    assertThat(run.measurements().get(0).cell().jvm())
        .isEqualTo(new JvmVariant("-XX:+UseZGC", List.of("-XX:+UseZGC")));
    assertThat(run.measurements().get(0).protocol().jvmArgs())
        .containsExactly("-Xmx1g", "-XX:+UseZGC", "-Da=b");
  }

  @Test
  void areNoneWhereNoCellComesTwice() throws UnreadableInput {
    Run run = Runs.read(file(entry("A", "-Xmx1g"), entry("B", "-Xmx2g")));
    assertThat(flags(run)).containsExactly(List.of(), List.of());
  }

  @Test
  void areNoneOfTheSameArguments() {
    for (String[] again : new String[][] {{"-Xmx1g", "-Xint"}, {"-Xint", "-Xmx1g"}}) {
      Path file = file(entry("A", "-Xmx1g", "-Xint"), entry("A", again));
      assertThat(catchThrowableOfType(UnreadableInput.class, () -> Runs.read(file)))
          .hasMessageContaining("comes twice on one JDK, first in line 1:");
    }
  }

  @Test
  void haveANameWhateverTheArgument() throws UnreadableInput {
    Run run = Runs.read(file(entry("A", "none"), entry("A", " "), entry("A", "-Xint")));
    assertThat(run.measurements())
        .extracting(m -> m.cell().jvm().name())
        .containsExactly("\"none\"", "\" \"", "-Xint");
  }
}
