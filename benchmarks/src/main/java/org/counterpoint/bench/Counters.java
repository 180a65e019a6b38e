package org.counterpoint.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.counterpoint.sharing.SharedCounter;
import org.counterpoint.sharing.Strategy;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.infra.ThreadParams;

/** Many counters of one strategy, shared by all threads of a trial and checked at its end. */
@State(Scope.Benchmark)
public class Counters {

  /** How many there may be: what a {@code short} can name. */
  public static final int MOST = Short.MAX_VALUE;

  /** Processors fetch cache lines of 64 bytes in pairs. */
  private static final int GAP_BYTES = 256;

  /**
   * The strategy under test; each counter is one of its own, so it must not own a thread. Of the
   * core ones all that don't; the others are had by name.
   */
  @Param({"SYNCHRONIZED", "REENTRANT_LOCK", "MUTEX", "ATOMIC_INTEGER", "LONG_ADDER"})
  public Strategy strategy;

  /** How many there are. */
  @Param({"1", "16", "1024"})
  public int counters;

  /** Which one a thread takes next. */
  @Param public Choice choice;

  /** Where they lie. */
  @Param public Layout layout;

  /** Where counters lie on the heap. */
  public enum Layout {
    /** With so much between them that no two share a cache line. */
    PADDED,

    /** One right after the other, as they come. */
    PACKED
  }

  private SharedCounter[] all;

  /** Kept alive, so that a collection can't close the gaps. */
  @SuppressWarnings("UnusedVariable")
  private List<byte[]> gaps;

  @Setup(Level.Trial)
  public void open() {
    if (counters < 1 || counters > MOST) {
      throw new IllegalArgumentException("counters: " + counters + ", not 1 to " + MOST);
    }
    if (strategy.ownsThread()) {
      throw new IllegalArgumentException(
          strategy + " has a thread a counter: not a way to have many");
    }
    SharedCounter[] made = new SharedCounter[counters];
    List<byte[]> between = new ArrayList<>();
    // All threads read the array all the time: the first counter must not lie beside its end.
    between.add(new byte[GAP_BYTES]);
    for (int i = 0; i < counters; i++) {
      made[i] = strategy.create();
      if (layout == Layout.PADDED) {
        between.add(new byte[GAP_BYTES]);
      }
    }
    all = made;
    gaps = between;
    LostUpdateCheck.open(made[0]);
  }

  /** That one, from 0. */
  SharedCounter at(int index) {
    return all[index];
  }

  /** Reads them when all threads have finished, so that the check can compare. */
  @TearDown(Level.Trial)
  public void close() {
    LostUpdateCheck.close(sum(all));
    for (SharedCounter counter : all) {
      counter.close();
    }
    gaps = List.of();
  }

  /** Of counters of one kind: exact modulo 2^bits, where each of them is. */
  static long sum(SharedCounter[] counters) {
    long sum = Arrays.stream(counters).mapToLong(SharedCounter::value).sum();
    int unused = Long.SIZE - counters[0].bits();
    return sum << unused >>> unused;
  }

  /** What one thread takes, drawn beforehand: the loop is the same whatever the choice. */
  @State(Scope.Thread)
  public static class Choices {

    private static final int LENGTH = 1 << 13;

    private final short[] order = new short[LENGTH];
    private int next;

    @Setup(Level.Trial)
    public void draw(Counters counters, ThreadParams thread) {
      counters.choice.fill(order, counters.counters, thread.getThreadIndex());
    }

    /** The index of a counter. */
    int next() {
      next = (next + 1) & (LENGTH - 1);
      return order[next];
    }
  }
}
