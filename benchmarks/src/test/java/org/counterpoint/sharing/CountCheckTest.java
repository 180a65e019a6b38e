package org.counterpoint.sharing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class CountCheckTest {

  @Test
  void aMissingIncrementIsLost() {
    CountCheck check = new CountCheck(1_000, 999, 64);
    assertThat(check.exact()).isFalse();
    assertThat(check.lost()).isEqualTo(1);
  }

  @Test
  void anIncrementThatCountedTwiceIsNegative() {
    assertThat(new CountCheck(1_000, 1_001, 64).lost()).isEqualTo(-1);
    assertThat(new CountCheck(1_000, 1_001, 32).lost()).isEqualTo(-1);
  }

  @Test
  void aNarrowCounterMayWrapRound() {
    CountCheck check = new CountCheck((1L << 32) + 5, 5, 32);
    assertThat(check.expected()).isEqualTo(5);
    assertThat(check.exact()).isTrue();
    assertThat(check.lost()).isZero();
  }

  @Test
  void aWideCounterMayNot() {
    CountCheck check = new CountCheck((1L << 32) + 5, 5, 64);
    assertThat(check.exact()).isFalse();
    assertThat(check.lost()).isEqualTo(1L << 32);
  }

  @Test
  void aLossIsFoundAcrossTheWrap() {
    CountCheck check = new CountCheck((1L << 32) + 2, (1L << 32) - 1, 32);
    assertThat(check.exact()).isFalse();
    assertThat(check.lost()).isEqualTo(3);
  }

  @Test
  void theIntCounterIsReadUnsigned() {
    // Its upper half, which a signed int would show as negative.
    assertThat(new CountCheck(3_000_000_000L, 3_000_000_000L, 32).exact()).isTrue();
    assertThat(new CountCheck(3_000_000_000L, (int) 3_000_000_000L, 32).exact()).isFalse();
  }

  @Test
  void refusesWhatNoCounterHas() {
    assertThatIllegalArgumentException().isThrownBy(() -> new CountCheck(-1, 0, 64));
    assertThatIllegalArgumentException().isThrownBy(() -> new CountCheck(0, 0, 65));
    assertThatIllegalArgumentException().isThrownBy(() -> new CountCheck(0, 0, 0));
  }
}
