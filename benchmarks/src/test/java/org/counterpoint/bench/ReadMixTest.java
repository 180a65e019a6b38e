package org.counterpoint.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.counterpoint.sharing.SharedCounter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReadMixTest {

  private static final int OPERATIONS = 1_000_000;

  /** Counts what is asked of it. */
  private static final class Asked implements SharedCounter {
    private long increments;
    private long reads;

    @Override
    public void increment() {
      increments++;
    }

    @Override
    public long value() {
      reads++;
      return increments;
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 50, 90, 99, 100})
  void soManyOfAHundredAreReads(int percent) {
    ReadMix mix = new ReadMix();
    mix.reads = percent;
    Asked asked = new Asked();
    for (int i = 0; i < OPERATIONS; i++) {
      mix.next(asked);
    }
    assertThat(asked.increments + asked.reads).isEqualTo(OPERATIONS);
    assertThat(100.0 * asked.reads / OPERATIONS).isCloseTo(percent, within(0.3));
    if (percent % 100 == 0) {
      assertThat(asked.reads).isEqualTo(percent == 0 ? 0 : OPERATIONS);
    }
  }
}
