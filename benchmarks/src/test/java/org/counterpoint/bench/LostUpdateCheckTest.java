package org.counterpoint.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;

class LostUpdateCheckTest {

  @Test
  void comparesWithWhatJmhPerformed() {
    LostUpdateCheck.open(Long.SIZE);
    assertThat(LostUpdateCheck.performed(60)).isFalse();
    LostUpdateCheck.noIncrements(10);
    LostUpdateCheck.close(90);
    assertThat(LostUpdateCheck.performed(40)).isTrue();

    LostUpdateCheck.open(Long.SIZE);
    LostUpdateCheck.close(99);
    assertThatExceptionOfType(LostUpdateException.class)
        .isThrownBy(() -> LostUpdateCheck.performed(100))
        .withMessage("lost update: 100 increments were performed, the counter says 99 (1 lost)");
  }

  @Test
  void comparesWithWhatTheBenchmarkStates() {
    LostUpdateCheck.open(Long.SIZE);
    assertThat(LostUpdateCheck.performed(64)).isFalse();
    LostUpdateCheck.close(1000, 1000);
    assertThat(LostUpdateCheck.performed(64)).isTrue();

    LostUpdateCheck.open(Long.SIZE);
    LostUpdateCheck.close(128, 130);
    assertThatExceptionOfType(LostUpdateException.class)
        .isThrownBy(() -> LostUpdateCheck.performed(128))
        .withMessage("lost update: 130 increments were performed, the counter says 128 (2 lost)");
  }

  @Test
  void whatIsStatedIsComparedWithinTheCountersBits() {
    LostUpdateCheck.open(8);
    LostUpdateCheck.close(4, 260);
    assertThat(LostUpdateCheck.performed(1)).isTrue();
    LostUpdateCheck.open(8);
    LostUpdateCheck.close(5, 260);
    assertThatExceptionOfType(LostUpdateException.class)
        .isThrownBy(() -> LostUpdateCheck.performed(1));
  }
}
