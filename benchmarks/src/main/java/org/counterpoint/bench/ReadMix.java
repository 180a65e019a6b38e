package org.counterpoint.bench;

import org.counterpoint.sharing.SharedCounter;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.infra.ThreadParams;

/**
 * One thread's choice between reading and incrementing, drawn anew for each operation and from
 * nothing that another thread touches. The draw itself takes about a nanosecond.
 */
@State(Scope.Thread)
public class ReadMix {

  private static final int PERCENT = 100;

  /** Of a hundred operations, so many are reads on average. */
  @Param({"0", "50", "90", "99"})
  public int reads;

  private final Draw draw = new Draw();
  private long performed;

  @Setup(Level.Trial)
  public void seed(ThreadParams thread) {
    if (reads < 0 || reads > PERCENT) {
      throw new IllegalArgumentException("reads: " + reads + " of a hundred");
    }
    draw.seed(thread.getThreadIndex());
  }

  /** Reads, and gives the count, or increments, and gives nothing of interest. */
  long next(SharedCounter counter) {
    if (isRead()) {
      return counter.value();
    }
    counter.increment();
    return 0;
  }

  /** The same of a tally. */
  long next(TallyState tally) {
    if (isRead()) {
      return tally.read();
    }
    tally.add();
    return 0;
  }

  private boolean isRead() {
    if (draw.below(PERCENT) < reads) {
      performed++;
      return true;
    }
    return false;
  }

  /** So that nobody takes the reads for increments. */
  @TearDown(Level.Trial)
  public void report() {
    LostUpdateCheck.noIncrements(performed);
  }
}
