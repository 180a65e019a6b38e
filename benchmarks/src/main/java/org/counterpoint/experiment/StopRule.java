package org.counterpoint.experiment;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import org.counterpoint.analysis.jmh.Runs;
import org.counterpoint.analysis.stats.Arm;
import org.counterpoint.analysis.stats.Ranking;
import org.counterpoint.analysis.stats.RunDecisions;

/** Says what need not be forked any more. */
interface StopRule {

  /** Everything is forked as often as it was planned. */
  StopRule NEVER = block -> Set.of();

  /**
   * The arms of which all questions are decided by the blocks before that one, and whose interval
   * is as narrow as the plan asks for. It depends on nothing else, so a run that goes on after a
   * crash drops what it would have dropped without.
   */
  Set<Arm> doneBefore(int block) throws IOException;

  /** By what the report would say of the journal in that folder. */
  static StopRule byDecisions(Path folder) {
    // To go on for a width is no peeking at who wins: see Precision.
    return block ->
        block < Ranking.MIN_FORKS ? Set.of() : RunDecisions.doneBefore(Runs.read(folder), block);
  }
}
