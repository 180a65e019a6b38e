package org.counterpoint.analysis.report;

import java.awt.Color;
import java.util.List;
import java.util.function.DoubleFunction;
import org.counterpoint.analysis.stats.Estimate;
import org.knowm.xchart.style.markers.Marker;

/** One row a contender: a dot with its interval, and the numbers beside it. */
final class DotPlot {

  private static final int ROW_HEIGHT = 32;
  private static final int NAME_WIDTH = 220;

  /**
   * A row.
   *
   * @param order for its colour; negative for a control
   * @param note behind the numbers
   */
  record Row(String name, int order, Estimate estimate, String note) {

    /** The order of what is no strategy and has the colour of none: the steps of a ladder. */
    static final int STEP = Integer.MAX_VALUE;

    Color color() {
      return order < 0 ? Palette.FLOOR : order == STEP ? Palette.TEXT : Palette.color(order);
    }

    Marker marker() {
      return Palette.marker(order < 0 || order == STEP ? 0 : order);
    }

    String numbers() {
      return Numbers.of(estimate.center())
          + (estimate.interval().isPresent() ? "  " + Numbers.of(estimate.interval()) : "")
          + (note.isEmpty() ? "" : "  " + note);
    }
  }

  private final List<Row> rows;
  private final DoubleFunction<String> tickLabel;
  private final Scale scale;
  private final Frame frame;

  private DotPlot(Frame frame, List<Row> rows, DoubleFunction<String> tickLabel, Scale scale) {
    this.frame = frame;
    this.rows = rows;
    this.tickLabel = tickLabel;
    this.scale = scale;
  }

  /** The chart of at least one row, from top to bottom. */
  static Canvas draw(Frame frame, List<Row> rows, DoubleFunction<String> tickLabel) {
    Scale scale = Scale.of(rows.stream().map(Row::estimate).toList(), /* preferLog= */ false);
    return new DotPlot(frame, rows, tickLabel, scale).draw();
  }

  private Canvas draw() {
    Frame named =
        new Frame(
            frame.title(),
            frame.subtitle(),
            frame.xTitle() + (scale.isLog() ? ", log scale" : ""),
            "",
            frame.caption());
    int height = Math.max(3, rows.size()) * ROW_HEIGHT + 10;
    Canvas canvas =
        new Canvas(
            Frame.WIDTH,
            named.top(0) + height + named.bottom(),
            new Canvas.Margins(named.top(0), rightMargin(), named.bottom(), leftMargin()));
    for (Scale.Tick tick : scale.shownTicks()) {
      canvas.line(
          new double[] {tick.at(), tick.at()},
          new double[] {0, 1},
          Palette.GRID,
          Palette.solid(1f));
    }
    canvas.labelsBelow(
        scale.shownTicks().stream()
            .map(tick -> new Canvas.Label(tick.at(), tickLabel.apply(tick.value())))
            .toList());
    canvas.line(new double[] {0, 1}, new double[] {0, 0}, Palette.FLOOR, Palette.solid(1.5f));
    for (int i = 0; i < rows.size(); i++) {
      row(canvas, rows.get(i), 1 - (i + 0.5) / rows.size());
    }
    long contenders = rows.stream().filter(row -> row.order() >= 0).count();
    if (contenders > 0 && contenders < rows.size()) {
      double border = 1 - (double) contenders / rows.size();
      canvas.line(
          new double[] {0, 1}, new double[] {border, border}, Palette.FLOOR, Palette.floorStroke());
    }
    named.letter(canvas, 0);
    return canvas;
  }

  private int leftMargin() {
    double widest =
        rows.stream().mapToDouble(row -> Canvas.widthOf(row.name(), Frame.LABEL)).max().orElse(0);
    return (int) Math.ceil(Math.min(NAME_WIDTH, widest)) + 36;
  }

  private int rightMargin() {
    double widest =
        rows.stream()
            .mapToDouble(row -> Canvas.widthOf(row.numbers(), Frame.LABEL))
            .max()
            .orElse(0);
    return (int) Math.ceil(widest) + 36;
  }

  private void row(Canvas canvas, Row row, double y) {
    double x = scale.at(row.estimate().center());
    canvas.line(new double[] {0, 1}, new double[] {y, y}, Palette.SHADE, Palette.solid(1f));
    row.estimate()
        .interval()
        .ifPresent(
            interval -> {
              double low = scale.at(interval.low());
              double high = scale.at(interval.high());
              canvas.line(
                  new double[] {low, high}, new double[] {y, y}, row.color(), Palette.solid(3f));
            });
    canvas.points(new double[] {x}, new double[] {y}, row.color(), row.marker());
    canvas.text(
        Canvas.fit(row.name(), Frame.LABEL, NAME_WIDTH),
        canvas.pixelX(0) - 12,
        canvas.pixelY(y) + 5,
        Frame.LABEL,
        row.order() < 0 ? Palette.QUIET_TEXT : Palette.TEXT,
        Canvas.Align.RIGHT);
    canvas.text(
        row.numbers(),
        canvas.pixelX(1) + 14,
        canvas.pixelY(y) + 5,
        Frame.LABEL,
        row.order() < 0 ? Palette.QUIET_TEXT : Palette.TEXT,
        Canvas.Align.LEFT);
  }
}
