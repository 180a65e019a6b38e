package org.counterpoint.analysis.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.counterpoint.analysis.stats.Holm;
import org.counterpoint.analysis.stats.Ranking;

/**
 * A comparison that holds although so many others were made: all that a run's findings may rest on
 * are one family, corrected by {@link Holm}, so that the chance of any wrong finding in a report is
 * at most 5 %. A hundred rankings, each with a chance of its own to be wrong, would nearly always
 * give something to tell.
 */
final class Proven implements Proof {

  private final Compared compared;
  private final double adjusted;

  private Proven(Compared compared, double adjusted) {
    this.compared = compared;
    this.adjusted = adjusted;
  }

  /**
   * Those that hold, in the order given. There is no other way to make one.
   *
   * @param all the family: whatever might have been printed
   */
  static List<Proven> among(List<Compared> all) {
    double[] adjusted = Holm.adjust(all.stream().mapToDouble(Compared::pValue).toArray());
    List<Proven> proven = new ArrayList<>();
    for (int i = 0; i < adjusted.length; i++) {
      if (adjusted[i] <= Ranking.LEVEL && all.get(i).isConcluded()) {
        proven.add(new Proven(all.get(i), adjusted[i]));
      }
    }
    return List.copyOf(proven);
  }

  /** Those of one kind. */
  static <T extends Compared> Stream<T> of(List<Proven> proven, Class<T> kind) {
    return proven.stream().map(Proven::compared).filter(kind::isInstance).map(kind::cast);
  }

  Compared compared() {
    return compared;
  }

  /** The p-value as corrected for the whole family. */
  double adjusted() {
    return adjusted;
  }

  @Override
  public String toString() {
    return compared + ", p " + adjusted;
  }
}
