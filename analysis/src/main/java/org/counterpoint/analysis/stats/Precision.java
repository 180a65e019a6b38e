package org.counterpoint.analysis.stats;

import org.counterpoint.analysis.model.Values;

/**
 * How well a run is to know each figure, beside the answers to its questions: a cell is forked on
 * until its 95 % interval reaches no further than this from the figure, on the log scale.
 *
 * <p>Forking on for that is no peeking at who wins. A width says nothing of whether a figure is
 * high or low, it only adds forks to arms whose questions are decided, and what is decided stays
 * so. What a run that stops for widths may do to an open question is to end sooner or later, which
 * a question's last look allows for, see {@link Looks}. The interval itself pays a little: one that
 * stopped the forks was narrow by luck now and then, and holds its figure in fewer than 95 of 100
 * runs: 92, in a simulation among the tests, where it suffers most (Y. S. Chow, H. Robbins, "On the
 * asymptotic theory of fixed-width sequential confidence intervals for the mean", Annals of
 * Mathematical Statistics 36, 1965).
 *
 * <p>A plan may ask for two: a coarse one, and a finer one for the time that is left when no cell
 * waits for the coarse one any more. So a long suite spends its time on what it knows least, and a
 * short one does not stop where a little more would tell much.
 *
 * @param relative 0.1 is up to a tenth more, and as much less; 0 where nothing is to be known
 *     better than the questions need
 */
public record Precision(double relative) {

  public Precision {
    if (!(relative >= 0) || !Double.isFinite(relative)) {
      throw new IllegalArgumentException("precision " + relative);
    }
  }

  /** Whether it asks for anything. */
  public boolean isAsked() {
    return relative > 0;
  }

  /**
   * Whether these forks are enough. Fewer than {@link Ranking#MIN_FORKS} are not, nor are values of
   * which no log can be taken.
   */
  boolean isReachedBy(BlockMeans forks) {
    if (!isAsked()) {
      return true;
    }
    Values values = forks.values();
    return values.size() >= Ranking.MIN_FORKS
        && LogSample.canBeTakenOf(values)
        && LogSample.of(values).halfWidth() <= Math.log1p(relative);
  }

  /**
   * Whether so many more forks would be enough, if they vary as these do, that are not enough
   * themselves. Of forks that say nothing of how they vary the best is hoped for.
   */
  boolean isWithinReachOf(BlockMeans forks, int more) {
    Values values = forks.values();
    if (more == 0 || isReachedBy(forks)) {
      return false;
    }
    if (values.size() < Ranking.MIN_FORKS) {
      return true;
    }
    if (!LogSample.canBeTakenOf(values)) {
      return false;
    }
    LogSample now = LogSample.of(values);
    LogSample then = new LogSample(now.n() + more, now.mean(), now.variance());
    return then.halfWidth() <= Math.log1p(relative);
  }
}
