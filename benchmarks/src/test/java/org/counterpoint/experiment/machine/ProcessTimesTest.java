package org.counterpoint.experiment.machine;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProcessTimesTest {

  @Test
  void addsItsOwnTimeAndThatOfItsChildren() {
    assertThat(ProcessTimes.millis(Root.SELF_STAT)).hasValue(10 * (310 + 42 + 1200 + 99));
  }

  @Test
  void takesAnyName() {
    for (String name : new String[] {"", ")", "((", "a b", "\u00ff\n", "x) R 1 1 1"}) {
      assertThat(ProcessTimes.millis(Root.SELF_STAT.replace("java (a) 1 2 3", name)))
          .as(name)
          .hasValue(16510);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "19190",
        "19190 (java",
        "19190 (java)",
        "19190 (java) S 1 1 1 0 -1 4194304 97 0 0 0 310 42 1200",
        "19190 (java) S 1 1 1 0 -1 4194304 97 0 0 0 310 42 1200 many 20",
        "19190 (java) S 1 1 1 0 -1 4194304 97 0 0 0 310 42 -1200 99 20",
        "no such process"
      })
  void aTextThatIsNoneSaysNothing(String text) {
    assertThat(ProcessTimes.millis(text)).isEmpty();
  }
}
