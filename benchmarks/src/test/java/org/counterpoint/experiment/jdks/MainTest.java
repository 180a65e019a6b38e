package org.counterpoint.experiment.jdks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MainTest {

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private final FakeMachine machine;

  MainTest(@TempDir Path root) throws IOException {
    machine = new FakeMachine(root, Os.LINUX);
  }

  private int run(String... args) {
    return Main.run(
        new PrintWriter(out, true), new PrintWriter(err, true), machine::surroundings, args);
  }

  @Test
  void listsWhatThereIs() throws IOException {
    Path jdk = machine.jdk("usr/lib/jvm/25", "25.0.3");
    Path broken = machine.broken("usr/lib/jvm/21", "21.0.1");
    assertThat(run()).isZero();
    assertThat(out.toString().lines())
        .anyMatch(line -> line.startsWith("17.0.15 ") && line.endsWith("  this JVM"))
        .anyMatch(line -> line.startsWith("25.0.3 ") && line.contains(jdk.toString()))
        .anyMatch(
            line ->
                line.startsWith("21.0.1 ")
                    && line.contains(broken.toString())
                    && line.endsWith("  its java ended with exit code 1: no libjvm"));
    assertThat(err.toString()).isEmpty();
  }

  @Test
  void saysWhatAChoiceTakes() throws IOException {
    Path jdk = machine.jdk("usr/lib/jvm/25", "25.0.3");
    Path broken = machine.broken("usr/lib/jvm/21", "21.0.1");
    assertThat(run("--jdks=25,17")).isZero();
    assertThat(out.toString().lines())
        .containsExactly("25.0.3: " + jdk, "17.0.15: " + machine.host().home());
    assertThat(run("--jdks", "all")).isZero();
    assertThat(out.toString().lines())
        .anyMatch(line -> line.startsWith("left out: JDK 21.0.1 in " + broken));
    assertThat(err.toString()).isEmpty();
  }

  @Test
  void aChoiceThatCannotBeIsOneLine() {
    assertThat(run("--jdks=21")).isEqualTo(2);
    assertThat(out.toString()).isEmpty();
    assertThat(err.toString().lines())
        .singleElement()
        .asString()
        .startsWith("-Dbench.jdks=21: no JDK 21 was found; found: 17.0.15 in ");
  }

  @Test
  void aWrongCommandLineIsOneLine() {
    assertThat(run("--jdk=21")).isEqualTo(2);
    assertThat(err.toString().lines())
        .singleElement()
        .asString()
        .startsWith("jdks: ")
        .contains("--jdk=21")
        .endsWith(": see --help");
  }

  @Test
  void helps() {
    assertThat(run("--help")).isZero();
    assertThat(out.toString()).contains("--jdks=JDKS", "2   a JDK that is asked for can't be had");
  }
}
