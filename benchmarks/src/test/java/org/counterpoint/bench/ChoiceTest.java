package org.counterpoint.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ChoiceTest {

  private static final int THREADS = 64;

  /** How often each counter is taken, over many threads' orders. */
  private static int[] taken(Choice choice, int counters) {
    int[] counts = new int[counters];
    for (int thread = 0; thread < THREADS; thread++) {
      short[] order = new short[8192];
      choice.fill(order, counters, thread);
      for (short index : order) {
        counts[index]++;
      }
    }
    return counts;
  }

  @Test
  void uniformlyEachIsTakenAsOftenAsTheOthers() {
    double expected = THREADS * 8192 / 16.0;
    for (int count : taken(Choice.UNIFORM, 16)) {
      assertThat((double) count).isCloseTo(expected, within(0.03 * expected));
    }
  }

  @Test
  void byZipfTheTwentiethIsTakenATwentiethAsOftenAsTheFirst() {
    int[] counts = taken(Choice.ZIPF, 1024);
    double harmonic = 0;
    for (int rank = 1; rank <= 1024; rank++) {
      harmonic += 1.0 / rank;
    }
    for (int rank : new int[] {1, 2, 3, 20, 100}) {
      double expected = THREADS * 8192 / harmonic / rank;
      assertThat((double) counts[rank - 1]).isCloseTo(expected, within(0.15 * expected));
    }
  }

  @Test
  void whoHasItsOwnTakesNoOther() {
    for (int thread = 0; thread < 5; thread++) {
      short[] order = new short[100];
      Choice.OWN.fill(order, 4, thread);
      assertThat(order).containsOnly((short) (thread % 4));
    }
  }

  @Test
  void ofOneCounterThereIsNoChoice() {
    for (Choice choice : Choice.values()) {
      assertThat(taken(choice, 1)).containsExactly(THREADS * 8192);
    }
  }
}
