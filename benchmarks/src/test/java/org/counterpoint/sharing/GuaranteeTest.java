package org.counterpoint.sharing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

@Timeout(value = 60, threadMode = ThreadMode.SEPARATE_THREAD) // What is broken may hang.
class GuaranteeTest {

  @ParameterizedTest
  @EnumSource(Guarantee.class)
  void eachCounts(Guarantee guarantee) {
    try (SharedCounter counter = guarantee.create()) {
      for (int i = 1; i <= 1_000; i++) {
        counter.increment();
        assertThat(counter.value()).isEqualTo(i);
      }
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = Guarantee.class,
      mode = Mode.EXCLUDE,
      names = {"PLAIN_FIELD", "REF_CELL"})
  void fromAtomicOnNothingIsLostAmongThreads(Guarantee guarantee) {
    try (SharedCounter counter = guarantee.create()) {
      CountCheck check = ConcurrentIncrements.run(counter, 8, 20_000);
      assertThat(check.exact()).as("%s", check).isTrue();
    }
  }
}
