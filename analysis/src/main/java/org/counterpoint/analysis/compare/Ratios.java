package org.counterpoint.analysis.compare;

import java.util.Optional;
import org.counterpoint.analysis.stats.BlockMeans;
import org.counterpoint.analysis.stats.LogRatio;
import org.counterpoint.analysis.stats.LogSample;
import org.counterpoint.analysis.stats.Ranking;

/** The log of first over second, by whichever of the two ways the forks allow. */
final class Ratios {

  private Ratios() {}

  /**
   * In pairs where both ran in the blocks of one run, otherwise Welch's; empty below {@link
   * Ranking#MIN_FORKS} forks, or where a value is not above zero.
   */
  static Optional<LogRatio> of(BlockMeans first, BlockMeans second, boolean paired) {
    if (paired) {
      return LogRatio.inPairs(first, second)
          .filter(ratio -> common(first, second) >= Ranking.MIN_FORKS);
    }
    boolean enough = Math.min(size(first), size(second)) >= Ranking.MIN_FORKS;
    return enough
            && LogSample.canBeTakenOf(first.values())
            && LogSample.canBeTakenOf(second.values())
        ? Optional.of(LogRatio.welch(LogSample.of(first.values()), LogSample.of(second.values())))
        : Optional.empty();
  }

  static int size(BlockMeans means) {
    return means.byBlock().size();
  }

  private static long common(BlockMeans first, BlockMeans second) {
    return first.byBlock().keySet().stream()
        .filter(block -> second.byBlock().containsKey(block))
        .count();
  }
}
