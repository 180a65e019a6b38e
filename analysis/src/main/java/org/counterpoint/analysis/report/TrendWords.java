package org.counterpoint.analysis.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.counterpoint.analysis.compare.Claim;
import org.counterpoint.analysis.compare.Contract;
import org.counterpoint.analysis.compare.Difference;
import org.counterpoint.analysis.compare.Series;
import org.counterpoint.analysis.compare.Side;
import org.counterpoint.analysis.model.Cell;
import org.counterpoint.analysis.model.Environment;
import org.counterpoint.analysis.model.JvmVariant;
import org.counterpoint.analysis.model.Platform;
import org.counterpoint.analysis.model.Run;
import org.counterpoint.analysis.stats.ChangePoints;
import org.counterpoint.analysis.stats.Interval;
import org.counterpoint.analysis.stats.Ratio;

/** What a history says, in words. */
final class TrendWords {

  private static final Pattern DATE = Pattern.compile("(\\d{4}-\\d{2}-\\d{2})T(\\d{2}:\\d{2}).*");
  private static final int COMMIT_DIGITS = 7;
  private static final String DIRTY = "-dirty";

  private TrendWords() {}

  /** Such as {@code IncrementBenchmark.increment, Mutex, 2 threads, JDK 17}. */
  static String name(Series series) {
    Cell cell = series.cell();
    List<String> parts = new ArrayList<>();
    parts.add(Params.withoutPackage(cell.benchmark()));
    cell.strategy().ifPresent(id -> parts.add(label(series, id)));
    SortedMap<String, String> others = new TreeMap<>(cell.without(Cell.STRATEGY).params());
    if (!cell.jvm().equals(JvmVariant.NONE)) {
      others.put(Setting.JVM_FLAGS, cell.jvm().name());
    }
    if (!others.isEmpty()) {
      parts.add(Params.text(others));
    }
    parts.add(Words.count(cell.threads(), "thread"));
    parts.add("JDK " + series.jdk());
    return String.join(", ", parts);
  }

  /** All that a cell may be called by: its name, and the strategy as the param has it. */
  static String names(Series series) {
    return name(series) + ", " + series.cell().strategy().orElse("") + ", " + series.words();
  }

  /** What stands for the cell in a sentence: {@code Mutex at 2 threads}. */
  private static String subject(Series series) {
    Cell cell = series.cell();
    return cell.strategy().map(id -> label(series, id)).orElse(Params.methodOf(cell.benchmark()))
        + " at "
        + Words.count(cell.threads(), "thread");
  }

  private static String label(Series series, String id) {
    return last(series).plan().stream()
        .flatMap(plan -> plan.strategies().stream())
        .filter(strategy -> strategy.id().equals(id))
        .map(strategy -> strategy.label())
        .findFirst()
        .orElse(id);
  }

  /** The finding: {@code Mutex at 2 threads: 8 % slower [5, 11] since 2026-03-02 (abc1234)}. */
  static String headline(Series series) {
    return subject(series) + ": " + finding(series);
  }

  /** The same without the cell. */
  static String finding(Series series) {
    String runs = Words.count(series.points().size(), "run");
    if (series.objection().isPresent()) {
      return "nothing is concluded from " + runs + ": " + series.objection().get();
    }
    List<Series.Change> changes = series.changes();
    if (!changes.isEmpty()) {
      Series.Change latest = changes.get(changes.size() - 1);
      return change(series, latest)
          + " since "
          + when(series.points().get(latest.at()).run())
          + (changes.size() > 1
              ? "; " + Words.count(changes.size(), "change") + " in " + runs
              : "");
    }
    String parts =
        series.breaks().isEmpty()
            ? ""
            : ", in " + (series.breaks().size() + 1) + " segments that can't be compared";
    return canBeSearched(series)
        ? "no change point in " + runs + parts
        : runs
            + parts
            + (parts.isEmpty() ? "" : ",")
            + (series.points().size() == 1 ? " is" : " are")
            + " too few to find a change: it takes "
            + 2 * ChangePoints.MIN_RUNS
            + " comparable ones in a row";
  }

  private static boolean canBeSearched(Series series) {
    int n = series.points().size();
    int inARow = 0;
    for (int i = 0, from = 0; i < n; i++) {
      from = i > 0 && series.segment(i) != series.segment(i - 1) ? i : from;
      inARow = Math.max(inARow, i - from + 1);
    }
    return inARow >= 2 * ChangePoints.MIN_RUNS;
  }

  /** Such as {@code 8 % slower [5, 11]}, or {@code 3.20 times as much [2.9, 3.5]}. */
  static String change(Series series, Series.Change change) {
    Ratio ratio = change.ratio();
    boolean more = ratio.value() > 1;
    if (ratio.value() >= 2) {
      return times(ratio.value())
          + " times"
          + (series.claim() == Claim.THROUGHPUT && !series.higherIsBetter()
              ? " as slow "
              : " as much ")
          + "["
          + times(ratio.interval().low())
          + ", "
          + times(ratio.interval().high())
          + "]";
    }
    Interval interval = ratio.interval();
    double near = Math.abs(1 - (more ? interval.low() : interval.high()));
    double far = Math.abs(1 - (more ? interval.high() : interval.low()));
    return Numbers.percent(Math.abs(1 - ratio.value()))
        + " "
        + direction(series, more)
        + " ["
        + percent(near)
        + ", "
        + percent(far)
        + "]";
  }

  private static String direction(Series series, boolean more) {
    return switch (series.claim()) {
      case THROUGHPUT -> more == series.higherIsBetter() ? "faster" : "slower";
      case SERVICE_TIME -> more ? "longer" : "shorter";
      case ALLOCATION -> more ? "more" : "less";
    };
  }

  /** As a mark beside a line: {@code -8 % [-11, -5]}. */
  static String mark(Series.Change change) {
    Interval interval = change.ratio().interval();
    double value = change.ratio().value();
    if (value >= 2) {
      return "×"
          + times(value)
          + " ["
          + times(interval.low())
          + ", "
          + times(interval.high())
          + "]";
    }
    return signed(value - 1)
        + " % ["
        + signed(interval.low() - 1)
        + ", "
        + signed(interval.high() - 1)
        + "]";
  }

  private static String signed(double share) {
    return (share < 0 ? "−" : "+") + percent(Math.abs(share));
  }

  private static String percent(double share) {
    return Numbers.percent(share).replace(" %", "");
  }

  private static String times(double factor) {
    return String.format(Locale.ROOT, "%.2f", factor);
  }

  /** Whether the new level is better. */
  static boolean isBetter(Series series, Series.Change change) {
    return change.ratio().value() > 1 == series.higherIsBetter();
  }

  /** Which run it was: {@code 2026-03-02 (abc1234)}, or its name where it says no date. */
  static String when(Run run) {
    String commit = commit(run);
    return date(run).orElse(run.name()) + (commit.isEmpty() ? "" : " (" + commit + ")");
  }

  static Optional<String> date(Run run) {
    return started(run).map(time -> time.group(1));
  }

  /** To the minute, UTC; empty where the run doesn't say. */
  static String time(Run run) {
    return started(run).map(time -> time.group(1) + " " + time.group(2)).orElse("");
  }

  private static Optional<Matcher> started(Run run) {
    return run.environment()
        .map(machine -> DATE.matcher(machine.startedAt()))
        .filter(Matcher::matches);
  }

  /** Short; empty where it isn't known. */
  static String commit(Run run) {
    String commit = run.environment().map(Environment::commit).orElse("");
    if (commit.equals(Platform.UNSAID) || commit.isBlank()) {
      return "";
    }
    String clean = commit.replace(DIRTY, "");
    boolean isDirty = commit.endsWith(DIRTY);
    return clean.substring(0, Math.min(COMMIT_DIGITS, clean.length())) + (isDirty ? DIRTY : "");
  }

  /** What else changed from the run before: {@code commit abc to def, environment.os}. */
  static List<String> changedWith(Series series, Series.Change change) {
    Series.Point before = series.points().get(change.at() - 1);
    Series.Point after = series.points().get(change.at());
    List<String> changed = new ArrayList<>();
    changed(changed, "commit", commit(before.run()), commit(after.run()));
    changed(changed, "JDK", before.jdk().vmVersion(), after.jdk().vmVersion());
    for (Difference difference : Contract.differences(side(before), side(after))) {
      boolean isKnown =
          !difference.base().equals(Platform.UNSAID)
              && !difference.candidate().equals(Platform.UNSAID);
      if (isKnown
          && !difference.base().equals(difference.candidate())
          && !difference.field().equals("environment.startedAt")) {
        changed.add(difference.field());
      }
    }
    return changed;
  }

  private static void changed(List<String> changed, String what, String before, String after) {
    if (!before.equals(after) && !before.isEmpty() && !after.isEmpty()) {
      changed.add(what + " " + before + " to " + after);
    }
  }

  private static Side side(Series.Point point) {
    return Side.ofJdk(point.run().name(), point.run().name(), point.run(), point.jdk());
  }

  /** Why runs from there on are not compared with those before. */
  static String reason(Series series, Series.Break one) {
    return "not comparable from "
        + when(series.points().get(one.at()).run())
        + " on: "
        + String.join("; ", one.differences().stream().map(TrendWords::difference).toList());
  }

  private static String difference(Difference difference) {
    return difference.field()
        + " was \""
        + difference.base()
        + "\" and is \""
        + difference.candidate()
        + "\": "
        + difference.why();
  }

  static Run last(Series series) {
    return series.points().get(series.points().size() - 1).run();
  }
}
