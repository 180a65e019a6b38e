package org.counterpoint.analysis.compare;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.counterpoint.analysis.model.Cell;
import org.counterpoint.analysis.model.Unit;
import org.counterpoint.analysis.stats.Estimate;
import org.counterpoint.analysis.stats.Ratio;
import org.counterpoint.analysis.stats.Verdict;

/**
 * One cell on both sides.
 *
 * @param words what is compared, such as {@code throughput}
 * @param claim what a verdict on it is about
 * @param base of all of its forks
 * @param candidate likewise, in the same unit
 * @param ratio candidate over base, of the forks that the verdict rests on; empty where there are
 *     too few, or a value is not above zero
 * @param forks on each side that the verdict rests on
 * @param verdict corrected for all cells of the comparison
 * @param more about how many further forks on each side would decide it; empty where it is decided,
 *     or where no sensible number would
 * @param rankP the exact p-value of a rank test that the sides are alike, margin or not; empty
 *     where there are too many values to count
 * @param gate what it means for a gate
 * @param doubts what a reader of the verdict should know, one sentence each
 * @param withheld whether something that differs between the sides spoils the verdict, which then
 *     is UNCLEAR
 */
public record ComparedCell(
    Cell cell,
    String words,
    Claim claim,
    Unit unit,
    boolean higherIsBetter,
    Estimate base,
    Estimate candidate,
    Optional<Ratio> ratio,
    int forks,
    Verdict verdict,
    OptionalInt more,
    OptionalDouble rankP,
    Gate gate,
    List<String> doubts,
    boolean withheld) {

  public ComparedCell {
    doubts = List.copyOf(doubts);
  }
}
