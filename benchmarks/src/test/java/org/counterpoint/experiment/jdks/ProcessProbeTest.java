package org.counterpoint.experiment.jdks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.counterpoint.analysis.jmh.Blackhole;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisabledOnOs(value = OS.WINDOWS, disabledReason = "has no shell scripts")
class ProcessProbeTest {

  private static final Path THIS_JAVA =
      Os.of(System.getProperty("os.name")).java(Path.of(System.getProperty("java.home")));

  private final ProcessProbe probe = new ProcessProbe();
  private final Path folder;

  ProcessProbeTest(@TempDir Path folder) {
    this.folder = folder;
  }

  private Path java() {
    return folder.resolve("bin").resolve("java");
  }

  private void assertUnfit(Unusable.Why why, String reason) {
    assertThatExceptionOfType(Unfit.class)
        .isThrownBy(() -> probe.identify(java()))
        .satisfies(unfit -> assertThat(unfit.verdict()).isEqualTo(new Unusable(why, reason)));
  }

  @Test
  void aRealJvmSaysFromOutsideWhatItIsInside() throws Unfit {
    Host here = Host.ofThisProcess();
    assertThat(probe.identify(THIS_JAVA)).isEqualTo(here.identity());
    assertThat(probe.blackhole(THIS_JAVA)).isEqualTo(here.blackhole());
  }

  @ParameterizedTest
  @CsvSource({
    "jmh.blackhole.mode, COMPILER, COMPILER",
    "jmh.blackhole.mode, FULL_DONTINLINE, DONTINLINE",
    "jmh.blackhole.mode, FULL, FULL",
    "jmh.blackhole.autoDetect, false, DONTINLINE",
    "jmh.compilerhints.mode, FORCE_OFF, FULL"
  })
  void jmhIsToldThereWhatItIsToldHere(String property, String value, Blackhole mode) throws Unfit {
    System.setProperty(property, value);
    try {
      assertThat(probe.blackhole(THIS_JAVA)).isEqualTo(mode);
    } finally {
      System.clearProperty(property);
    }
  }

  @Test
  void readsWhatALauncherSays() throws Exception {
    FakeJava.answering(java(), "25.0.3");
    assertThat(probe.identify(java()))
        .isEqualTo(
            new Identity(
                JavaVersion.parse("25.0.3").orElseThrow(),
                "Fake Systems",
                "Fake 64-Bit VM",
                "25.0.3+7",
                Architecture.X86_64));
    assertThat(probe.blackhole(java())).isEqualTo(Blackhole.COMPILER);
  }

  @Test
  void aLauncherThatFailsIsQuoted() throws IOException {
    FakeJava.script(
        java(),
        """
        echo 'WARNING: something else' >&2
        echo >&2
        echo '  Error: could not find libjava.so' >&2
        echo 'Error: Could not find Java SE Runtime Environment.' >&2
        exit 2
        """);
    assertUnfit(
        Unusable.Why.BROKEN, "its java ended with exit code 2: Error: could not find libjava.so");
    FakeJava.script(java(), "exit 3\n");
    assertUnfit(Unusable.Why.BROKEN, "its java ended with exit code 3");
  }

  @Test
  void aLauncherThatHangsIsGivenUp() throws IOException {
    FakeJava.script(java(), "sleep 600\n");
    assertThatExceptionOfType(Unfit.class)
        .isThrownBy(() -> new ProcessProbe(Duration.ofMillis(200)).identify(java()))
        .satisfies(
            unfit ->
                assertThat(unfit.verdict())
                    .isEqualTo(
                        new Unusable(
                            Unusable.Why.NO_ANSWER, "its java gave no answer within 0.2 s")));
  }

  @Test
  void aLauncherThatTalksNonsenseIsBroken() throws IOException {
    FakeJava.script(java(), "echo hello\n");
    assertUnfit(Unusable.Why.BROKEN, "its java does not say what its java.version is");
    FakeJava.answering(java(), "tomorrow");
    assertUnfit(Unusable.Why.BROKEN, "its java says that its version is tomorrow");
    assertThatExceptionOfType(Unfit.class)
        .isThrownBy(
            () -> probe.blackhole(FakeJava.script(java(), "echo counterpoint.blackhole=PINK\n")))
        .withMessage("JMH can't find out its blackhole mode on it");
  }

  @Test
  void aLauncherThatCannotBeStartedIsBroken() throws IOException {
    assertThatExceptionOfType(Unfit.class)
        .isThrownBy(() -> probe.identify(java()))
        .withMessageStartingWith("its java can't be started: ")
        .withMessageContaining("No such file")
        .withMessageNotContaining(folder.toString());
    // What a loader that is missing looks like.
    FakeJava.script(java(), "");
    Files.writeString(java(), "#!/lib/no-such-loader\n");
    assertThatExceptionOfType(Unfit.class)
        .isThrownBy(() -> probe.identify(java()))
        .withMessageStartingWith("its java can't be started: ");
  }
}
