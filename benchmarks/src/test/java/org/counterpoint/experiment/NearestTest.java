package org.counterpoint.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearestTest {

  private static final List<String> VALID = List.of("forks", "threads", "warm-up", "jvm flags");

  @ParameterizedTest
  @CsvSource({
    "fork, forks",
    "frks, forks",
    "FORKS, forks",
    "thread, threads",
    "warmup, warm-up",
    "warm_up, warm-up",
    "jvm-flags, jvm flags",
    "jvmflag, jvm flags"
  })
  void aSlipIsUnderstood(String word, String meant) {
    assertThat(Nearest.to(word, VALID)).contains(meant);
  }

  @ParameterizedTest
  @CsvSource({"colour", "f", "spoon", "''", "iterations"})
  void whatIsFarIsNoSlip(String word) {
    assertThat(Nearest.to(word, VALID)).isEmpty();
  }

  @Test
  void theHintNamesAllThatIsValid() {
    assertThat(Nearest.hint("fork", VALID))
        .isEqualTo("did you mean \"forks\"? there are forks, threads, warm-up, jvm flags");
    assertThat(Nearest.hint("x", VALID)).isEqualTo("there are forks, threads, warm-up, jvm flags");
  }
}
