package org.counterpoint.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.counterpoint.analysis.model.Environment;
import org.junit.jupiter.api.Test;

class MachineTest {

  @Test
  void observesThisMachine() {
    Environment machine = Machine.observe();
    assertThat(machine.cores()).isEqualTo(Runtime.getRuntime().availableProcessors());
    assertThat(machine.cpu()).isNotBlank();
    assertThat(machine.os()).contains(System.getProperty("os.arch"));
    assertThat(Instant.parse(machine.startedAt())).isNotNull();
    assertThat(machine.finishedAt()).isEmpty();
    assertThat(machine.platform().kernel()).isNotBlank();
  }

  @Test
  void isTheSameMachineAtTheEnd() {
    Environment before = Machine.observe();
    Environment after = Machine.finished(before);
    assertThat(after.platform()).isEqualTo(before.platform());
    assertThat(after.startedAt()).isEqualTo(before.startedAt());
    assertThat(Instant.parse(after.finishedAt())).isNotNull();
  }

  /** Native code may be forbidden or of another C library: the rest is still told. */
  @Test
  void withoutNativeCodeOnlyWhatItWouldHaveToldIsUnknown() throws Exception {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        List.of(
            "-Djna.nosys=true",
            "-Djna.noclasspath=true",
            "-Djna.boot.library.path=/nowhere",
            "-cp",
            System.getProperty("java.class.path"),
            MachineProbe.class.getName()));
    Process child = new ProcessBuilder(command).redirectErrorStream(true).start();
    String output = new String(child.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(child.waitFor()).as(output).isZero();
    assertThat(output)
        .contains("cores=" + Runtime.getRuntime().availableProcessors())
        .contains("Noise[readings=")
        .doesNotContain("INVOLUNTARY_SWITCHES")
        .doesNotContain("Exception");
  }
}
