package org.counterpoint.analysis.stats;

import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.commons.math3.random.RandomGenerator;
import org.apache.commons.math3.random.Well19937c;

/**
 * How large the largest step is in a series that has none: what a step must exceed to be believed.
 *
 * <p>A Monte Carlo test (G. A. Barnard, in the discussion of "The spectral analysis of point
 * processes", Journal of the Royal Statistical Society B 25, 1963): series of the same length are
 * drawn, normal on the log scale, each value correlated with the one before by {@link #DRIFT},
 * since a machine's days resemble each other. The seed is fixed, so the same history gets the same
 * answer.
 */
final class StepsOfNoise {

  /** How much a run resembles the one before. */
  static final double DRIFT = 0.3;

  private static final int SEED = 20230415;

  /** Draws for each false alarm that the level allows, so that the level itself is known. */
  private static final int DRAWS_AN_ALARM = 100;

  private static final int MOST_DRAWS = 20_000;

  /** Fewer can't tell a chance that is small enough for so many parts of one history. */
  private static final int LEAST_DRAWS_AN_ALARM = 20;

  /** Pairs of places that may be tried in all draws together, which takes a few seconds. */
  private static final double MOST_PAIRS = 5e8;

  private record Key(int length, int draws) {}

  // The cells of a history have the same few lengths.
  private static final Map<Key, double[]> KNOWN = new ConcurrentHashMap<>();

  private StepsOfNoise() {}

  /**
   * The chance that a series of that length without a step has one at least that large somewhere;
   * never below what the draws can tell, which is at most a twentieth of the level.
   *
   * @param level with which the chance will be compared
   */
  static double chance(Step step, int length, double level) {
    double[] sizes = KNOWN.computeIfAbsent(new Key(length, draws(length, level)), key -> draw(key));
    int below = Arrays.binarySearch(sizes, step.size());
    int larger = sizes.length - (below < 0 ? -below - 1 : below);
    return (1.0 + larger) / (1.0 + sizes.length);
  }

  private static int draws(int length, double level) {
    double pairs = length * (double) length / 2;
    double affordable = Math.min(MOST_DRAWS, MOST_PAIRS / pairs);
    return (int)
        Math.ceil(
            Math.max(LEAST_DRAWS_AN_ALARM / level, Math.min(DRAWS_AN_ALARM / level, affordable)));
  }

  private static double[] draw(Key key) {
    RandomGenerator random = new Well19937c(SEED);
    double[] sizes = new double[key.draws()];
    Arrays.setAll(sizes, i -> Step.of(series(random, key.length(), DRIFT)).size());
    Arrays.sort(sizes);
    return sizes;
  }

  /** Normal values of variance 1, each correlated with the one before. */
  static double[] series(RandomGenerator random, int length, double correlation) {
    double[] values = new double[length];
    double fresh = Math.sqrt(1 - correlation * correlation);
    for (int i = 0; i < length; i++) {
      values[i] =
          i == 0
              ? random.nextGaussian()
              : correlation * values[i - 1] + fresh * random.nextGaussian();
    }
    return values;
  }
}
