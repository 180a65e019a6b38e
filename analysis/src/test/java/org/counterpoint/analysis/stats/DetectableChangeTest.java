package org.counterpoint.analysis.stats;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.commons.math3.random.RandomGenerator;
import org.counterpoint.analysis.SimulationTable;
import org.junit.jupiter.api.Test;

/** A change of that size is found in four of five tries: here by trying. */
class DetectableChangeTest {

  private static final int RUNS = 4000;

  private static double[] normal(int n, double center, RandomGenerator random) {
    double[] values = new double[n];
    for (int i = 0; i < n; i++) {
      values[i] = center + random.nextGaussian();
    }
    return values;
  }

  @Test
  void pairsFindItInFourOfFiveTries() {
    for (int pairs : new int[] {5, 10, 20}) {
      double change = DetectableChange.inPairs(1, pairs);
      double found =
          SimulationTable.rate(
              11,
              RUNS,
              random ->
                  LogRatio.paired(normal(pairs, change, random)).pDifferent(Margin.NONE) <= 0.05);
      assertThat(found).as("%s pairs", pairs).isBetween(0.75, 0.85);
    }
  }

  @Test
  void sidesWithoutPairsFindItInFourOfFiveTries() {
    for (int forks : new int[] {5, 10, 20}) {
      double change = DetectableChange.unpaired(1, forks);
      double found =
          SimulationTable.rate(
              12,
              RUNS,
              random ->
                  LogRatio.welch(
                              LogSample.ofLogs(normal(forks, change, random)),
                              LogSample.ofLogs(normal(forks, 0, random)))
                          .pDifferent(Margin.NONE)
                      <= 0.05);
      assertThat(found).as("%s forks", forks).isBetween(0.75, 0.85);
    }
  }
}
