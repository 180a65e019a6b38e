package org.counterpoint.analysis.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.apache.commons.math3.distribution.BinomialDistribution;
import org.junit.jupiter.api.Test;

class ProportionTest {

  /** At either end, what was seen or more extreme has a chance of exactly 2.5 %. */
  @Test
  void itsEndsAreWhereTheTailsAreTwoAndAHalfPercent() {
    for (int tries : new int[] {1, 7, 18, 100}) {
      for (int hits = 0; hits <= tries; hits++) {
        Interval interval = Proportion.of(hits, tries).interval();
        if (hits > 0) {
          BinomialDistribution low = new BinomialDistribution(null, tries, interval.low());
          assertThat(1 - low.cumulativeProbability(hits - 1)).isEqualTo(0.025, within(1e-6));
        } else {
          assertThat(interval.low()).isZero();
        }
        if (hits < tries) {
          BinomialDistribution high = new BinomialDistribution(null, tries, interval.high());
          assertThat(high.cumulativeProbability(hits)).isEqualTo(0.025, within(1e-6));
        } else {
          assertThat(interval.high()).isEqualTo(1);
        }
      }
    }
  }

  /** The "rule of three": nothing in n tries leaves up to about 3.7/n at this level. */
  @Test
  void nothingSeenIsNotNever() {
    assertThat(Proportion.of(0, 100).interval().high()).isEqualTo(0.0362, within(1e-4));
  }

  @Test
  void refusesNonsense() {
    assertThatThrownBy(() -> Proportion.of(2, 1)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Proportion.of(0, 0)).isInstanceOf(IllegalArgumentException.class);
  }
}
