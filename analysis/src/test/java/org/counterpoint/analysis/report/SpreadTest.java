package org.counterpoint.analysis.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class SpreadTest {

  @Test
  void leavesAloneWhatIsApart() {
    assertThat(Spread.apart(new double[] {10, 40, 90}, 20, 0, 100)).containsExactly(10, 40, 90);
  }

  @Test
  void centresAHeapOnWhatItsMembersWanted() {
    assertThat(Spread.apart(new double[] {50, 50, 50}, 20, 0, 100)).containsExactly(30, 50, 70);
  }

  @Test
  void keepsOrderGapAndBoundsForAnyInputThatFits() {
    Random random = new Random(1);
    for (int round = 0; round < 500; round++) {
      double[] wanted = random.doubles(1 + random.nextInt(15), -20, 420).sorted().toArray();
      double[] placed = Spread.apart(wanted, 20, 0, 400);
      for (int i = 0; i < placed.length; i++) {
        assertThat(placed[i]).isBetween(-1e-6, 400 + 1e-6);
        if (i > 0) {
          assertThat(placed[i] - placed[i - 1]).isGreaterThanOrEqualTo(20 - 1e-6);
        }
      }
    }
  }
}
