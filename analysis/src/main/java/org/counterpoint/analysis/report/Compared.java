package org.counterpoint.analysis.report;

import org.counterpoint.analysis.stats.Ratio;

/**
 * A comparison that a finding may rest on, whatever it came to: to choose which to print after one
 * has seen them is to have made them all.
 */
sealed interface Compared
    permits Compared.Lead, Compared.Change, Compared.Step, Compared.Twin, Compared.Unfair {

  /** What a sentence says of it; above 1 where the first side has more of what is meant. */
  Ratio ratio();

  /** Of what is claimed being untrue; two-sided, and paid for where forks were looked at often. */
  double pValue();

  /** Whether what the report concludes elsewhere is the same: without that nothing is claimed. */
  boolean isConcluded();

  /**
   * The contender with the best estimate of a contest, against all others: that one is better than
   * all holds where it is told from whichever is hardest to tell from it, with no correction for
   * the number of the others (R. L. Berger, "Multiparameter hypothesis testing and acceptance
   * sampling", Technometrics 24, 1982). How far it leads is another question: the one that is
   * hardest to tell from it may only be the noisiest, and far behind.
   *
   * @param nearest of the others that with the best estimate
   * @param ratio how many times as good as that the first is
   * @param pValue the largest of all others
   */
  record Lead(Contest contest, Contender first, Contender nearest, Ratio ratio, double pValue)
      implements Compared {

    @Override
    public boolean isConcluded() {
      return contest.leaders().size() == 1
          && contest.leaders().get(0).equals(first)
          && ratio.value() > 1;
    }
  }

  /**
   * A cell that another JDK, or flags, may have changed.
   *
   * @param ratio candidate over base
   */
  record Change(Changes changes, ChangedCell cell, Ratio ratio) implements Compared {

    /** By more than the margin, as the sentence says it. */
    @Override
    public double pValue() {
      return cell.decision().pValue();
    }

    @Override
    public boolean isConcluded() {
      return switch (cell.verdict()) {
        case SLOWER, FASTER -> true;
        case SAME, UNCLEAR -> false;
      };
    }
  }

  /**
   * A step of a ladder, against the one before it.
   *
   * @param ratio how many times the price of the one before
   */
  record Step(PriceList list, PriceList.Price price, Contender before, Ratio ratio)
      implements Compared {

    @Override
    public double pValue() {
      return ratio.pValue();
    }

    @Override
    public boolean isConcluded() {
      return true;
    }
  }

  /**
   * A contender with one value of a param that has two, against the same with the other.
   *
   * @param better the contest with the value that is better by estimate
   * @param worse the other
   * @param ratio how many times as good the better is
   */
  record Twin(String param, Contest better, Contest worse, Contender contender, Ratio ratio)
      implements Compared {

    @Override
    public double pValue() {
      return ratio.pValue();
    }

    @Override
    public boolean isConcluded() {
      return true;
    }
  }

  /**
   * The least fair contender of a contest, against all others, as {@link Lead} is.
   *
   * @param nearest of the others that with the lowest index
   * @param ratio that index over the least
   * @param pValue the largest of all others
   */
  record Unfair(Contest contest, Contender least, Contender nearest, Ratio ratio, double pValue)
      implements Compared {

    @Override
    public boolean isConcluded() {
      return ratio.value() > 1;
    }
  }
}
