package org.counterpoint.analysis.stats;

import java.util.List;
import java.util.Optional;

/**
 * Two arms on their way through the looks: what the latest look says, and what of it is for good.
 * It changes with every look, and does not leave {@link Replay}.
 */
final class Comparison {

  /**
   * One look.
   *
   * @param forks pairs that it saw
   * @param share of the error rate that it may spend
   */
  record Look(int forks, double share, LogRatio ratio) {}

  private final Looks looks;
  private final Pairs pairs;
  private final Margin apartBeyond;
  private final Margin sameWithin;

  private int taken;
  private Optional<Look> latest = Optional.empty();
  private double evidence = 1;
  private double pValue = 1;
  private boolean same;
  private boolean apart;
  private boolean firstIsHigher;

  Comparison(Looks looks, Pairs pairs, Margin apartBeyond, Margin sameWithin) {
    this.looks = looks;
    this.pairs = pairs;
    this.apartBeyond = apartBeyond;
    this.sameWithin = sameWithin;
  }

  /** The blocks at whose end a look is due. */
  List<Integer> due() {
    return looks.forks().stream()
        .filter(forks -> forks <= pairs.size())
        .map(forks -> pairs.block(forks - 1))
        .toList();
  }

  /** Takes the looks that are due by the end of that block. */
  void lookAfter(int block) {
    List<Integer> due = due();
    while (taken < due.size() && due.get(taken) <= block) {
      look(looks.forks().get(taken), looks.share());
      taken++;
    }
  }

  /** The last look, at all there is, with all that is left to spend. */
  void lookAtTheEnd() {
    double share = looks.shareAtTheEnd(pairs.size());
    if (pairs.size() >= Ranking.MIN_FORKS && share > 0) {
      look(pairs.size(), share);
    }
  }

  private void look(int forks, double share) {
    LogRatio ratio = pairs.first(forks);
    latest = Optional.of(new Look(forks, share, ratio));
    evidence = Math.min(1, ratio.pDifferent(apartBeyond) / share);
    pValue = Math.min(pValue, evidence);
    same |= ratio.pSame(sameWithin) / share <= Looks.ERROR / 2;
  }

  /**
   * What the family is to be corrected from: the latest look's p-value over its share, or 0 of what
   * is apart already.
   */
  double evidence() {
    return apart ? 0 : evidence;
  }

  /**
   * Of a difference of no more than the margin, for all looks together: the least of each look's
   * over its share, by Bonferroni's inequality, since the looks share the error rate.
   */
  double pValue() {
    return pValue;
  }

  /** For good, and in the direction in which the latest look sees it. */
  void setApart() {
    if (!apart) {
      apart = true;
      firstIsHigher = difference() > 0;
    }
  }

  boolean firstWins(boolean higherIsBetter) {
    return apart && firstIsHigher == higherIsBetter;
  }

  boolean secondWins(boolean higherIsBetter) {
    return apart && firstIsHigher != higherIsBetter;
  }

  boolean isSame() {
    return same;
  }

  boolean isSettled() {
    return apart || same;
  }

  Optional<Look> latest() {
    return latest;
  }

  int forks() {
    return latest.map(Look::forks).orElse(0);
  }

  /** First less second, on the log scale; 0 before the first look. */
  double difference() {
    return latest.map(look -> look.ratio().difference()).orElse(0.0);
  }
}
