package org.counterpoint.analysis.stats;

/**
 * The place at which a series changes its level most, relative to its noise, and by how much.
 *
 * <p>Every place and every stretch behind it are tried, as E-divisive does (D. S. Matteson, N. A.
 * James, "A nonparametric approach for multiple change point analysis of multivariate data",
 * Journal of the American Statistical Association 109, 2014): what lies before the place is
 * compared with the stretch, and what comes behind the stretch has a level of its own, so that a
 * change that was undone later is seen as well. The measure is Student's t, as in M. Fleming et
 * al., "Hunter: using change point detection to hunt for performance regressions" (ICPE 2023), with
 * the noise of all parts together.
 *
 * @param place the first value of the new level; 0 where there is none
 * @param size the square of t; infinite where the parts have no noise at all
 */
record Step(int place, double size) {

  /** Of values that no step can be told of. */
  static final Step NONE = new Step(0, 0);

  /** What rounding may leave of a sum of squares, as a part of that of the whole series. */
  private static final double ROUNDING = 1e-12;

  /**
   * The step of a series, in time of the square of its length; no part is shorter than {@link
   * ChangePoints#MIN_RUNS}.
   */
  static Step of(double[] values) {
    double mean = 0;
    for (double value : values) {
      mean += value / values.length;
    }
    double[] sums = new double[values.length + 1];
    double squares = 0;
    for (int i = 0; i < values.length; i++) {
      double centred = values[i] - mean;
      sums[i + 1] = sums[i] + centred;
      squares += centred * centred;
    }
    return of(sums, squares);
  }

  /** The sums of the first values, which add up to nothing, and the sum of all squares. */
  private static Step of(double[] sums, double squares) {
    int n = sums.length - 1;
    int least = ChangePoints.MIN_RUNS;
    Step best = NONE;
    for (int place = least; place <= n - least; place++) {
      for (int end = place + least; end <= n; end++) {
        if (end == n || end <= n - least) {
          double size = size(sums, squares, place, end);
          if (size > best.size) {
            best = new Step(place, size);
          }
        }
      }
    }
    return best;
  }

  private static double size(double[] sums, double squares, int place, int end) {
    int n = sums.length - 1;
    double before = sums[place];
    double behind = sums[end] - before;
    double rest = sums[n] - sums[end];
    double explained = before * before / place + behind * behind / (end - place);
    int parts = 2;
    if (end < n) {
      explained += rest * rest / (n - end);
      parts = 3;
    }
    double noise = squares - explained;
    double difference = behind / (end - place) - before / place;
    double weight = 1.0 / place + 1.0 / (end - place);
    if (noise <= ROUNDING * squares) {
      boolean isStep = difference * difference > ROUNDING * squares;
      return isStep ? Double.POSITIVE_INFINITY : 0;
    }
    return difference * difference * (n - parts) / (noise * weight);
  }
}
