package org.counterpoint.experiment.machine;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class OshiTest {

  @Test
  void anAnswerIsAnAnswer() {
    assertThat(Oshi.ask(() -> "x")).contains("x");
  }

  @Test
  void noAnswerAndNoLibraryAreTheSame() {
    assertThat(Oshi.ask(() -> null)).isEmpty();
    assertThat(
            Oshi.ask(
                () -> {
                  throw new UnsatisfiedLinkError("libudev");
                }))
        .isEmpty();
    assertThat(
            Oshi.ask(
                () -> {
                  throw new NoClassDefFoundError("Could not initialize class");
                }))
        .isEmpty();
    assertThat(
            Oshi.ask(
                () -> {
                  throw new IllegalStateException("no such counter");
                }))
        .isEmpty();
  }
}
