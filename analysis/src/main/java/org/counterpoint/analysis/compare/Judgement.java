package org.counterpoint.analysis.compare;

import java.util.Optional;
import java.util.OptionalInt;
import org.counterpoint.analysis.stats.Ratio;
import org.counterpoint.analysis.stats.Verdict;

/**
 * What is said of one cell.
 *
 * @param verdict corrected for the family
 * @param ratio candidate over base; empty where there are too few forks for one. Its interval has
 *     paid for its look and not for its neighbours
 * @param forks on each side that it rests on, the fewer of the two
 * @param more about how many further forks on each side would decide it; empty where it is decided,
 *     or where no sensible number would
 */
record Judgement(Verdict verdict, Optional<Ratio> ratio, int forks, OptionalInt more) {

  static final Judgement NONE =
      new Judgement(Verdict.UNCLEAR, Optional.empty(), 0, OptionalInt.empty());
}
