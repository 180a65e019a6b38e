package org.counterpoint.experiment;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.counterpoint.analysis.model.Plan;
import org.counterpoint.analysis.stats.Arm;

/** Says, fork by fork, what runs, what came of it, and how long it will go on. */
final class Progress {

  private final PrintWriter out;
  private final Plan plan;
  private final Ledger ledger;
  private final boolean severalJdks;
  private final Map<Arm, RunningScore> scores = new HashMap<>();
  private final long start = System.nanoTime();
  private int settled;
  private int left;
  private int owed;

  /**
   * Of a run that may have been begun before.
   *
   * @param ledger what there was before
   */
  Progress(PrintWriter out, Plan plan, Ledger ledger, boolean severalJdks) {
    this.out = out;
    this.plan = plan;
    this.ledger = ledger;
    this.severalJdks = severalJdks;
  }

  /**
   * How many slots are to be settled from here on, as far as one knows.
   *
   * @param atLeast how many of them no time limit keeps from being settled
   */
  void expect(int slots, int atLeast) {
    left = slots;
    owed = atLeast;
  }

  /** Without an end of line: the outcome comes behind it. */
  void starting(Slot slot) {
    int total = ledger.measured() + left;
    out.printf(
        Locale.ROOT,
        "[%" + String.valueOf(total).length() + "d/%d] %s%s, fork %d of %d: ",
        ledger.measured() + 1,
        total,
        slot.cell(),
        severalJdks ? " on JDK " + slot.jdk() : "",
        ledger.measured(slot.arm()) + 1,
        plan.forksOf(slot.cell()));
    out.flush();
  }

  void measured(Slot slot, double score, String unit) {
    RunningScore running = scores.computeIfAbsent(slot.arm(), arm -> new RunningScore());
    running.add(score);
    String soFar =
        running.forks == 1
            ? ""
            : String.format(Locale.ROOT, ", %s so far", rounded(running.geometricMean()));
    settled();
    out.printf(Locale.ROOT, "%s %s%s, %s left%n", rounded(score), unit, soFar, timeLeft());
    out.flush();
  }

  /**
   * It failed.
   *
   * @param forGood whether it is not tried again
   */
  void failed(ForkOutcome.Failed failure, boolean forGood) {
    if (forGood) {
      settled();
    }
    out.printf(
        Locale.ROOT, "FAILED, %s: %s, %s left%n", failure.kind(), failure.message(), timeLeft());
    out.flush();
  }

  void interrupted() {
    out.println("interrupted");
    out.flush();
  }

  private void settled() {
    settled++;
    left--;
    owed--;
  }

  /**
   * What the forks so far took on average, times those that are left and that there is time for.
   */
  private String timeLeft() {
    double each = (System.nanoTime() - start) / 1e9 / Math.max(1, settled);
    double seconds = each * Math.max(0, left);
    if (plan.limitSeconds() > 0) {
      seconds =
          Math.min(
              seconds, Math.max(each * Math.max(0, owed), plan.limitSeconds() - ledger.spent()));
    }
    return clock(Duration.ofMillis((long) (1000 * seconds)));
  }

  static String clock(Duration duration) {
    return String.format(Locale.ROOT, "%d:%02d", duration.toMinutes(), duration.toSecondsPart());
  }

  private static String rounded(double value) {
    return String.format(Locale.ROOT, value < 10 ? "%.2f" : "%.1f", value);
  }

  /** Geometric, as in the report, so that the two don't disagree. */
  private static final class RunningScore {
    private int forks;
    private double sumOfLogs;

    void add(double score) {
      forks++;
      sumOfLogs += Math.log(score);
    }

    double geometricMean() {
      return Math.exp(sumOfLogs / forks);
    }
  }
}
