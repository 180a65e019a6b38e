package org.counterpoint.analysis.report;

import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.stream.Stream;
import org.counterpoint.analysis.model.Jdk;
import org.counterpoint.analysis.model.Run;

/**
 * A run for a terminal: what it found as a whole, and of each workload, JDK and number of threads
 * the ranking, with a bar for every contender. No line is wider than {@link #COLUMNS}.
 */
public final class Show {

  /** The widest line. */
  public static final int COLUMNS = 100;

  /**
   * What is to be shown.
   *
   * @param jdk that alone; all where there is none
   * @param workload only workloads that have this in their names, see {@link Wanted}
   * @param threads only that number; all where there is none
   * @param strategy only this contender, by id or label; all where it is empty
   */
  public record Filter(Optional<Jdk> jdk, String workload, OptionalInt threads, String strategy) {

    private boolean passesAll() {
      return jdk.isEmpty() && workload.isEmpty() && threads.isEmpty() && strategy.isEmpty();
    }
  }

  /** Nothing passes the filter. Its message is one line that names what there is. */
  public static final class NothingThere extends Exception {
    NothingThere(String message) {
      super(message);
    }
  }

  private final Summary summary;
  private final List<String> findings;
  private final ShownContest form;

  private Show(Summary summary, List<String> findings, ShownContest form) {
    this.summary = summary;
    this.findings = findings;
    this.form = form;
  }

  /**
   * The lines, without line ends.
   *
   * @param charset of the output; bars are of ASCII where it has no blocks
   * @param inColour the text is the same without
   * @throws NothingThere where something was measured, and nothing of it passes the filter
   */
  public static List<String> text(Run run, Filter filter, Charset charset, boolean inColour)
      throws NothingThere {
    Summary summary = Summary.of(run);
    List<Contest> all =
        Stream.concat(summary.contests().stream(), summary.serviceTimes().stream().map(Show::tail))
            .sorted(Comparator.comparing(Contest::setting))
            .toList();
    ShownContest form = new ShownContest(Glyphs.in(charset), new Ansi(inColour));
    if (all.isEmpty()) {
      return List.of("Nothing was measured.");
    }
    List<Contest> shown = passing(all, filter);
    // They are of the whole run.
    List<String> findings = filter.passesAll() ? findings(summary) : List.of();
    return new Show(summary, findings, form).lines(shown);
  }

  /** The report's. */
  private static List<String> findings(Summary summary) {
    return Exhibits.of(summary, new Slugs()).findings().findings().stream()
        .map(finding -> finding.text() + ".")
        .toList();
  }

  /** Of the 99th percentile, with those that left no percentiles. */
  private static Contest tail(ServiceTime time) {
    Contest contest = time.contest();
    List<Entry> entries = new ArrayList<>(contest.entries());
    for (ServiceTime.Line line : time.lines()) {
      boolean isThere =
          entries.stream().anyMatch(entry -> entry.contender().equals(line.contender()));
      if (!isThere && line.status() != Entry.Status.MEASURED) {
        entries.add(Entry.without(line.contender(), line.status(), line.note()));
      }
    }
    return new Contest(contest.setting(), contest.quantity(), entries, contest.outcome());
  }

  private static List<Contest> passing(List<Contest> all, Filter filter) throws NothingThere {
    List<Contest> left =
        all.stream()
            .filter(one -> filter.jdk().map(one.setting().jdk()::equals).orElse(true))
            .toList();
    left =
        required(
            "workload",
            filter.workload(),
            left,
            Wanted.of(filter.workload()).in(left, one -> workload(one.setting())),
            one -> Stream.of(one.setting().title()));
    if (filter.threads().isPresent()) {
      int threads = filter.threads().getAsInt();
      left =
          required(
              "number of threads",
              Integer.toString(threads),
              left,
              left.stream().filter(one -> one.setting().threads() == threads).toList(),
              one -> Stream.of(Integer.toString(one.setting().threads())));
    }
    if (filter.strategy().isEmpty()) {
      return left;
    }
    return required(
        "strategy",
        filter.strategy(),
        left,
        left.stream().map(one -> only(one, filter.strategy())).flatMap(Optional::stream).toList(),
        one -> one.entries().stream().map(entry -> entry.contender().label()));
  }

  /** What was found, or what there is to be found. */
  private static List<Contest> required(
      String what,
      String wanted,
      List<Contest> before,
      List<Contest> found,
      Function<Contest, Stream<String>> names)
      throws NothingThere {
    if (found.isEmpty()) {
      List<String> all = before.stream().flatMap(names).distinct().toList();
      throw new NothingThere(
          "no " + what + " \"" + wanted + "\" was measured: there are " + String.join(", ", all));
    }
    return found;
  }

  private static String workload(Setting setting) {
    return setting.title() + ", " + setting.workload();
  }

  /** The contest with that contender alone, whose rank stays. */
  private static Optional<Contest> only(Contest contest, String name) {
    List<Entry> entries =
        contest.entries().stream()
            .filter(
                entry ->
                    entry.contender().id().equalsIgnoreCase(name)
                        || entry.contender().label().equalsIgnoreCase(name))
            .toList();
    return entries.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Contest(contest.setting(), contest.quantity(), entries, contest.outcome()));
  }

  private List<String> lines(List<Contest> contests) {
    List<String> lines = new ArrayList<>();
    summary.objection().ifPresent(why -> add(lines, Words.capital(why) + "."));
    findings.forEach(
        text -> lines.addAll(TextWidth.wrap(ShownContest.printable("- " + text), COLUMNS, "  ")));
    String group = "";
    for (Contest contest : contests) {
      String next = group(contest);
      if (!next.equals(group)) {
        blank(lines);
        add(lines, next);
        add(lines, Circumstances.of(summary.run(), same(contests, next)));
        group = next;
      }
      blank(lines);
      lines.addAll(form.lines(contest));
    }
    blank(lines);
    add(lines, form.legend());
    return lines;
  }

  private static List<Contest> same(List<Contest> contests, String group) {
    return contests.stream().filter(contest -> group(contest).equals(group)).toList();
  }

  /** Workload, JDK and what was measured. */
  private static String group(Contest contest) {
    Setting setting = contest.setting();
    return String.format(
        Locale.ROOT,
        "%s, %s: %s",
        Params.withoutPackage(setting.workload()),
        Circumstances.jdkText(setting.jdk()),
        contest.quantity().text());
  }

  private static void blank(List<String> lines) {
    if (!lines.isEmpty()) {
      lines.add("");
    }
  }

  private static void add(List<String> lines, String text) {
    lines.addAll(TextWidth.wrap(ShownContest.printable(text), COLUMNS, ""));
  }
}
