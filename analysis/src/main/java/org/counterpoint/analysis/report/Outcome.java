package org.counterpoint.analysis.report;

import java.util.List;

/** What a contest allows to be said. */
public sealed interface Outcome {

  /**
   * The contenders were compared.
   *
   * @param leaders those that may hold rank 1: one is the winner, several are tied
   */
  record Decided(List<Contender> leaders) implements Outcome {
    public Decided {
      leaders = List.copyOf(leaders);
    }
  }

  /**
   * No verdict is supported.
   *
   * @param why the reason, as it goes on behind a colon
   */
  record Withheld(String why) implements Outcome {}

  /**
   * What each costs was asked, and not which is fastest.
   *
   * @param ladder the param whose values the contenders are, in their own order
   */
  record Listed(String ladder) implements Outcome {}
}
