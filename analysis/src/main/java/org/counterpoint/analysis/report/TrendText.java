package org.counterpoint.analysis.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.counterpoint.analysis.compare.Series;
import org.counterpoint.analysis.model.Run;
import org.counterpoint.analysis.stats.Estimate;

/** A history as lines for a console. */
final class TrendText {

  private static final int NAME_WIDTH = 40;

  private final List<Series> all;

  private TrendText(List<Series> all) {
    this.all = all;
  }

  /**
   * One line a cell with what was found, and a table of the runs of each that changed or was broken
   * off; of every one where they are few.
   *
   * @return lines of plain text without line ends
   */
  static List<String> of(List<Series> all) {
    return new TrendText(all).lines();
  }

  private List<String> lines() {
    List<String> lines = new ArrayList<>();
    lines.add(title());
    lines.add("");
    all.stream()
        .sorted(Comparator.comparing(series -> series.changes().isEmpty()))
        .forEach(series -> lines.add(TrendWords.name(series) + ": " + TrendWords.finding(series)));
    for (Series series : all) {
      if (all.size() == 1 || !series.changes().isEmpty()) {
        lines.add("");
        lines.add(
            TrendWords.name(series)
                + ": "
                + new Quantity(series.words(), series.unit(), series.higherIsBetter()).text());
        lines.addAll(table(series));
      }
    }
    List<String> reasons =
        all.stream()
            .flatMap(series -> series.breaks().stream().map(one -> TrendWords.reason(series, one)))
            .distinct()
            .toList();
    if (!reasons.isEmpty()) {
      lines.add("");
      reasons.forEach(reason -> lines.add("note: " + reason));
    }
    // A name from a file must not drive the terminal.
    return lines.stream().map(line -> line.replaceAll("\\p{Cntrl}", "?").stripTrailing()).toList();
  }

  private String title() {
    long changed = all.stream().filter(series -> !series.changes().isEmpty()).count();
    int runs =
        (int)
            all.stream()
                .flatMap(series -> series.points().stream())
                .map(Series.Point::position)
                .distinct()
                .count();
    return Words.count(all.size(), "cell")
        + " in "
        + Words.count(runs, "run")
        + ", "
        + (changed == 0 ? "none" : Long.toString(changed))
        + " with a change point (5 % chance of a false alarm in all together)";
  }

  private static List<String> table(Series series) {
    int name = 3;
    for (Series.Point point : series.points()) {
      name = Math.max(name, point.run().name().length());
    }
    name = Math.min(NAME_WIDTH, name);
    List<String> lines = new ArrayList<>();
    lines.add(
        row(name, "run", "started", "commit", series.unit().symbol(), "95 % interval", "forks"));
    for (int i = 0; i < series.points().size(); i++) {
      lines.addAll(marks(series, i));
      Series.Point point = series.points().get(i);
      Run run = point.run();
      Estimate estimate = point.estimate();
      lines.add(
          row(
              name,
              cut(run.name(), name),
              TrendWords.time(run),
              TrendWords.commit(run),
              Numbers.of(estimate.center()),
              estimate.interval().isPresent() ? Numbers.of(estimate.interval()) : "-",
              Integer.toString(estimate.forks())));
    }
    return lines;
  }

  private static List<String> marks(Series series, int point) {
    List<String> marks = new ArrayList<>();
    series.breaks().stream()
        .filter(one -> one.at() == point)
        .forEach(
            one ->
                marks.add(
                    "  ---- not comparable: "
                        + String.join(
                            ", ", one.differences().stream().map(d -> d.field()).toList())));
    Optional<Series.Change> change =
        series.changes().stream().filter(one -> one.at() == point).findFirst();
    change.ifPresent(
        one -> {
          List<String> with = TrendWords.changedWith(series, one);
          marks.add(
              "  ---- "
                  + TrendWords.change(series, one)
                  + (with.isEmpty() ? "" : "; with it changed " + Words.list(with)));
        });
    return marks;
  }

  private static String row(int name, String... cells) {
    return String.format(
        Locale.ROOT, "  %-" + name + "s  %-16s  %-13s  %10s  %22s  %5s", (Object[]) cells);
  }

  private static String cut(String text, int width) {
    return text.length() <= width ? text : text.substring(0, width - 3) + "...";
  }
}
