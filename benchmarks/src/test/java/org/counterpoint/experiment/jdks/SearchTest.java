package org.counterpoint.experiment.jdks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SearchTest {

  private final Path root;

  SearchTest(@TempDir Path root) {
    this.root = root;
  }

  private static Search.Findings search(FakeMachine machine) {
    return Search.of(machine.surroundings());
  }

  private static String toolchain(Object jdkHome) {
    return "<toolchain><type>jdk</type><configuration>\n<jdkHome>"
        + jdkHome
        + "</jdkHome></configuration></toolchain>";
  }

  @Test
  void goesFromTheMostTellingSourceToTheLeast() throws IOException {
    FakeMachine machine = new FakeMachine(root, Os.LINUX);
    Path ide = machine.jdk("home/ann/.jdks/corretto-21", "21.0.2");
    Path sdkman = machine.jdk("home/ann/.sdkman/candidates/java/21.0.1-tem", "21.0.1");
    Path opt = machine.jdk("opt/java/openjdk", "24");
    Path oracle = machine.jdk("usr/java/jdk-23", "23");
    Path suse = machine.jdk("usr/lib64/jvm/java-22", "22");
    Path debian = machine.jdk("usr/lib/jvm/java-17", "17.0.9");
    Path arm = machine.jdk("tools/25", "25");
    Path intel = machine.jdk("tools/17", "17.0.1");
    Path home = machine.jdk("tools/home", "18");
    machine.variable("JAVA_HOME_25_arm64", arm);
    machine.variable("JAVA_HOME_17_X64", intel);
    machine.variable("JAVA_HOME", home);
    machine.toolchains("<toolchains>" + toolchain("/from/maven") + "</toolchains>");

    assertThat(search(machine).mentions())
        .containsExactly(
            new Mention("this JVM", machine.host().home()),
            new Mention("JAVA_HOME", home),
            new Mention("JAVA_HOME_17_X64", intel),
            new Mention("JAVA_HOME_25_arm64", arm),
            new Mention("~/.m2/toolchains.xml:2", Path.of("/from/maven")),
            new Mention(machine.root().resolve("usr/lib/jvm").toString(), debian),
            new Mention(machine.root().resolve("usr/lib64/jvm").toString(), suse),
            new Mention(machine.root().resolve("usr/java").toString(), oracle),
            new Mention(machine.root().resolve("opt/java").toString(), opt),
            new Mention("~/.sdkman/candidates/java", sdkman),
            new Mention("~/.jdks", ide));
    assertThat(search(machine).unread()).isEmpty();
  }

  @Test
  void anEmptyMachineHasTheJvmThatRunsThis() throws IOException {
    FakeMachine machine = new FakeMachine(root, Os.LINUX);
    assertThat(search(machine).mentions())
        .containsExactly(new Mention("this JVM", machine.host().home()));
    assertThat(search(machine).unread()).isEmpty();
  }

  @Test
  void aVariableIsBelievedWhetherOrNotSomethingIsThere() throws IOException {
    FakeMachine machine = new FakeMachine(root, Os.LINUX);
    machine.variable("JAVA_HOME", " /gone/17 ");
    machine.variable("JAVA_HOME_21_X64", "/gone/21");
    assertThat(search(machine).mentions())
        .contains(
            new Mention("JAVA_HOME", Path.of("/gone/17")),
            new Mention("JAVA_HOME_21_X64", Path.of("/gone/21")));
  }

  @Test
  void aVariableThatNamesNoFolderIsPassedOver() throws IOException {
    FakeMachine machine = new FakeMachine(root, Os.LINUX);
    machine.variable("JAVA_HOME", "  ");
    machine.variable("JAVA_HOME_VERSION", "17");
    machine.variable("JAVA_HOME_OPTIONS", "-Xmx1g");
    machine.variable("JAVA_HOMES", "/opt/jdks");
    machine.variable("MY_JAVA_HOME_17", "/opt/jdk17");
    machine.variable("java_home_17_x64", "/opt/jdk17");
    assertThat(search(machine).mentions()).hasSize(1);
  }

  @Test
  void aVariableThatIsNoPathIsSaidToBeUnread() throws IOException {
    FakeMachine machine = new FakeMachine(root, Os.LINUX);
    machine.variable("JAVA_HOME", "/opt/\0");
    assertThat(search(machine).mentions()).hasSize(1);
    assertThat(search(machine).unread()).containsExactly("JAVA_HOME: \"/opt/\0\" is no path");
  }

  @Test
  void onWindowsTheCaseOfAVariableDoesNotMatter() throws IOException {
    FakeMachine machine = new FakeMachine(root, Os.WINDOWS);
    machine.variable("Java_Home", "/jdk/17");
    machine.variable("java_home_21_x64", "/jdk/21");
    assertThat(search(machine).mentions())
        .contains(
            new Mention("JAVA_HOME", Path.of("/jdk/17")),
            new Mention("java_home_21_x64", Path.of("/jdk/21")));
  }

  @Test
  void toolchainsMayNameVariables() throws IOException {
    FakeMachine machine = new FakeMachine(root, Os.LINUX);
    machine.variable("JDKS", "/opt/$jdks");
    machine.toolchains(
        "<toolchains>"
            + toolchain("${env.JDKS}/17")
            + toolchain("${env.NOT_SET}/21")
            + "</toolchains>");
    assertThat(search(machine).mentions())
        .contains(
            new Mention("~/.m2/toolchains.xml:2", Path.of("/opt/$jdks/17")),
            new Mention("~/.m2/toolchains.xml:3", Path.of("${env.NOT_SET}/21")));
  }

  @Test
  void toolchainsThatCannotBeReadDoNotEndTheSearch() throws IOException {
    FakeMachine machine = new FakeMachine(root, Os.LINUX);
    machine.toolchains("<toolchains>\n<toolchain>\n");
    Path jdk = machine.jdk("usr/lib/jvm/17", "17");
    assertThat(search(machine).unread())
        .singleElement()
        .asString()
        .startsWith("~/.m2/toolchains.xml:3: not XML: ");
    assertThat(search(machine).mentions()).extracting(Mention::place).contains(jdk);
  }

  @Test
  void aUsualPlaceMayBeAJdkItself() throws IOException {
    FakeMachine machine = new FakeMachine(root, Os.LINUX);
    Path jdk = machine.jdk("opt/java", "17");
    machine.jdk("opt/java/jre", "17");
    assertThat(search(machine).mentions())
        .extracting(Mention::place)
        .containsExactly(machine.host().home(), jdk);
  }

  @Test
  void otherThingsInAUsualPlaceArePassedOver() throws IOException {
    FakeMachine machine = new FakeMachine(root, Os.LINUX);
    Path jvm = machine.root().resolve("usr/lib/jvm");
    machine.write(jvm.resolve("openjdk-17/src.zip"), "");
    machine.write(jvm.resolve(".java-17.jinfo"), "name=java-17");
    machine.write(jvm.resolve("product/release"), "VERSION=2\n");
    machine.write(machine.root().resolve("usr/java"), "a file");
    Path without = machine.jdk("usr/lib/jvm/unpacked-in-part", "21");
    Files.delete(Os.LINUX.java(without));
    assertThat(search(machine).mentions())
        .extracting(Mention::place)
        .containsExactly(machine.host().home(), without);
    assertThat(search(machine).unread()).isEmpty();
  }

  @Test
  void theFoldersOfAPlaceComeByName() throws IOException {
    FakeMachine machine = new FakeMachine(root, Os.LINUX);
    Path c = machine.jdk("usr/lib/jvm/c", "17");
    Path a = machine.jdk("usr/lib/jvm/a", "25");
    Path b = machine.jdk("usr/lib/jvm/b", "21");
    assertThat(search(machine).mentions())
        .extracting(Mention::place)
        .containsExactly(machine.host().home(), a, b, c);
  }

  @Test
  void sdkmanMayBeElsewhere() throws IOException {
    FakeMachine machine = new FakeMachine(root, Os.LINUX);
    machine.jdk("home/ann/.sdkman/candidates/java/17", "17");
    Path moved = machine.jdk("srv/sdkman/candidates/java/21", "21");
    machine.variable("SDKMAN_DIR", machine.root().resolve("srv/sdkman"));
    assertThat(search(machine).mentions())
        .extracting(Mention::place)
        .containsExactly(machine.host().home(), moved);

    Path candidates = machine.jdk("srv/candidates/java/25", "25");
    machine.variable("SDKMAN_CANDIDATES_DIR", machine.root().resolve("srv/candidates"));
    assertThat(search(machine).mentions())
        .extracting(Mention::place)
        .containsExactly(machine.host().home(), candidates);
  }

  @Test
  void onMacosJdksLieInBundles() throws IOException {
    FakeMachine machine = new FakeMachine(root, Os.MACOS);
    Path brew = machine.jdk("opt/homebrew/opt/openjdk@21/libexec/openjdk.jdk/Contents/Home", "21");
    Path local = machine.jdk("usr/local/opt/openjdk/libexec/openjdk.jdk/Contents/Home", "24");
    String machines = "Library/Java/JavaVirtualMachines";
    Path user = machine.jdk("home/ann/" + machines + "/corretto-17/Contents/Home", "17");
    Path system = machine.jdk(machines + "/temurin-25.jdk/Contents/Home", "25");
    Files.createDirectories(machine.root().resolve("opt/homebrew/opt/wget/bin"));
    machine.jdk("usr/lib/jvm/not-a-place-of-this-system", "17");
    assertThat(search(machine).mentions())
        .containsExactly(
            new Mention("this JVM", machine.host().home()),
            new Mention(machine.root().resolve(machines).toString(), system),
            new Mention("~/" + machines, user),
            new Mention(machine.root().resolve("opt/homebrew/opt").toString(), brew),
            new Mention(machine.root().resolve("usr/local/opt").toString(), local));
  }

  @Test
  void onWindowsVendorsHaveFoldersOfTheirOwn() throws IOException {
    FakeMachine machine = new FakeMachine(root, Os.WINDOWS);
    Path files = machine.root().resolve("D").resolve("Programme");
    machine.variable("ProgramFiles", files);
    Path liberica = machine.jdk("D/Programme/BellSoft/LibericaJDK-21", "21");
    Path zulu = machine.jdk("D/Programme/Zulu/zulu-17", "17.0.1");
    Path corretto = machine.jdk("D/Programme/Amazon Corretto/jdk17.0.9_8", "17.0.9");
    Path microsoft = machine.jdk("D/Programme/Microsoft/jdk-17.0.8.7-hotspot", "17.0.8");
    Path adoptium = machine.jdk("D/Programme/Eclipse Adoptium/jdk-25", "25");
    Path oracle = machine.jdk("D/Programme/Java/jdk-24", "24");
    machine.write(files.resolve("Microsoft/OneDrive/OneDrive.exe"), "");
    machine.jdk("Program Files/Java/not-where-the-variable-says", "17");
    assertThat(search(machine).mentions())
        .extracting(Mention::place)
        .containsExactly(
            machine.host().home(), oracle, adoptium, microsoft, corretto, zulu, liberica);
    assertThat(search(machine).mentions().get(2).source())
        .isEqualTo(files.resolve("Eclipse Adoptium").toString());
  }

  @Test
  void onWindowsBothFoldersOfProgramsAreLookedAt() throws IOException {
    FakeMachine machine = new FakeMachine(root, Os.WINDOWS);
    machine.variable("PROGRAMFILES", machine.root().resolve("x86"));
    machine.variable("ProgramW6432", machine.root().resolve("x64"));
    Path small = machine.jdk("x86/Java/jdk-17", "17");
    Path large = machine.jdk("x64/Java/jdk-17", "17");
    assertThat(search(machine).mentions())
        .extracting(Mention::place)
        .containsExactly(machine.host().home(), small, large);
  }

  @Test
  void onWindowsWithoutVariablesTheUsualFolderIsTaken() throws IOException {
    FakeMachine machine = new FakeMachine(root, Os.WINDOWS);
    Path jdk = machine.jdk("Program Files/Java/jdk-17", "17");
    Path ide = machine.jdk("home/ann/.jdks/openjdk-21", "21");
    assertThat(search(machine).mentions())
        .extracting(Mention::place)
        .containsExactly(machine.host().home(), jdk, ide);
  }
}
