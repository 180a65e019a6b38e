package org.counterpoint.analysis.stats;

import java.util.Optional;
import java.util.Set;

/** How far a question has been answered. */
public sealed interface Decision {

  /** What was asked. */
  Question question();

  /** Whether more forks are of no use. */
  boolean decided();

  /** The arms that must be forked on to decide it. */
  Set<Arm> needed();

  /** Forks on each side that the answer rests on: the fewest of all its comparisons, 0 if none. */
  int forks();

  /**
   * Who is better than whom.
   *
   * @param decided every two are either separated, or known to be within the margin
   * @param needed the arms of every two that are neither: who is separated from, or the same as,
   *     everybody else need not wait for the others
   * @param ranking by name of the cell; without a look, everybody may hold every rank
   */
  record OfRanking(
      Question.OfRanking question, boolean decided, Set<Arm> needed, int forks, Ranking ranking)
      implements Decision {

    public OfRanking {
      needed = Set.copyOf(needed);
    }
  }

  /**
   * Whether another JDK, or flags of the JVM, changed a cell.
   *
   * @param ratio candidate over base, empty before the first look. Its interval's error is the
   *     look's part of {@link Looks#ERROR}, so that the intervals of all looks together hold with
   *     95 % (C. Jennison, B. W. Turnbull, "Interim analyses: the repeated confidence interval
   *     approach", Journal of the Royal Statistical Society B 51, 1989). It is not corrected for
   *     the family, as the verdict is, which may be UNCLEAR where the interval lies beyond the
   *     margin
   * @param pValue of a change of no more than the margin; two-sided, and paid for all looks, so
   *     that it can be corrected for any family that the cell is in. 1 before the first look
   * @param isDoubted whether it is UNCLEAR only since the medians of the iterations say otherwise
   */
  record OfChange(
      Question.OfChange question,
      Verdict verdict,
      int forks,
      Optional<Ratio> ratio,
      double pValue,
      boolean isDoubted)
      implements Decision {

    /** This one if the medians of the iterations say the same; else nothing is concluded. */
    OfChange confirmedBy(OfChange medians) {
      return verdict == medians.verdict || verdict == Verdict.UNCLEAR
          ? this
          : new OfChange(question, Verdict.UNCLEAR, forks, ratio, pValue, /* isDoubted= */ true);
    }

    @Override
    public boolean decided() {
      return verdict != Verdict.UNCLEAR;
    }

    @Override
    public Set<Arm> needed() {
      return decided() ? Set.of() : Set.copyOf(question.arms());
    }
  }
}
