package org.counterpoint.bench;

import org.counterpoint.sharing.SharedTally;
import org.counterpoint.sharing.Strategy;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/**
 * One tally of one strategy, shared by all threads of a trial, and checked at every read and at the
 * end. Every addition is of the same amount, so that the sum tells the count.
 */
@State(Scope.Benchmark)
public class TallyState {

  private static final long AMOUNT = 3;

  /** The strategy under test; one that can keep two fields in step. */
  @Param({"SYNCHRONIZED", "REENTRANT_LOCK", "MUTEX", "MESSAGE_PASSING", "MUTEX_STRICT", "CAS_LOOP"})
  public Strategy strategy;

  private SharedTally tally;

  @Setup(Level.Trial)
  public void open() {
    tally =
        strategy
            .createTally()
            .orElseThrow(
                () -> new IllegalArgumentException(strategy + " can't keep two fields in step"));
    LostUpdateCheck.open(Long.SIZE);
  }

  void add() {
    tally.add(AMOUNT);
  }

  /**
   * The count.
   *
   * @throws LostUpdateException if the sum is that of another count
   */
  long read() {
    return inStep(tally.totals());
  }

  private static long inStep(SharedTally.Totals totals) {
    if (totals.sum() != AMOUNT * totals.count()) {
      throw new LostUpdateException(
          "torn read: a sum of %d beside a count of %d, of amounts of %d"
              .formatted(totals.sum(), totals.count(), AMOUNT));
    }
    return totals.count();
  }

  /** Reads the tally when all threads have finished, so that the check can compare. */
  @TearDown(Level.Trial)
  public void close() {
    LostUpdateCheck.close(read());
    tally.close();
  }
}
