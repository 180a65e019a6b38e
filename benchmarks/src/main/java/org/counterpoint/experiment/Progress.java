package org.counterpoint.experiment;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.counterpoint.analysis.model.Cell;
import org.counterpoint.analysis.model.Plan;

/** Says, fork by fork, what runs, what came of it, and how long it will go on. */
final class Progress {

  private final PrintWriter out;
  private final int slots;
  private final Plan plan;
  private final boolean severalJdks;
  private final Map<String, Map<Cell, RunningScore>> scores = new TreeMap<>();
  private final long start = System.nanoTime();

  Progress(PrintWriter out, int slots, Plan plan, boolean severalJdks) {
    this.out = out;
    this.slots = slots;
    this.plan = plan;
    this.severalJdks = severalJdks;
  }

  /** Without an end of line: the outcome comes behind it. */
  void starting(Slot slot) {
    int fork = scoreOf(slot).forks + 1;
    out.printf(
        Locale.ROOT,
        "[%" + digits() + "d/%d] %s%s, fork %d of %d: ",
        slot.sequence(),
        slots,
        slot.cell(),
        severalJdks ? " on JDK " + slot.jdk() : "",
        fork,
        plan.forksOf(slot.cell()));
    out.flush();
  }

  void measured(Slot slot, double score, String unit) {
    RunningScore running = scoreOf(slot);
    running.add(score);
    String soFar =
        running.forks == 1
            ? ""
            : String.format(Locale.ROOT, ", %s so far", rounded(running.geometricMean()));
    out.printf(Locale.ROOT, "%s %s%s, %s left%n", rounded(score), unit, soFar, left(slot));
    out.flush();
  }

  void failed(Slot slot, ForkOutcome.Failed failure) {
    out.printf(
        Locale.ROOT, "FAILED, %s: %s, %s left%n", failure.kind(), failure.message(), left(slot));
    out.flush();
  }

  void interrupted() {
    out.println("interrupted");
    out.flush();
  }

  private RunningScore scoreOf(Slot slot) {
    return scores
        .computeIfAbsent(slot.jdk(), jdk -> new TreeMap<>())
        .computeIfAbsent(slot.cell(), cell -> new RunningScore());
  }

  private int digits() {
    return String.valueOf(slots).length();
  }

  /** What the forks so far took on average, times those that are left. */
  private String left(Slot slot) {
    long spent = System.nanoTime() - start;
    return clock(Duration.ofNanos(spent / slot.sequence() * (slots - slot.sequence())));
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
