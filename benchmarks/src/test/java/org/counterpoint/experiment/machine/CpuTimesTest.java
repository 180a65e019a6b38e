package org.counterpoint.experiment.machine;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CpuTimesTest {

  @Test
  void readsTheLineOfAllProcessors() {
    CpuTimes times = CpuTimes.parse(Root.STAT).orElseThrow();
    assertThat(times.busyMillis()).isEqualTo(10.0 * (2869998 + 47514 + 176587 + 8731));
    assertThat(times.idleMillis()).isEqualTo(10.0 * (2884635 + 6059));
    assertThat(times.stealMillis()).isEqualTo(10.0 * 3867);
    assertThat(times.availableMillis())
        .isEqualTo(times.busyMillis() + times.idleMillis() + times.stealMillis());
  }

  @Test
  void countsAGuestOnce() {
    assertThat(CpuTimes.parse("cpu  100 0 0 50 0 0 0 0 90 0")).contains(new CpuTimes(1000, 500, 0));
  }

  @Test
  void readsAnOldKernelThatKnowsFourStates() {
    assertThat(CpuTimes.parse("cpu  1 2 3 4\nbtime 5\n")).contains(new CpuTimes(60, 40, 0));
  }

  @Test
  void readsALaterKernelThatKnowsMore() {
    assertThat(CpuTimes.parse("cpu 1 1 1 1 1 1 1 1 1 1 x y")).contains(new CpuTimes(50, 20, 10));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "\n\n",
        "cpu",
        "cpu ",
        "cpu  1 2 3",
        "cpu  1 2 three 4",
        "cpu  1 2 -3 4",
        "cpu  1 2 3.5 4",
        "cpu  1 2 99999999999999999999 4",
        "cpu  1 2 3 4 0x5",
        "cpu0 1 2 3 4",
        "\u0000\u0000\u0000",
        "cpus 1 2 3 4"
      })
  void aTextThatIsNoneSaysNothing(String text) {
    assertThat(CpuTimes.parse(text)).isEmpty();
  }

  @Test
  void everyTruncationIsReadOrSaysNothing() {
    for (int length = 0; length < Root.STAT.length(); length++) {
      CpuTimes.parse(Root.STAT.substring(0, length))
          .ifPresent(times -> assertThat(times.availableMillis()).isPositive());
    }
  }
}
