package org.counterpoint.bench;

import org.counterpoint.sharing.SharedCounter;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.infra.BenchmarkParams;

/** How many of the threads are writers. */
@State(Scope.Benchmark)
public class Roles {

  /** The name of the param that says it. */
  public static final String WRITERS = "writers";

  /**
   * What the param says where one thread reads and all others write, so that it says the same at
   * any number of threads.
   */
  public static final String ALL_BUT_ONE = "all but 1";

  /** So many threads increment, a number or {@link #ALL_BUT_ONE}; the others read. */
  @Param("1")
  public String writers;

  /**
   * The number of writers among so many threads.
   *
   * @param writers the param's value
   * @throws IllegalArgumentException if it is neither a number nor {@link #ALL_BUT_ONE}
   */
  public static int count(String writers, int threads) {
    if (writers.equals(ALL_BUT_ONE)) {
      return threads - 1;
    }
    try {
      return Integer.parseInt(writers);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(
          "writers: \"" + writers + "\" is neither a number nor \"" + ALL_BUT_ONE + '"', e);
    }
  }

  @Setup(Level.Trial)
  public void requireAgreement(BenchmarkParams benchmark) {
    int[] groups = benchmark.getThreadGroups();
    if (groups.length != 2 || groups[0] != count(writers, groups[0] + groups[1])) {
      throw new IllegalArgumentException(
          "writers: "
              + writers
              + ", but JMH was told otherwise: give -tg and the number of writers, and after a"
              + " comma that of readers");
    }
  }

  /** One thread that reads. */
  @State(Scope.Thread)
  public static class Reader {

    private long performed;

    long read(SharedCounter counter) {
      performed++;
      return counter.value();
    }

    /** So that nobody takes the reads for increments. */
    @TearDown(Level.Trial)
    public void report() {
      LostUpdateCheck.noIncrements(performed);
    }
  }
}
