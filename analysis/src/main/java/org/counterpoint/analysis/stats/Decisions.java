package org.counterpoint.analysis.stats;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What the forks of a run have decided: for the run, which stops by it, and for the report, which
 * says the same of the same forks.
 *
 * <p>The looks are replayed from the first block on. A look at n forks sees the first n blocks in
 * which both sides have a fork, whatever came later, and what it decides is decided for good; so
 * the answer does not depend on when it is asked for, nor on cells that were dropped once their
 * questions were decided.
 *
 * <p>Two arms are compared in pairs, by t on the differences of logs within blocks, and from {@link
 * Ranking#MIN_FORKS} pairs on. Two competitors are separated where they differ at all, and settled
 * where they are separated or within the margin. A changed cell is slower or faster where it
 * differs from its base by more than the margin, and the same where it is within. Differences are
 * corrected by {@link Holm} over the family, each p-value being divided by the look's part of the
 * error rate; a difference, once found, is out of the family. That bounds by 5 % the chance of any
 * wrong difference in a family and in all looks, since the first one would need a p-value of {@code
 * 0.05 · share / m}, with m the number of true hypotheses, in one of m comparisons at one of the
 * looks (W. Maurer, F. Bretz, "Multiple testing in group sequential trials using graphical
 * approaches", Statistics in Biopharmaceutical Research 5, 2013). Sameness isn't corrected over the
 * family: each is wrong with 2.5 % at most, and so is "all the same".
 *
 * @param all in the order of the questions
 */
public record Decisions(List<Decision> all) {

  public Decisions {
    all = List.copyOf(all);
  }

  /**
   * While a run goes on: what the looks have decided that are due.
   *
   * @param forks by arm; an arm without a fork may be missing. Only whole blocks, since a look
   *     takes all that it is given
   */
  public static Decisions soFar(Questions questions, Margin margin, Map<Arm, BlockMeans> forks) {
    Replay replay = new Replay(questions, margin, forks);
    replay.scheduledLooks();
    return replay.decisions();
  }

  /**
   * When a run has ended: as {@link #soFar}, and where a question is still open, a last look at
   * everything. The run must not have ended because of what the open questions' values are.
   */
  public static Decisions atTheEnd(Questions questions, Margin margin, Map<Arm, BlockMeans> forks) {
    Replay replay = new Replay(questions, margin, forks);
    replay.scheduledLooks();
    replay.lastLook();
    return replay.decisions();
  }

  /**
   * What is left of these where the same questions were asked of other values of the same forks: of
   * changes, the verdicts that both reach. Rankings stay as they are.
   */
  Decisions confirmedBy(Decisions other) {
    List<Decision> confirmed = new ArrayList<>();
    for (int i = 0; i < all.size(); i++) {
      confirmed.add(
          all.get(i) instanceof Decision.OfChange change
              ? change.confirmedBy((Decision.OfChange) other.all.get(i))
              : all.get(i));
    }
    return new Decisions(confirmed);
  }

  /** Whether nothing is left to find out. */
  public boolean allDecided() {
    return all.stream().allMatch(Decision::decided);
  }

  /** What the next block must fork: whatever some answer waits for. */
  public Set<Arm> needed() {
    return all.stream()
        .flatMap(decision -> decision.needed().stream())
        .collect(Collectors.toUnmodifiableSet());
  }
}
