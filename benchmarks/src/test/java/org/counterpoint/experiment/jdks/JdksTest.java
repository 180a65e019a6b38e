package org.counterpoint.experiment.jdks;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.nio.file.Files;
import java.nio.file.Path;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class JdksTest {

  @Test
  void thisMachineHasTheJdkThatRunsThis() throws Exception {
    Choice choice = Jdks.choose("");
    assertThat(choice.jdks()).hasSize(1);
    ChosenJdk current = choice.jdks().get(0);
    assertThat(current.jdk().version()).isEqualTo(System.getProperty("java.version"));
    assertThat(current.jdk().vmName()).isEqualTo(System.getProperty("java.vm.name"));
    assertThat(current.jdk().vmVersion()).isEqualTo(System.getProperty("java.vm.version"));
    assertThat(Path.of(current.jdk().home()))
        .isEqualTo(Path.of(System.getProperty("java.home")).toRealPath());
    assertThat(Files.isExecutable(current.java())).isTrue();
  }

  @Test
  @DisabledOnOs(value = OS.WINDOWS, disabledReason = "has no shell scripts")
  void everySystemsLayoutIsGoneThroughWithRealProcesses(@TempDir Path root) throws Exception {
    for (Os os : Os.values()) {
      FakeMachine machine = new FakeMachine(root.resolve(os.name()), os);
      String place =
          switch (os) {
            case LINUX -> "usr/lib/jvm/%s";
            case MACOS -> "Library/Java/JavaVirtualMachines/%s.jdk/Contents/Home";
            case WINDOWS -> "Program Files/Eclipse Adoptium/%s";
          };
      Path jdk = machine.root().resolve(place.formatted("jdk-25"));
      FakeJava.answering(os.java(jdk), "25.0.3");
      Path old = machine.root().resolve(place.formatted("jdk-11"));
      FakeJava.answering(os.java(old), "11.0.22");
      Path broken = machine.root().resolve(place.formatted("jdk-21"));
      FakeJava.script(os.java(broken), "exit 1\n");

      Choice choice = Jdks.choose("all", machine.surroundings(new ProcessProbe()));
      assertThat(choice.jdks())
          .extracting(chosen -> chosen.jdk().home(), ChosenJdk::java)
          .containsExactly(tuple(machine.host().home(), os), tuple(jdk, os));
      assertThat(choice.notes())
          .hasSize(2)
          .anyMatch(note -> note.contains(old + " ") && note.contains("too old"))
          .anyMatch(note -> note.contains(broken + " ") && note.contains("exit code 1"));
    }
  }

  private static Tuple tuple(Path home, Os os) {
    return Tuple.tuple(home.toString(), os.java(home));
  }

  @Test
  void aSettingThatMakesNoSenseIsRefused() {
    assertThatExceptionOfType(InvalidJdks.class)
        .isThrownBy(() -> Jdks.choose("newest"))
        .withMessageStartingWith("-Dbench.jdks=newest: ");
  }

  @Test
  void knowsNothingOfTheRunThatItIsFor() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.counterpoint.experiment", "org.counterpoint.bench..")
        .check(
            new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("org.counterpoint.experiment.jdks"));
  }
}
