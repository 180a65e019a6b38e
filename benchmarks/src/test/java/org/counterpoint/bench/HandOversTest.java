package org.counterpoint.bench;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HandOversTest {

  private final HandOvers counts = new HandOvers();

  private void turnsOfAnother(int turns) throws InterruptedException {
    Thread other =
        new Thread(
            () -> {
              for (int i = 0; i < turns; i++) {
                counts.turn();
              }
            });
    other.start();
    other.join();
  }

  @Test
  void aTurnOfAnotherThreadIsAHandOver() throws InterruptedException {
    counts.turn();
    turnsOfAnother(7);
    counts.turn();
    counts.turn();
    // The first turn, too, is another thread's than none.
    assertThat(counts.takePerThousand()).isEqualTo(300);
  }

  @Test
  void anIterationGoesOnWhereTheLastOneEnded() throws InterruptedException {
    counts.turn();
    counts.takePerThousand();
    counts.turn();
    assertThat(counts.takePerThousand()).isZero();
    turnsOfAnother(4);
    assertThat(counts.takePerThousand()).isEqualTo(250);
  }

  @Test
  void withoutATurnThereIsNoHandOver() {
    assertThat(counts.takePerThousand()).isZero();
  }
}
