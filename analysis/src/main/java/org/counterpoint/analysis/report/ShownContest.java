package org.counterpoint.analysis.report;

import java.util.ArrayList;
import java.util.List;
import org.counterpoint.analysis.stats.Estimate;
import org.counterpoint.analysis.stats.Interval;

/**
 * A contest as lines of a terminal: where it was, what was found, and of every contender rank,
 * name, value, interval and bar.
 */
record ShownContest(Glyphs glyphs, Ansi ansi) {

  private static final int RANK = 6;
  private static final int WIDEST_NAME = 26;
  private static final int WIDEST_UNIT = 8;
  private static final String INDENT = "  ";
  private static final String GAP = "  ";

  /** An interval that reaches further than so many times the largest value would hide the rest. */
  private static final double MOST_BEYOND = 1.5;

  /** What the columns of one contest have room for. */
  private record Widths(int name, int value, int unit, int interval) {
    int bar() {
      return Show.COLUMNS
          - INDENT.length()
          - RANK
          - name
          - value
          - unit
          - interval
          - 1
          - 4 * GAP.length();
    }
  }

  List<String> lines(Contest contest) {
    List<String> lines = new ArrayList<>(title(contest));
    Widths widths = widths(contest);
    Bar bar = new Bar(glyphs, widths.bar(), most(contest));
    for (Entry entry : contest.entries()) {
      lines.addAll(
          entry.estimate().isPresent()
              ? List.of(measured(entry, contest, widths, bar))
              : missing(entry, widths));
    }
    return lines;
  }

  /** What the strokes mean. */
  String legend() {
    return "Bars begin at 0, on a scale for each contest. "
        + glyphs.full()
        + glyphs.low()
        + glyphs.line()
        + glyphs.value()
        + glyphs.line()
        + glyphs.high()
        + ": the value and its 95 % interval.";
  }

  private static List<String> title(Contest contest) {
    Setting setting = contest.setting();
    String where =
        setting.threadsText()
            + (setting.params().isEmpty() ? "" : ", " + Params.text(setting.params()));
    return TextWidth.wrap(printable(where + ": " + finding(contest)), Show.COLUMNS, INDENT);
  }

  private static String finding(Contest contest) {
    if (!contest.isDecided()) {
      return Findings.noVerdict(contest.why(), "");
    }
    List<String> leaders = contest.leaders().stream().sorted().map(Contender::label).toList();
    String best = ServiceTime.isTail(contest.quantity()) ? "has the shortest p99" : "is fastest";
    return leaders.size() == 1
        ? leaders.get(0) + " " + best
        : "the first place is not separated: " + Words.list(leaders);
  }

  private Widths widths(Contest contest) {
    int name = 0;
    int value = 0;
    int interval = 0;
    for (Entry entry : contest.entries()) {
      name = Math.max(name, TextWidth.of(printable(entry.contender().label())));
      value = Math.max(value, entry.estimate().map(one -> value(one).length()).orElse(0));
      interval = Math.max(interval, entry.estimate().map(one -> interval(one).length()).orElse(0));
    }
    int unit = TextWidth.of(printable(contest.quantity().unit().symbol()));
    return new Widths(Math.min(WIDEST_NAME, name), value, Math.min(WIDEST_UNIT, unit), interval);
  }

  /** The largest value or end of an interval, within reason. */
  private static double most(Contest contest) {
    double largest = 0;
    double end = 0;
    for (Entry entry : contest.measured()) {
      Estimate estimate = entry.estimate().orElseThrow();
      largest = Math.max(largest, estimate.center());
      end = Math.max(end, estimate.interval().map(Interval::high).orElse(0.0));
    }
    double most = Math.max(largest, Math.min(end, MOST_BEYOND * largest));
    return most > 0 ? most : 1;
  }

  private String measured(Entry entry, Contest contest, Widths widths, Bar bar) {
    Estimate estimate = entry.estimate().orElseThrow();
    String unit = printable(contest.quantity().unit().symbol());
    String value = value(estimate);
    String text =
        INDENT
            + TextWidth.padded(contest.isDecided() ? entry.rankText() : "", RANK)
            + GAP
            + name(entry, widths)
            + GAP
            + " ".repeat(widths.value() - value.length())
            + value
            + " "
            + TextWidth.padded(TextWidth.fit(unit, widths.unit(), glyphs.ellipsis()), widths.unit())
            + GAP
            + TextWidth.padded(interval(estimate), widths.interval())
            + GAP;
    return text + ansi.of(entry.contender().order(), bar.of(estimate));
  }

  private List<String> missing(Entry entry, Widths widths) {
    String start =
        INDENT + TextWidth.padded(entry.status().name(), RANK) + GAP + name(entry, widths) + GAP;
    String blanks = " ".repeat(TextWidth.of(start));
    List<String> lines = new ArrayList<>();
    for (String part :
        TextWidth.wrap(printable(entry.note()), Show.COLUMNS - blanks.length(), "")) {
      lines.add((lines.isEmpty() ? start : blanks) + part);
    }
    String status = entry.status().name();
    lines.set(0, lines.get(0).replaceFirst(status, ansi.bold(status)));
    return lines;
  }

  private String name(Entry entry, Widths widths) {
    return TextWidth.padded(
        TextWidth.fit(printable(entry.contender().label()), widths.name(), glyphs.ellipsis()),
        widths.name());
  }

  private static String value(Estimate estimate) {
    return Numbers.of(estimate.center());
  }

  private static String interval(Estimate estimate) {
    return estimate.interval().isPresent()
        ? Numbers.of(estimate.interval())
        : Words.count(estimate.forks(), "fork");
  }

  /** A name from a file must not drive the terminal. */
  static String printable(String text) {
    return text.replaceAll("[\\p{Cntrl}\\p{Cf}\\p{Zl}\\p{Zp}]", "?");
  }
}
