package org.counterpoint.analysis.stats;

import java.util.Arrays;
import org.counterpoint.analysis.model.Values;

/**
 * How one sample compares with another, by Student's t on the logs of fork means.
 *
 * <p>The direction is the caller's: a ratio above 1 is better where higher is better.
 *
 * @param value the ratio of geometric means, first over second
 * @param interval of the ratio, two-sided; 95 % unless whoever made it says otherwise
 * @param degreesOfFreedom of t; positive infinity where there is no variance at all
 * @param pValue two-sided, of the ratio being 1
 */
public record Ratio(double value, Interval interval, double degreesOfFreedom, double pValue) {

  private static final double ERROR = 0.05;

  public Ratio {
    if (!Double.isFinite(value) || !(degreesOfFreedom > 0) || !(pValue >= 0 && pValue <= 1)) {
      throw new IllegalArgumentException(
          "ratio " + value + ", degrees of freedom " + degreesOfFreedom + ", p " + pValue);
    }
  }

  /**
   * First over second, from forks that were not run in pairs; see {@link LogRatio#welch}.
   *
   * @throws IllegalArgumentException if a sample has fewer than two forks
   */
  public static Ratio welch(LogSample first, LogSample second) {
    return of(LogRatio.welch(first, second), ERROR);
  }

  /**
   * First over second, from forks that were run in pairs: position i of both is the same block, so
   * that what slowed a whole block cancels.
   *
   * @throws IllegalArgumentException if the numbers of forks differ or are below two, or a value is
   *     not above zero
   */
  public static Ratio paired(Values first, Values second) {
    if (first.size() != second.size() || first.size() < 2) {
      throw new IllegalArgumentException(
          "as many forks on both sides, two at least: " + first + ", " + second);
    }
    double[] differences = LogSample.logs(first);
    double[] subtrahends = LogSample.logs(second);
    Arrays.setAll(differences, i -> differences[i] - subtrahends[i]);
    return of(LogRatio.paired(differences), ERROR);
  }

  /**
   * First over second, in pairs where that can be: from the blocks in which both sides have a fork,
   * if there are at least {@link Ranking#MIN_FORKS} of them or no other blocks. A fork without its
   * partner is then left out, since its block would otherwise weigh on one side alone.
   *
   * <p>Where blocks are missing on one side so that fewer remain, from all forks of both sides as
   * by {@link #welch}. What slowed some blocks and not others then no longer cancels: such a ratio
   * may be shown, but {@link Decisions} concludes nothing from it.
   *
   * @throws IllegalArgumentException if a side has fewer than two forks, or a value is not above
   *     zero
   */
  public static Ratio ofBlocks(BlockMeans first, BlockMeans second) {
    if (first.byBlock().keySet().equals(second.byBlock().keySet())) {
      return paired(first.values(), second.values());
    }
    Pairs pairs = Pairs.of(first, second);
    return pairs.size() >= Ranking.MIN_FORKS
        ? of(pairs.first(pairs.size()), ERROR)
        : welch(LogSample.of(first.values()), LogSample.of(second.values()));
  }

  /**
   * The same on the scale of ratios.
   *
   * @param error the interval's chance to miss: 0.05 for 95 %
   */
  public static Ratio of(LogRatio log, double error) {
    return new Ratio(
        Interval.finiteExp(log.difference()),
        log.interval(error),
        log.degreesOfFreedom(),
        log.pDifferent(Margin.NONE));
  }
}
