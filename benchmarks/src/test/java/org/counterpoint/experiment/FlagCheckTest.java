package org.counterpoint.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import java.util.List;
import org.counterpoint.analysis.jmh.RunJdk;
import org.counterpoint.analysis.model.JvmVariant;
import org.counterpoint.experiment.jdks.InvalidJdks;
import org.counterpoint.experiment.jdks.Jdks;
import org.junit.jupiter.api.Test;

class FlagCheckTest {

  private static final Path JAVA = Path.of(System.getProperty("java.home"), "bin", "java");

  private static RunJdk current() throws InvalidJdks {
    return Jdks.choose("current").jdks().get(0).jdk();
  }

  @Test
  void aFlagThatTheJdkTakesMeetsNoObjection() throws Exception {
    assertThat(FlagCheck.objection(JAVA, List.of("-XX:+UseSerialGC", "-Xmx64m"))).isEmpty();
    FlagCheck.require(current(), List.of(JvmVariant.NONE, new JvmVariant("int", List.of("-Xint"))));
  }

  @Test
  void aFlagThatTheJdkDoesNotKnowIsRefusedInItsWords() {
    assertThatExceptionOfType(Settings.Invalid.class)
        .isThrownBy(
            () ->
                FlagCheck.require(
                    current(),
                    List.of(
                        JvmVariant.NONE, new JvmVariant("ZZ", List.of("-Xint", "-XX:+UseZZGC")))))
        .withMessageStartingWith(
            "jvm flags \"ZZ\" (-Xint -XX:+UseZZGC) on JDK "
                + System.getProperty("java.version")
                + ": Unrecognized VM option 'UseZZGC'")
        .withMessageNotContaining("Could not create");
  }

  @Test
  void flagsThatContradictEachOtherAreRefused() throws Exception {
    assertThat(FlagCheck.objection(JAVA, List.of("-XX:+UseSerialGC", "-XX:+UseParallelGC")))
        .hasValueSatisfying(said -> assertThat(said).contains("collector").doesNotContain("\n"));
  }

  /** What is printed is more than a pipe holds: the JVM must not be left waiting for a reader. */
  @Test
  void aFlagMayMakeTheJvmTalk() throws Exception {
    assertThat(
            FlagCheck.objection(
                JAVA, List.of("-XX:+UnlockDiagnosticVMOptions", "-XX:+PrintFlagsFinal")))
        .isEmpty();
  }

  @Test
  void aFlagThatTheJdkIgnoresIsRefused() {
    String warning =
        "OpenJDK 64-Bit Server VM warning: Ignoring option UseBiasedLocking; support was removed in"
            + " 18.0";
    assertThat(FlagCheck.ignored(warning + "\nopenjdk version \"21\"\n")).contains(warning);
    assertThat(
            FlagCheck.ignored(
                "OpenJDK 64-Bit Server VM warning: Option UseBiasedLocking was deprecated in"
                    + " version 15.0\n"))
        .isEmpty();
  }
}
