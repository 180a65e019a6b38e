package org.counterpoint.analysis.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.counterpoint.analysis.stats.BenjaminiHochberg;
import org.counterpoint.analysis.stats.Ranking;

/**
 * A comparison that holds although so many others were made. Each is a verdict that the report
 * reaches elsewhere, with a chance of its own to be wrong: among a hundred rankings some are, and a
 * list of the most telling would find them. So all that findings may rest on are one family,
 * corrected by {@link BenjaminiHochberg}: of what is proven, one in twenty at most is expected to
 * be wrong, and a run of the same code under all names has anything proven with a chance of 5 % at
 * most. That is said of comparisons; a sentence that rests on twenty of them may well have one that
 * is wrong.
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
    double[] adjusted =
        BenjaminiHochberg.adjust(all.stream().mapToDouble(Compared::pValue).toArray());
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

  /** The p-value as corrected for the whole family; 5 % at most. */
  double adjusted() {
    return adjusted;
  }

  @Override
  public String toString() {
    return compared + ", p " + adjusted;
  }
}
