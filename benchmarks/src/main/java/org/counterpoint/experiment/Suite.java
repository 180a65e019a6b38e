package org.counterpoint.experiment;

import java.util.List;

/**
 * How thoroughly a run measures.
 *
 * @param id the name on the command line
 * @param supportsVerdicts false of one that is too short to conclude anything from
 * @param workload what the threads do
 * @param forks of every throughput cell and of every control
 * @param serviceTimeForks of every service-time cell: fewer, since each of them holds tens of
 *     thousands of values
 */
public record Suite(
    String id,
    Workload workload,
    boolean supportsVerdicts,
    int forks,
    int serviceTimeForks,
    Iterations iterations) {

  /** What the threads do. */
  public enum Workload {
    /** They increment, and nothing else; how many a second, and how long each takes. */
    INCREMENTS,

    /**
     * They increment, with nothing else and with work inside the lock and think time outside; only
     * where there are locks.
     */
    SECTIONS
  }

  /** Shows that everything works. */
  public static final Suite SMOKE =
      new Suite("smoke", Workload.INCREMENTS, false, 1, 1, new Iterations(2, 100, 3, 100));

  /** Ten forks of short iterations: the default, and enough for verdicts. */
  public static final Suite STANDARD =
      new Suite("standard", Workload.INCREMENTS, true, 10, 5, new Iterations(3, 100, 5, 140));

  /** Twice the forks, three times the time in each: for figures that are to be kept. */
  public static final Suite FULL =
      new Suite("full", Workload.INCREMENTS, true, 20, 10, new Iterations(5, 200, 5, 400));

  /** The strategies that have a lock, under three loads; iterations long enough to be fair in. */
  public static final Suite LOCKS =
      new Suite("locks", Workload.SECTIONS, true, 10, 10, new Iterations(3, 100, 4, 200));

  /** The suites there are. */
  public static List<Suite> all() {
    return List.of(SMOKE, STANDARD, FULL, LOCKS);
  }

  /**
   * What happens inside a fork.
   *
   * @param warmups iterations that are thrown away
   * @param warmupMillis of each
   * @param measurements iterations that count
   * @param measurementMillis of each
   */
  public record Iterations(int warmups, int warmupMillis, int measurements, int measurementMillis) {

    /** The time a fork spends inside iterations. */
    public long totalMillis() {
      return (long) warmups * warmupMillis + (long) measurements * measurementMillis;
    }
  }
}
