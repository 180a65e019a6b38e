package org.counterpoint.analysis.stats;

import java.util.Arrays;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.counterpoint.analysis.model.Values;

/**
 * A slope that a few wild values don't turn: the median of the slopes between all pairs of points
 * (P. K. Sen, "Estimates of the regression coefficient based on Kendall's tau", Journal of the
 * American Statistical Association 63, 1968). Takes time and memory in the square of the points.
 */
final class TheilSen {

  private TheilSen() {}

  /**
   * The slope of {@code y} over {@code x}; empty where no two points differ in x.
   *
   * @throws IllegalArgumentException if the series differ in length
   */
  static OptionalDouble slope(Values x, Values y) {
    if (x.size() != y.size()) {
      throw new IllegalArgumentException(x.size() + " times, " + y.size() + " values");
    }
    double[] slopes =
        IntStream.range(0, x.size())
            .boxed()
            .flatMapToDouble(
                i ->
                    IntStream.range(i + 1, x.size())
                        .filter(j -> x.get(j) != x.get(i))
                        .mapToDouble(j -> (y.get(j) - y.get(i)) / (x.get(j) - x.get(i))))
            .filter(Double::isFinite)
            .toArray();
    Arrays.sort(slopes);
    return slopes.length == 0
        ? OptionalDouble.empty()
        : OptionalDouble.of(Outliers.percentile(slopes, 50));
  }
}
