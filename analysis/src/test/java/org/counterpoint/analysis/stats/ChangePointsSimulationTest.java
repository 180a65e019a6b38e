package org.counterpoint.analysis.stats;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.apache.commons.math3.random.RandomGenerator;
import org.counterpoint.analysis.SimulationTable;
import org.counterpoint.analysis.model.Values;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/**
 * How often a history in which nothing changed is said to have changed, and how often one that did
 * is; beside each a method that is known to be wrong.
 *
 * <p>A history has a machine's day in every run, which all of its forks share, and five forks with
 * noise of their own. Days are independent of each other, or drift: each resembles the one before
 * by a correlation.
 */
class ChangePointsSimulationTest {

  private static final SimulationTable TABLE = new SimulationTable();
  private static final int RUNS = SimulationTable.runs(2000);
  private static final int[] LENGTHS = {10, 20, 30, 50};
  private static final int FORKS = 5;
  private static final double DAY = 0.02;
  private static final double FORK = 0.02;

  @AfterAll
  static void printTable() {
    TABLE.print();
  }

  /** Logs of forks, one row a run. */
  private static double[][] history(RandomGenerator random, int length, double drift) {
    double[] days = StepsOfNoise.series(random, length, drift);
    double[][] forks = new double[length][FORKS];
    for (int run = 0; run < length; run++) {
      for (int fork = 0; fork < FORKS; fork++) {
        forks[run][fork] = DAY * days[run] + FORK * random.nextGaussian();
      }
    }
    return forks;
  }

  private static Values runs(double[][] forks, double change, int from) {
    double[] values = new double[forks.length];
    for (int run = 0; run < values.length; run++) {
      values[run] = LogSample.ofLogs(forks[run]).mean() + (run >= from ? Math.log1p(change) : 0);
    }
    return Reference.withLogs(values);
  }

  private static List<ChangePoint> found(Values runs) {
    return ChangePoints.of(runs, ChangePoints.LEVEL);
  }

  @Test
  void aHistoryWithoutAChangeSeldomRaisesAnAlarm() {
    for (double drift : new double[] {0, 0.3}) {
      for (int length : LENGTHS) {
        double alarms =
            SimulationTable.rate(
                1101,
                RUNS,
                random -> !found(runs(history(random, length, drift), 0, length)).isEmpty());
        TABLE.add(
            "11 A/A, " + length + " runs, drift " + drift + ": any alarm", RUNS, alarms, "<= 6 %");
        assertThat(alarms).as("%s runs, drift %s", length, drift).isLessThanOrEqualTo(0.06);
      }
    }
  }

  /** A machine that has a bad day now and then: Student's t with three degrees of freedom. */
  @Test
  void wildRunsSeldomRaiseAnAlarm() {
    for (int length : LENGTHS) {
      double alarms =
          SimulationTable.rate(1102, RUNS, random -> !found(wild(random, length)).isEmpty());
      TABLE.add("11 A/A, " + length + " runs, wild days: any alarm", RUNS, alarms, "<= 6 %");
      assertThat(alarms).as("%s runs", length).isLessThanOrEqualTo(0.06);
    }
  }

  private static Values wild(RandomGenerator random, int length) {
    double[] values = new double[length];
    for (int i = 0; i < length; i++) {
      double squares = 0;
      for (int j = 0; j < 3; j++) {
        double normal = random.nextGaussian();
        squares += normal * normal;
      }
      values[i] = DAY * random.nextGaussian() / Math.sqrt(squares / 3);
    }
    return Reference.withLogs(values);
  }

  @Test
  void sixtyHistoriesShareTheirLevel() {
    int suites = SimulationTable.runs(300);
    double any =
        SimulationTable.rate(1103, suites, random -> anyOfSixty(random, ChangePoints.LEVEL / 60));
    TABLE.add("11 A/A, 60 cells of 20 runs, drift 0.3: any alarm", suites, any, "<= 6 %");
    assertThat(any).isLessThanOrEqualTo(0.06);
    double uncorrected =
        SimulationTable.rate(1103, 100, random -> anyOfSixty(random, ChangePoints.LEVEL));
    TABLE.add("11 wrong: 60 cells, each at 5 %: any alarm", 100, uncorrected, "> 80 %");
    assertThat(uncorrected).isGreaterThan(0.8);
  }

  private static boolean anyOfSixty(RandomGenerator random, double level) {
    boolean any = false;
    for (int cell = 0; cell < 60; cell++) {
      any |= !ChangePoints.of(runs(history(random, 20, 0.3), 0, 20), level).isEmpty();
    }
    return any;
  }

  /** The place that looks best, tested as if it had been known before. */
  @Test
  void aTestOfTheBestPlaceThatIsNotPaidForAccusesMostHistories() {
    double alarms =
        SimulationTable.rate(
            1104,
            RUNS,
            random -> Math.sqrt(Step.of(logs(random, 20, 0)).size()) > StudentT.quantile(17));
    TABLE.add("11 wrong: t of the best of all places, 20 runs: alarm", RUNS, alarms, "> 30 %");
    assertThat(alarms).isGreaterThan(0.3);
  }

  /** The forks of all runs taken for one sample, as if a run had no day of its own. */
  @Test
  void forksTakenForTheSampleRaiseAlarms() {
    int length = 10 * FORKS;
    double alarms =
        SimulationTable.rate(
            1105,
            RUNS,
            random -> {
              double[] all = new double[length];
              double[][] forks = history(random, 10, 0);
              for (int i = 0; i < all.length; i++) {
                all[i] = forks[i / FORKS][i % FORKS];
              }
              return StepsOfNoise.chance(Step.of(all), length, ChangePoints.LEVEL)
                  <= ChangePoints.LEVEL;
            });
    TABLE.add("11 wrong: forks for runs, 10 runs of 5: alarm", RUNS, alarms, "> 10 %");
    assertThat(alarms).isGreaterThan(0.1);
  }

  private static double[] logs(RandomGenerator random, int length, double drift) {
    return LogSample.logs(runs(history(random, length, drift), 0, length));
  }

  @Test
  void findsTenPercentWhereItIs() {
    double found =
        SimulationTable.rate(
            1106, RUNS, random -> !found(runs(history(random, 20, 0), 0.1, 12)).isEmpty());
    double near =
        SimulationTable.rate(
            1106,
            RUNS,
            random ->
                found(runs(history(random, 20, 0), 0.1, 12)).stream()
                    .anyMatch(change -> Math.abs(change.place() - 12) <= 1));
    TABLE.add("11 10 % slower from run 13 of 20 on, day CV 2 %: found", RUNS, found, ">= 95 %");
    TABLE.add("11 the same: within a run of its place", RUNS, near, ">= 95 %");
    assertThat(found).isGreaterThanOrEqualTo(0.95);
    assertThat(near).isGreaterThanOrEqualTo(0.95);
  }

  /** Its two parts are no more often divided again than a history without a change is. */
  @Test
  void oneChangeIsSeldomTakenForSeveral() {
    for (double drift : new double[] {0, 0.3}) {
      double several =
          SimulationTable.rate(
              1107, RUNS, random -> found(runs(history(random, 30, drift), 0.2, 15)).size() > 1);
      TABLE.add(
          "11 one change, 30 runs, drift " + drift + ": several found", RUNS, several, "<= 6 %");
      assertThat(several).isLessThanOrEqualTo(0.06);
    }
  }

  @Test
  void theIntervalOfTheRatioCoversAlsoWhereTheMachineDrifts() {
    double covered =
        SimulationTable.rate(
            1108,
            RUNS,
            random ->
                found(runs(history(random, 20, 0.3), 0.2, 12)).stream()
                    .anyMatch(change -> change.ratio().interval(0.05).contains(1.2)));
    TABLE.add("11 20 % slower, drift 0.3: the ratio's interval covers", RUNS, covered, ">= 93 %");
    assertThat(covered).isGreaterThanOrEqualTo(0.93);
  }
}
