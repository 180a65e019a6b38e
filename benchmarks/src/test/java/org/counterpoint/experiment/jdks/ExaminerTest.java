package org.counterpoint.experiment.jdks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.counterpoint.analysis.jmh.Blackhole;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class ExaminerTest {

  private FakeMachine machine;

  ExaminerTest(@TempDir Path root) throws IOException {
    machine = new FakeMachine(root, Os.LINUX);
  }

  private FoundJdk examine(Path home) {
    return new Examiner(machine.surroundings()).examine(home, List.of("somewhere"));
  }

  private void assertUnusable(Path home, Unusable.Why why, String reason) {
    FoundJdk jdk = examine(home);
    assertThat(jdk.verdict()).isEqualTo(new Unusable(why, reason));
    assertThat(jdk.reason()).isEqualTo(reason);
    assertThat(jdk.usable()).isEmpty();
  }

  @Test
  void aJdkThatWorksIsWhatItSaysItIs() throws IOException {
    Path home = machine.jdk("jdk", "25.0.3");
    FoundJdk jdk = examine(home);
    assertThat(jdk.verdict())
        .isEqualTo(
            new Usable(
                FakeMachine.identity("25.0.3", "Eclipse Adoptium", "amd64"), Blackhole.COMPILER));
    assertThat(jdk.sources()).containsExactly("somewhere");
    assertThat(jdk.name()).isEqualTo("JDK 25.0.3 in " + home);
    assertThat(jdk.reason()).isEmpty();
  }

  @Test
  void noReleaseFileIsNeeded() throws IOException {
    Path home = machine.jdk("jdk", "25.0.3");
    Files.delete(home.resolve("release"));
    assertThat(examine(home).usable()).isPresent();
  }

  @Test
  void theJvmThatHostsJmhIsNotStartedAgain() {
    FoundJdk jdk = examine(machine.host().home());
    assertThat(jdk.verdict())
        .isEqualTo(new Usable(machine.host().identity(), machine.host().blackhole()));
    assertThat(machine.asked()).isEmpty();
  }

  @Test
  void aJdkIsAskedOnce() throws IOException {
    Path home = machine.jdk("jdk", "25");
    Path broken = machine.broken("broken", "25");
    Examiner examiner = new Examiner(machine.surroundings());
    FoundJdk first = examiner.examine(home, List.of("a"));
    FoundJdk second = examiner.examine(home, List.of("b"));
    examiner.examine(broken, List.of("a"));
    examiner.examine(broken, List.of("b"));
    assertThat(second.verdict()).isEqualTo(first.verdict());
    assertThat(second.sources()).containsExactly("b");
    assertThat(machine.asked()).containsExactly(Os.LINUX.java(home), Os.LINUX.java(broken));
  }

  @Test
  void aFolderMayBeMissing() throws IOException {
    assertUnusable(machine.root().resolve("none"), Unusable.Why.MISSING, "no such file or folder");
    assertUnusable(
        machine.write(machine.root().resolve("file"), ""), Unusable.Why.MISSING, "not a folder");
  }

  @Test
  void aFolderMayHaveNoJavaInIt() throws IOException {
    Path home = machine.jdk("jdk", "25");
    Path java = Os.LINUX.java(home);
    Files.delete(java);
    assertUnusable(home, Unusable.Why.NO_JAVA, "there is no " + home.relativize(java) + " in it");
    Files.createDirectory(java);
    assertUnusable(home, Unusable.Why.NO_JAVA, "there is no " + home.relativize(java) + " in it");
  }

  @Test
  void onWindowsTheLauncherHasAnotherName(@TempDir Path root) throws IOException {
    machine = new FakeMachine(root, Os.WINDOWS);
    Path home = machine.jdk("jdk", "25");
    assertThat(examine(home).usable()).isPresent();
    Files.move(home.resolve("bin/java.exe"), home.resolve("bin/java"));
    Path expected = Path.of("bin", "java.exe");
    assertUnusable(home, Unusable.Why.NO_JAVA, "there is no " + expected + " in it");
  }

  @Test
  void oneThatItsFileCallsTooOldIsNotEvenStarted() throws IOException {
    assertUnusable(
        machine.jdk("jdk8", "1.8.0_402"),
        Unusable.Why.TOO_OLD,
        "Java 1.8.0_402 is too old: 17 is the oldest that is measured");
    assertUnusable(
        machine.jdk("jdk16", "16.0.2"),
        Unusable.Why.TOO_OLD,
        "Java 16.0.2 is too old: 17 is the oldest that is measured");
    assertThat(machine.asked()).isEmpty();
  }

  @Test
  void oneThatOnlySaysItselfThatItIsTooOldIsNotAskedForMore() throws IOException {
    Path home = machine.jdk("jdk8", "1.8.0_402");
    Files.delete(home.resolve("release"));
    assertUnusable(
        home, Unusable.Why.TOO_OLD, "Java 1.8.0_402 is too old: 17 is the oldest that is measured");
  }

  @Test
  @DisabledOnOs(value = OS.WINDOWS, disabledReason = "has no execute bit")
  void itsJavaMayNotBeExecutable() throws IOException {
    Path home = machine.jdk("jdk", "25");
    FakeMachine.executable(Os.LINUX.java(home), false);
    assertUnusable(home, Unusable.Why.NOT_EXECUTABLE, "its bin/java is not executable");
    assertThat(machine.asked()).isEmpty();
  }

  @Test
  void anotherArchitectureIsSeenInTheBinary() throws IOException {
    Path home = machine.jdk("jdk", "25");
    byte[] elf =
        ByteBuffer.allocate(64)
            .put(new byte[] {0x7f, 'E', 'L', 'F', 2, 1})
            .order(ByteOrder.LITTLE_ENDIAN)
            .putShort(18, (short) 183)
            .array();
    Files.write(Os.LINUX.java(home), elf);
    machine.write(home.resolve("release"), "OS_ARCH=\"x86_64\"\n");
    assertUnusable(
        home, Unusable.Why.OTHER_ARCHITECTURE, "it is built for aarch64, and this JVM for x86_64");
    assertThat(machine.asked()).isEmpty();
  }

  @Test
  void oneOfSeveralArchitecturesIsEnough() throws IOException {
    Path home = machine.jdk("jdk", "25");
    ByteBuffer universal = ByteBuffer.allocate(64).putInt(0xcafebabe).putInt(2);
    universal.putInt(8, 0x0100000c).putInt(28, 0x01000007);
    Files.write(Os.LINUX.java(home), universal.array());
    assertThat(examine(home).usable()).isPresent();

    universal.putInt(28, 0x7);
    Files.write(Os.LINUX.java(home), universal.array());
    assertUnusable(
        home,
        Unusable.Why.OTHER_ARCHITECTURE,
        "it is built for aarch64 and x86, and this JVM for x86_64");
  }

  @Test
  void anotherArchitectureIsSeenInTheReleaseFile() throws IOException {
    Path home = machine.jdk("jdk", "25");
    machine.write(home.resolve("release"), "OS_ARCH=\"aarch64\"\n");
    assertUnusable(
        home, Unusable.Why.OTHER_ARCHITECTURE, "it is built for aarch64, and this JVM for x86_64");
    assertThat(machine.asked()).isEmpty();
  }

  @Test
  void anotherArchitectureIsRefusedEvenIfItRuns() throws IOException {
    Path home = machine.jdk("jdk", FakeMachine.identity("25", "Azul", "aarch64"), "25");
    assertUnusable(
        home, Unusable.Why.OTHER_ARCHITECTURE, "it is built for aarch64, and this JVM for x86_64");
  }

  @Test
  void aJavaThatFailsIsBroken() throws IOException {
    assertUnusable(
        machine.broken("jdk", "25"),
        Unusable.Why.BROKEN,
        "its java ended with exit code 1: no libjvm");
  }

  @Test
  void aJavaThatFailsMayBeForAnotherLibrary() throws IOException {
    Path home = machine.broken("jdk", "25");
    machine.write(home.resolve("release"), "JAVA_VERSION=\"25\"\nLIBC=\"musl\"\n");
    assertUnusable(
        home,
        Unusable.Why.BROKEN,
        "its java ended with exit code 1: no libjvm (it is built for musl)");
  }

  @Test
  void aFolderOfTwoJdksIsBroken() throws IOException {
    assertUnusable(
        machine.jdk("jdk", FakeMachine.identity("25.0.3", "Azul", "amd64"), "17.0.9"),
        Unusable.Why.BROKEN,
        "its release file says 17.0.9 and its java 25.0.3: two JDKs are mixed there");
  }

  @Test
  void anEarlyAccessBuildIsNotTwoJdks() throws IOException {
    Path home = machine.jdk("jdk", FakeMachine.identity("26-ea", "Oracle", "amd64"), "26");
    assertThat(examine(home).version()).isEqualTo("26-ea");
    assertThat(examine(home).usable()).isPresent();
  }

  @Test
  void aBlackholeModeThatIsNotTheHostsIsRefused() throws IOException {
    Path home = machine.jdk("jdk", "25");
    machine.blackhole(home, Blackhole.FULL);
    assertUnusable(
        home,
        Unusable.Why.OTHER_BLACKHOLE,
        "JMH's blackhole mode is full on it and compiler on this JVM, whose mode every fork gets:"
            + " have it host JMH itself");
  }
}
