package org.counterpoint.analysis.stats;

import java.util.Arrays;
import org.counterpoint.analysis.model.Values;

/**
 * Exact rank tests: every assignment of the ranks to the sides is counted, with ties as they are.
 * The normal approximations that stand in for them say .0495 of three values against three, where
 * .10 is right.
 *
 * <p>They ask whether sides differ at all, and know nothing of a margin: beside a verdict they are
 * for orientation. Time and memory grow with the product of the number of values and the sum of
 * their ranks.
 */
public final class RankTest {

  /** More values are not worth counting all assignments: t and ranks agree then. */
  public static final int MOST = 200;

  private RankTest() {}

  /**
   * Two-sided p-value that two independent samples come from one distribution.
   *
   * <p>H. B. Mann, D. R. Whitney, "On a test of whether one of two random variables is
   * stochastically larger than the other", Annals of Mathematical Statistics 18 (1947).
   *
   * @throws IllegalArgumentException if a sample is empty, or they have more than {@link #MOST}
   *     values together
   */
  public static double unpaired(Values first, Values second) {
    int n = first.size() + second.size();
    if (first.isEmpty() || second.isEmpty() || n > MOST) {
      throw new IllegalArgumentException(first.size() + " against " + second.size() + " values");
    }
    double[] all = new double[n];
    System.arraycopy(first.toArray(), 0, all, 0, first.size());
    System.arraycopy(second.toArray(), 0, all, first.size(), second.size());
    int[] ranks = doubledRanks(all);
    int observed = Arrays.stream(ranks, 0, first.size()).sum();
    double[] waysBySum = waysToChoose(first.size(), ranks);
    // Twice the mean of the sum of so many ranks, times two for the doubling.
    double center = first.size() * (n + 1.0);
    return atLeastAsFar(waysBySum, observed, center);
  }

  /**
   * Two-sided p-value that paired differences are symmetric around 0. Differences of 0 take no
   * part.
   *
   * <p>F. Wilcoxon, "Individual comparisons by ranking methods", Biometrics Bulletin 1 (1945).
   *
   * @throws IllegalArgumentException if there are more than {@link #MOST}
   */
  public static double paired(Values differences) {
    double[] moved = differences.stream().filter(difference -> difference != 0).toArray();
    if (moved.length > MOST) {
      throw new IllegalArgumentException(moved.length + " pairs");
    }
    if (moved.length == 0) {
      return 1;
    }
    int[] ranks = doubledRanks(Arrays.stream(moved).map(Math::abs).toArray());
    int observed = 0;
    int total = 0;
    for (int i = 0; i < ranks.length; i++) {
      observed += moved[i] > 0 ? ranks[i] : 0;
      total += ranks[i];
    }
    double[] waysBySum = new double[total + 1];
    waysBySum[0] = 1;
    for (int rank : ranks) {
      for (int sum = total; sum >= rank; sum--) {
        waysBySum[sum] += waysBySum[sum - rank];
      }
    }
    return atLeastAsFar(waysBySum, observed, total / 2.0);
  }

  /** The part of all ways whose sum lies at least as far from the center as the observed one. */
  private static double atLeastAsFar(double[] waysBySum, int observed, double center) {
    double far = 0;
    double all = 0;
    for (int sum = 0; sum < waysBySum.length; sum++) {
      all += waysBySum[sum];
      if (Math.abs(sum - center) >= Math.abs(observed - center)) {
        far += waysBySum[sum];
      }
    }
    return Math.min(1, far / all);
  }

  /** How many choices of {@code k} ranks have each sum. */
  private static double[] waysToChoose(int k, int... ranks) {
    int total = Arrays.stream(ranks).sum();
    double[][] ways = new double[k + 1][total + 1];
    ways[0][0] = 1;
    for (int rank : ranks) {
      for (int chosen = k; chosen >= 1; chosen--) {
        for (int sum = total; sum >= rank; sum--) {
          ways[chosen][sum] += ways[chosen - 1][sum - rank];
        }
      }
    }
    return ways[k];
  }

  /** Twice the ranks, so that the mean of two tied ones is a whole number. */
  private static int[] doubledRanks(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    int[] ranks = new int[values.length];
    for (int i = 0; i < values.length; i++) {
      int below = 0;
      int equal = 0;
      for (double other : sorted) {
        below += other < values[i] ? 1 : 0;
        equal += other == values[i] ? 1 : 0;
      }
      ranks[i] = 2 * below + equal + 1;
    }
    return ranks;
  }
}
