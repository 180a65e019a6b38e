package org.counterpoint.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DrawTest {

  private static final int DRAWS = 1_000_000;

  private static Draw of(int thread) {
    Draw draw = new Draw();
    draw.seed(thread);
    return draw;
  }

  /** Pearson's chi-square over a hundred classes; 150 is exceeded once in 1,300 times by chance. */
  @Test
  void eachNumberIsAsLikelyAsTheOthers() {
    for (int thread = 0; thread < 8; thread++) {
      Draw draw = of(thread);
      int[] counts = new int[100];
      for (int i = 0; i < DRAWS; i++) {
        counts[draw.below(100)]++;
      }
      double expected = DRAWS / 100.0;
      double chiSquare = 0;
      for (int count : counts) {
        chiSquare += (count - expected) * (count - expected) / expected;
      }
      assertThat(chiSquare).isBetween(50.0, 150.0);
    }
  }

  @Test
  void whatFollowsKnowsNothingOfWhatWasBefore() {
    Draw draw = of(0);
    double previous = draw.uniform();
    double products = 0;
    for (int i = 0; i < DRAWS; i++) {
      double next = draw.uniform();
      products += (previous - 0.5) * (next - 0.5);
      previous = next;
    }
    // The correlation, of which the standard error is 0.001.
    assertThat(products / DRAWS * 12).isCloseTo(0, within(0.005));
  }

  @Test
  void aThreadDrawsTheSameInEveryForkAndNoTwoThreadsDo() {
    Set<Double> firsts = new HashSet<>();
    for (int thread = 0; thread < 1000; thread++) {
      assertThat(of(thread).uniform()).isEqualTo(of(thread).uniform());
      firsts.add(of(thread).uniform());
    }
    assertThat(firsts).hasSize(1000);
  }

  @Test
  void aUniformNumberIsNeverZero() {
    Draw draw = of(0);
    double sum = 0;
    for (int i = 0; i < DRAWS; i++) {
      double uniform = draw.uniform();
      if (!(uniform > 0 && uniform <= 1)) {
        throw new AssertionError(uniform);
      }
      sum += uniform;
    }
    assertThat(sum / DRAWS).isCloseTo(0.5, within(0.002));
  }
}
