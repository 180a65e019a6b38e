package org.counterpoint.experiment.jdks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

@DisabledOnOs(value = OS.WINDOWS, disabledReason = "has no shell")
class TimedProcessTest {

  private static final Duration LONG = Duration.ofSeconds(60);

  private static TimedProcess.Ended run(String script, Duration limit) throws IOException {
    return TimedProcess.run(List.of("/bin/sh", "-c", script), limit);
  }

  @Test
  void givesTheExitCodeAndAllOutput() throws IOException {
    TimedProcess.Ended ended = run("echo one; echo two >&2; exit 7", LONG);
    assertThat(ended.exitCode()).hasValue(7);
    assertThat(ended.output()).isEqualTo("one\ntwo\n");
  }

  @Test
  void thereIsNoInput() throws IOException {
    assertThat(run("cat; echo end", LONG).output()).isEqualTo("end\n");
  }

  @Test
  void whatDoesNotEndIsKilledWithItsChildren() throws Exception {
    List<String> ids = List.of();
    for (long millis = 250; ids.size() < 2; millis *= 2) {
      TimedProcess.Ended ended =
          run("echo $$; sleep 600 & echo $!; wait", Duration.ofMillis(millis));
      assertThat(ended.exitCode()).isEmpty();
      ids = ended.output().lines().toList();
    }
    for (String id : ids) {
      for (int i = 0; i < 1000 && isAtWork(Long.parseLong(id)); i++) {
        Thread.sleep(10);
      }
      assertThat(isAtWork(Long.parseLong(id))).isFalse();
    }
  }

  /** One that was killed and that nobody has asked about yet is still there, without a command. */
  private static boolean isAtWork(long id) {
    Optional<ProcessHandle> process = ProcessHandle.of(id).filter(ProcessHandle::isAlive);
    return process.flatMap(handle -> handle.info().command()).isPresent();
  }

  @Test
  void chatterWithoutEndIsNotKept() throws IOException {
    TimedProcess.Ended ended =
        run(
            "while :; do echo 0123456789012345678901234567890123456789; done",
            Duration.ofSeconds(1));
    assertThat(ended.exitCode()).isEmpty();
    assertThat(ended.output()).startsWith("0123456789").hasSizeLessThanOrEqualTo(1 << 20);
  }

  @Test
  void aChildThatLivesOnIsNotWaitedFor() throws IOException {
    TimedProcess.Ended ended = run("sleep 20 & echo done", LONG);
    assertThat(ended.exitCode()).hasValue(0);
    assertThat(ended.output()).isEqualTo("done\n");
  }

  @Test
  void anInterruptionEndsItAndIsPassedOn() throws IOException {
    Thread.currentThread().interrupt();
    TimedProcess.Ended ended = run("sleep 600", LONG);
    assertThat(Thread.interrupted()).isTrue();
    assertThat(ended.exitCode()).isEmpty();
  }

  @Test
  void whatIsNotThereIsAnError() {
    assertThatIOException()
        .isThrownBy(() -> TimedProcess.run(List.of("/no/such/program"), LONG))
        .withMessageContaining("No such file");
  }
}
