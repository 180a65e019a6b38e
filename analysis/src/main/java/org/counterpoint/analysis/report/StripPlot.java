package org.counterpoint.analysis.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;
import org.counterpoint.analysis.model.Run;
import org.counterpoint.analysis.model.Values;
import org.counterpoint.analysis.stats.Estimate;

/**
 * The forks behind the figures of a contest: one row a contender, one dot a fork, the first on top,
 * and the 95 % interval that they make. All rows share an axis, since every fork is shown as a
 * deviation from its own contender's value: contenders differ by factors, forks by per cent.
 *
 * <p>Its letters are text and not outlines, and it has neither title nor caption of its own, so
 * that a page can hold hundreds.
 */
final class StripPlot {

  private static final int WIDTH = 760;
  private static final int ROW_HEIGHT = 30;
  private static final int TOP = 6;
  private static final int BOTTOM = 52;
  private static final int NAME_WIDTH = 200;
  private static final int DOT = 6;

  /** The part of a row's height over which its dots are spread. */
  private static final double SPREAD = 0.6;

  /** A contender whose forks can be put over its value. */
  private record Row(Contender contender, Estimate estimate, Values deviations) {

    static Optional<Row> of(Entry entry) {
      return entry
          .estimate()
          .filter(estimate -> estimate.center() > 0 && entry.forks().size() > 1)
          .map(
              estimate ->
                  new Row(
                      entry.contender(),
                      estimate,
                      Values.of(
                          entry.forks().stream()
                              .map(fork -> percent(fork, estimate.center()))
                              .toArray())));
    }

    /** The ends of the interval; none where there is none. */
    DoubleStream ends() {
      return estimate.interval().stream()
          .flatMapToDouble(interval -> DoubleStream.of(interval.low(), interval.high()))
          .map(end -> percent(end, estimate.center()));
    }

    private static double percent(double value, double center) {
      return 100 * (value / center - 1);
    }

    String numbers() {
      return Numbers.of(estimate.center())
          + (estimate.interval().isPresent() ? "  " + Numbers.of(estimate.interval()) : "");
    }
  }

  private final List<Row> rows;
  private final Scale scale;

  private StripPlot(List<Row> rows) {
    this.rows = rows;
    this.scale =
        Scale.fitting(
            rows.stream().flatMapToDouble(row -> row.deviations().stream()).toArray(),
            rows.stream().flatMapToDouble(Row::ends).toArray(),
            /* preferLog= */ false);
  }

  /**
   * The chart; empty where nobody has two forks.
   *
   * @param id names it in the page
   * @param data the anchor of the tables that hold its values
   */
  static Optional<Chart> of(Run run, Contest contest, String id, String data) {
    List<Row> rows = contest.entries().stream().flatMap(entry -> Row.of(entry).stream()).toList();
    return rows.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Chart(
                id,
                data,
                "The forks behind it: "
                    + contest.quantity().name()
                    + ", "
                    + contest.setting().title()
                    + ", "
                    + contest.setting().threadsText(),
                "Each dot is a fork, the first on top; a bar is the 95 % interval, and 0 the value of"
                    + " the contender in "
                    + contest.quantity().unit().symbol()
                    + ", which stands at the right. "
                    + Circumstances.of(run, List.of(contest)),
                new StripPlot(rows).draw()));
  }

  private Canvas draw() {
    Canvas canvas =
        new Canvas(
            WIDTH,
            TOP + rows.size() * ROW_HEIGHT + BOTTOM,
            new Canvas.Margins(
                TOP,
                36 + widest(rows.stream().map(Row::numbers).toList()),
                BOTTOM,
                24
                    + Math.min(
                        NAME_WIDTH,
                        widest(rows.stream().map(row -> row.contender().label()).toList()))));
    canvas.letterAsText();
    canvas.getStyler().setMarkerSize(DOT);
    List<Canvas.Label> labels = new ArrayList<>();
    for (Scale.Tick tick : scale.shownTicks()) {
      canvas.line(
          new double[] {tick.at(), tick.at()},
          new double[] {0, 1},
          tick.value() == 0 ? Palette.FLOOR : Palette.GRID,
          Palette.solid(1f));
      labels.add(
          new Canvas.Label(
              tick.at(),
              (tick.value() > 0 ? "+" : "") + Scale.plainLabel().apply(tick.value()) + " %"));
    }
    canvas.labelsBelow(labels);
    canvas.text(
        "deviation of each fork from the contender's value",
        canvas.pixelX(0.5),
        canvas.pixelY(0) + 42,
        Frame.SMALL,
        Palette.QUIET_TEXT,
        Canvas.Align.CENTER);
    for (int i = 0; i < rows.size(); i++) {
      row(canvas, rows.get(i), 1 - (i + 0.5) / rows.size());
    }
    return canvas;
  }

  private static int widest(List<String> texts) {
    return (int)
        Math.ceil(
            texts.stream().mapToDouble(text -> Canvas.widthOf(text, Frame.SMALL)).max().orElse(0));
  }

  private void row(Canvas canvas, Row row, double y) {
    double[] ends = row.ends().map(scale::at).toArray();
    if (ends.length == 2) {
      canvas.line(ends, new double[] {y, y}, Palette.LEADER_LINE, Palette.solid(9f));
    }
    int n = row.deviations().size();
    double[] xs = new double[n];
    double[] ys = new double[n];
    for (int i = 0; i < n; i++) {
      xs[i] = scale.at(row.deviations().get(i));
      ys[i] = y + (0.5 - (i + 0.5) / n) * SPREAD / rows.size();
    }
    int order = row.contender().order();
    canvas.points(xs, ys, Palette.color(order), Palette.marker(order));
    double baseline = canvas.pixelY(y) + 4;
    canvas.text(
        Canvas.fit(row.contender().label(), Frame.SMALL, NAME_WIDTH),
        canvas.pixelX(0) - 10,
        baseline,
        Frame.SMALL,
        Palette.TEXT,
        Canvas.Align.RIGHT);
    canvas.text(
        row.numbers(),
        canvas.pixelX(1) + 12,
        baseline,
        Frame.SMALL,
        Palette.TEXT,
        Canvas.Align.LEFT);
  }
}
