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

  /** So many threads increment, the others read. */
  @Param("1")
  public int writers;

  @Setup(Level.Trial)
  public void requireAgreement(BenchmarkParams benchmark) {
    int[] groups = benchmark.getThreadGroups();
    if (groups.length != 2 || groups[0] != writers) {
      throw new IllegalArgumentException(
          "writers: "
              + writers
              + ", but JMH was told otherwise: give -tg "
              + writers
              + " and after a comma the number of readers");
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
