package org.counterpoint.analysis.stats;

import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.math3.stat.descriptive.rank.Percentile;
import org.apache.commons.math3.stat.descriptive.rank.Percentile.EstimationType;
import org.counterpoint.analysis.model.Values;

/**
 * Values that stand apart, flagged and never dropped: in a benchmark they are as real as the rest.
 *
 * <p>Within a fork J. W. Tukey's fences, "Exploratory Data Analysis" (1977): beyond 1.5
 * interquartile ranges from the quartiles, and beyond 3; quartiles by Hyndman and Fan's type 7. Of
 * the forks, those further than 5·1.4826·MAD from the median (F. R. Hampel, "The influence curve
 * and its role in robust estimation", Journal of the American Statistical Association 69, 1974).
 *
 * <p>Where at least half of the values agree, such a spread may be 0. It is then taken as a
 * billionth of the median, so that a real difference is flagged and a rounding error is not.
 */
public final class Outliers {

  private static final double FORK_LIMIT = 5;

  /** Makes the MAD of a normal distribution its standard deviation: 1/Φ⁻¹(0.75). */
  static final double MAD_TO_SIGMA = 1.4826;

  private static final double LEAST_RELATIVE_SPREAD = 1e-9;

  private Outliers() {}

  /** How far out. */
  public enum Degree {
    /** Beyond 1.5 interquartile ranges from the nearer quartile. */
    MILD,
    /** Beyond 3. */
    EXTREME
  }

  /**
   * One that stands apart.
   *
   * @param iteration its position in the fork, from 0
   */
  public record Outlier(int iteration, Degree degree) {}

  /** The iterations of one fork that stand apart from its other iterations. */
  public static List<Outlier> withinFork(Values iterations) {
    if (iterations.isEmpty()) {
      return List.of();
    }
    double low = percentile(iterations.toArray(), 25);
    double high = percentile(iterations.toArray(), 75);
    double range = atLeastRounding(high - low, iterations);
    return IntStream.range(0, iterations.size())
        .filter(i -> beyond(iterations.get(i), low, high) > 1.5 * range)
        .mapToObj(
            i ->
                new Outlier(
                    i,
                    beyond(iterations.get(i), low, high) > 3 * range
                        ? Degree.EXTREME
                        : Degree.MILD))
        .toList();
  }

  /** The positions, from 0, of the forks that stand apart from the other forks. */
  public static List<Integer> amongForks(Values forkMeans) {
    return farFromMedian(forkMeans, FORK_LIMIT);
  }

  /** The positions whose distance from the median is more than {@code limit·1.4826·MAD}. */
  static List<Integer> farFromMedian(Values values, double limit) {
    if (values.isEmpty()) {
      return List.of();
    }
    double median = percentile(values.toArray(), 50);
    double[] distances = values.stream().map(value -> Math.abs(value - median)).toArray();
    double mad = atLeastRounding(percentile(distances, 50), values);
    return IntStream.range(0, distances.length)
        .filter(i -> distances[i] > limit * MAD_TO_SIGMA * mad)
        .boxed()
        .toList();
  }

  private static double beyond(double value, double low, double high) {
    return Math.max(low - value, value - high);
  }

  private static double atLeastRounding(double spread, Values values) {
    return Math.max(spread, LEAST_RELATIVE_SPREAD * Math.abs(percentile(values.toArray(), 50)));
  }

  /** By Hyndman and Fan's type 7. */
  static double percentile(double[] values, double percent) {
    return new Percentile().withEstimationType(EstimationType.R_7).evaluate(values, percent);
  }
}
