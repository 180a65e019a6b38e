package org.counterpoint.experiment;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import org.counterpoint.analysis.jmh.Runs;
import org.counterpoint.analysis.stats.Arm;
import org.counterpoint.analysis.stats.Decision;
import org.counterpoint.analysis.stats.Decisions;
import org.counterpoint.analysis.stats.Ranking;
import org.counterpoint.analysis.stats.RunDecisions;

/** Says what need not be forked any more. */
interface StopRule {

  /** Everything is forked as often as it was planned. */
  StopRule NEVER = block -> Set.of();

  /**
   * The arms of which all questions are decided by the blocks before that one. It depends on
   * nothing else, so a run that goes on after a crash drops what it would have dropped without.
   */
  Set<Arm> decidedBefore(int block) throws IOException;

  /** By what the report would say of the journal in that folder. */
  static StopRule byDecisions(Path folder) {
    return block -> {
      if (block < Ranking.MIN_FORKS) {
        return Set.of();
      }
      Decisions decisions = RunDecisions.soFar(Runs.read(folder), block);
      Set<Arm> decided = new HashSet<>();
      for (Decision decision : decisions.all()) {
        decided.addAll(decision.question().arms());
      }
      decided.removeAll(decisions.needed());
      return decided;
    };
  }
}
