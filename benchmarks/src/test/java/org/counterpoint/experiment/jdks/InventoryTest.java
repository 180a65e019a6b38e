package org.counterpoint.experiment.jdks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class InventoryTest {

  private final Path root;

  InventoryTest(@TempDir Path root) {
    this.root = root;
  }

  private static Inventory inventory(FakeMachine machine) {
    Surroundings surroundings = machine.surroundings();
    return Inventory.of(surroundings, new Examiner(surroundings));
  }

  @Test
  @DisabledOnOs(value = OS.WINDOWS, disabledReason = "links need a privilege there")
  void aJdkIsThereOnceWithAllThatLedToIt() throws IOException {
    FakeMachine machine = new FakeMachine(root, Os.LINUX);
    Path jvm = machine.root().resolve("usr/lib/jvm");
    Path jdk = machine.jdk("usr/lib/jvm/java-25-openjdk", "25.0.3");
    Files.createSymbolicLink(jvm.resolve("default-java"), jdk);
    Path sdkman = machine.root().resolve("home/ann/.sdkman/candidates/java");
    Files.createSymbolicLink(Files.createDirectories(sdkman).resolve("25-local"), jdk);
    machine.variable("JAVA_HOME_25_X64", jvm.resolve("default-java"));
    machine.variable("JAVA_HOME", machine.host().home());

    List<FoundJdk> jdks = inventory(machine).jdks();
    assertThat(jdks).extracting(FoundJdk::home).containsExactly(machine.host().home(), jdk);
    assertThat(jdks.get(0).sources()).containsExactly("this JVM", "JAVA_HOME");
    assertThat(jdks.get(1).sources())
        .containsExactly("JAVA_HOME_25_X64", jvm.toString(), "~/.sdkman/candidates/java");
    assertThat(machine.asked()).containsExactly(Os.LINUX.java(jdk));
  }

  @Test
  void usableOnesComeByVersionAndThenAsTheyWereFound() throws IOException {
    FakeMachine machine = new FakeMachine(root, Os.LINUX);
    Path jdk25 = machine.jdk("usr/lib/jvm/a", "25");
    Path other25 = machine.jdk("usr/lib/jvm/b", "25");
    Path jdk17 = machine.jdk("usr/lib/jvm/c", "17.0.2");
    Path old = machine.jdk("usr/lib/jvm/d", "11");
    Path broken = machine.broken("usr/lib/jvm/e", "21");

    Inventory inventory = inventory(machine);
    assertThat(inventory.usable())
        .extracting(FoundJdk::home)
        .containsExactly(jdk17, machine.host().home(), jdk25, other25);
    assertThat(inventory.unusable()).extracting(FoundJdk::home).containsExactly(old, broken);
    assertThat(inventory.summary())
        .isEqualTo(
            "found: 17.0.2 in %s, 17.0.15 in %s, 25 in %s, 25 in %s;"
                    .formatted(jdk17, machine.host().home(), jdk25, other25)
                + " found, but of no use: 11 in %s, 21 in %s".formatted(old, broken));
  }

  @Test
  void whatCouldNotBeReadIsInTheSummary() throws IOException {
    FakeMachine machine = new FakeMachine(root, Os.LINUX);
    machine.toolchains("<!DOCTYPE t><toolchains/>");
    assertThat(inventory(machine).summary())
        .isEqualTo(
            "found: 17.0.15 in "
                + machine.host().home()
                + "; not read: ~/.m2/toolchains.xml:1: it has a document type, which is not read"
                + " for safety's sake");
  }
}
