package org.counterpoint.experiment.jdks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.assertj.core.api.ThrowableAssertAlternative;
import org.counterpoint.analysis.jmh.Blackhole;
import org.counterpoint.analysis.jmh.RunJdk;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SelectionTest {

  private final FakeMachine machine;

  SelectionTest(@TempDir Path root) throws IOException {
    machine = new FakeMachine(root, Os.LINUX);
  }

  private Choice choose(String setting) throws InvalidJdks {
    return Jdks.choose(setting, machine.surroundings());
  }

  private List<Path> homes(String setting) throws InvalidJdks {
    return choose(setting).jdks().stream().map(jdk -> Path.of(jdk.jdk().home())).toList();
  }

  private ThrowableAssertAlternative<InvalidJdks> assertRefused(String setting) {
    return assertThatExceptionOfType(InvalidJdks.class).isThrownBy(() -> choose(setting));
  }

  @Test
  void theCurrentJdkIsTakenWithoutASearch() throws Exception {
    machine.jdk("usr/lib/jvm/25", "25");
    machine.toolchains("not XML");
    Choice choice = choose("");
    assertThat(choice.jdks())
        .containsExactly(
            new ChosenJdk(
                new RunJdk(
                    "17.0.15",
                    "17.0.15",
                    "OpenJDK 64-Bit Server VM",
                    "17.0.15+1",
                    machine.host().home().toString(),
                    Blackhole.COMPILER),
                17,
                machine.host().home().resolve("bin/java"),
                true));
    assertThat(choice.notes()).isEmpty();
    assertThat(machine.asked()).isEmpty();
  }

  @Test
  void aNumberTakesTheNewestUpdate() throws Exception {
    machine.jdk("usr/lib/jvm/a", "25.0.2");
    Path newest = machine.jdk("usr/lib/jvm/b", "25.0.10");
    machine.jdk("usr/lib/jvm/c", "25.0.9");
    machine.jdk("usr/lib/jvm/d", "26");
    assertThat(homes("25")).containsExactly(newest);
  }

  @Test
  void aNumberTakesAnotherThanTheCurrentJdkIfThatIsNewer() throws Exception {
    Path newer = machine.jdk("usr/lib/jvm/17", "17.0.16");
    assertThat(homes("17")).containsExactly(newer);
  }

  @Test
  void ofTheSameUpdateTheFirstFoundIsTaken() throws Exception {
    machine.jdk("usr/lib/jvm/a", "25.0.3");
    Path named = machine.jdk("opt/jdk25", "25.0.3");
    machine.variable("JAVA_HOME_25_X64", named);
    assertThat(homes("25")).containsExactly(named);
    machine.jdk("usr/lib/jvm/b", "17.0.15");
    assertThat(homes("17")).containsExactly(machine.host().home());
  }

  @Test
  void aReleaseIsTakenBeforeItsEarlyAccessBuild() throws Exception {
    machine.jdk("usr/lib/jvm/a", "26-ea");
    Path released = machine.jdk("usr/lib/jvm/b", "26");
    assertThat(homes("26")).containsExactly(released);
  }

  @Test
  void aNumberPassesOverWhatCannotBeMeasured() throws Exception {
    Path works = machine.jdk("usr/lib/jvm/a", "25.0.1");
    machine.broken("usr/lib/jvm/b", "25.0.3");
    Choice choice = choose("25");
    assertThat(choice.jdks().get(0).jdk().home()).isEqualTo(works.toString());
    assertThat(choice.notes()).isEmpty();
  }

  @Test
  void aNumberThatIsNotThereIsAnErrorThatSaysWhatIs() throws Exception {
    Path jdk = machine.jdk("usr/lib/jvm/25", "25.0.3");
    assertRefused("17,21")
        .withMessage(
            "-Dbench.jdks=21: no JDK 21 was found; found: 17.0.15 in %s, 25.0.3 in %s"
                .formatted(machine.host().home(), jdk));
  }

  @Test
  void aNumberThatIsThereAndOfNoUseIsAnErrorThatSaysWhy() throws Exception {
    Path jdk = machine.jdk("usr/lib/jvm/8", "1.8.0_402");
    assertRefused("8")
        .withMessage(
            ("-Dbench.jdks=8: JDK 1.8.0_402 in %s can't be measured: Java 1.8.0_402 is too old: 17"
                    + " is the oldest that is measured; found: 17.0.15 in %s; found, but of no use:"
                    + " 1.8.0_402 in %s")
                .formatted(jdk, machine.host().home(), jdk));
  }

  @Test
  void aPathTakesTheJdkThere() throws Exception {
    Path jdk = machine.jdk("somewhere/jdk", "25");
    machine.toolchains("not XML");
    assertThat(homes(jdk + "," + machine.host().home()))
        .containsExactly(jdk, machine.host().home());
    assertThat(homes(jdk.resolve("bin/java").toString())).containsExactly(jdk);
    assertThat(choose(jdk.toString()).notes()).isEmpty();
    Path bundle = machine.jdk("x.jdk/Contents/Home", "25");
    assertThat(homes(machine.root().resolve("x.jdk").toString())).containsExactly(bundle);
    Path own = machine.jdk("home/ann/jdk", "25");
    assertThat(homes("~/jdk")).containsExactly(own);
  }

  @Test
  void aPathThatCannotBeHadIsAnErrorThatSaysWhyAndWhatThereIs() throws Exception {
    Path none = machine.root().resolve("none");
    String found = "; found: 17.0.15 in " + machine.host().home();
    assertRefused("17," + none)
        .withMessage(
            "-Dbench.jdks="
                + none
                + ": no JDK that can be measured: no such file or folder"
                + found);
    Path broken = machine.broken("broken", "25");
    assertRefused(broken.toString())
        .withMessage(
            "-Dbench.jdks="
                + broken
                + ": no JDK that can be measured: its java ended with exit code 1: no libjvm"
                + found);
  }

  @Test
  void aCurrentJdkThatCannotBeStartedAgainIsAnError() throws Exception {
    Files.delete(machine.host().home().resolve("bin/java"));
    assertRefused("current")
        .withMessageStartingWith(
            "-Dbench.jdks=current: no JDK that can be measured: there is no bin/java in it");
    assertRefused("all")
        .withMessageStartingWith(
            "-Dbench.jdks=all: no JDK can be measured; found, but of no use: 17.0.15 in ");
  }

  @Test
  void allTakesWhatCanBeMeasuredAndNamesTheRest() throws Exception {
    Path jdk25 = machine.jdk("usr/lib/jvm/a", "25");
    Path old = machine.jdk("usr/lib/jvm/b", "11.0.2");
    Path jdk21 = machine.jdk("usr/lib/jvm/c", "21");
    machine.variable("JAVA_HOME_11_X64", old);
    machine.variable("JAVA_HOME_22_X64", "/gone");
    machine.toolchains("not XML");
    Choice choice = choose("all,all");
    assertThat(choice.jdks())
        .extracting(jdk -> jdk.jdk().home())
        .containsExactly(machine.host().home().toString(), jdk21.toString(), jdk25.toString());
    assertThat(choice.notes()).hasSize(3);
    assertThat(choice.notes().get(0))
        .isEqualTo(
            ("left out: JDK 11.0.2 in %s (from JAVA_HOME_11_X64, %s): Java 11.0.2 is too old: 17 is"
                    + " the oldest that is measured")
                .formatted(old, old.getParent()));
    assertThat(choice.notes().get(1))
        .isEqualTo("left out: JDK ? in /gone (from JAVA_HOME_22_X64): no such file or folder");
    assertThat(choice.notes().get(2)).startsWith("not read: ~/.m2/toolchains.xml:1: not XML: ");
  }

  @Test
  void allDoesNotForgiveWhatIsAskedForBeside() throws Exception {
    Path broken = machine.broken("usr/lib/jvm/25", "25");
    assertThat(homes("all")).containsExactly(machine.host().home());
    assertRefused("all,25").withMessageContaining("JDK 25 in " + broken + " can't be measured: ");
    assertRefused("all," + broken).withMessageContaining("no JDK that can be measured: ");
  }

  @Test
  void theOrderIsTheOneAskedForAndNobodyIsTakenTwice() throws Exception {
    Path jdk25 = machine.jdk("usr/lib/jvm/25", "25");
    Path jdk21 = machine.jdk("usr/lib/jvm/21", "21");
    Path host = machine.host().home();
    assertThat(homes("25,17,current," + jdk25)).containsExactly(jdk25, host);
    assertThat(homes("current,25")).containsExactly(host, jdk25);
    assertThat(homes("25,all")).containsExactly(jdk25, host, jdk21);
  }

  @Test
  void jdksOfOneVersionHaveLabelsOfTheirOwn() throws Exception {
    machine.jdk("usr/lib/jvm/a", FakeMachine.identity("17.0.15", "Azul", "amd64"), "17.0.15");
    assertThat(choose("all").jdks())
        .extracting(jdk -> jdk.jdk().label())
        .containsExactly("17.0.15-debian", "17.0.15-azul");
    assertThat(choose("all").jdks()).extracting(jdk -> jdk.jdk().version()).containsOnly("17.0.15");
  }
}
