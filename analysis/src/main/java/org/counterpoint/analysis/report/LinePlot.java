package org.counterpoint.analysis.report;

import java.awt.BasicStroke;
import java.awt.Color;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleFunction;
import org.counterpoint.analysis.stats.Estimate;

/**
 * Lines over a few labelled positions, each point with its interval. The names stand where the
 * lines end, in the order in which they end.
 */
final class LinePlot {

  private static final int PLOT_HEIGHT = 350;

  /** How the intervals of the points are shown. */
  enum Intervals {
    /** Each for itself. */
    BARS,
    /** As one strip a line, for quantities that lie on a line of their own. */
    BANDS
  }

  /**
   * A point of a line.
   *
   * @param at 0 to 1
   */
  record Point(double at, Estimate estimate) {}

  /**
   * A line.
   *
   * @param order for its colour; negative for the floor
   */
  record Line(String name, int order, List<Point> points) {
    Color color() {
      return order < 0 ? Palette.FLOOR : Palette.color(order);
    }

    BasicStroke stroke() {
      return order < 0 ? Palette.floorStroke() : Palette.stroke(order);
    }
  }

  /**
   * A part of the plot that is another territory.
   *
   * @param from 0 to 1; it reaches to the right edge
   */
  record Shade(double from, String text) {

    /** Room above the plot for its text. */
    static final int HEIGHT = 20;

    void draw(Canvas canvas) {
      canvas.area(from, 1, Palette.SHADE);
      canvas.text(
          text,
          canvas.pixelX(1),
          canvas.pixelY(1) - 6,
          Frame.SMALL,
          Palette.QUIET_TEXT,
          Canvas.Align.RIGHT);
    }
  }

  private final Frame frame;
  private final List<Canvas.Label> positions;
  private final List<Line> lines;
  private final Optional<Shade> shade;
  private final ValueAxis axis;
  private final Scale scale;
  private final Intervals intervals;

  private LinePlot(
      Frame frame,
      List<Canvas.Label> positions,
      List<Line> lines,
      Optional<Shade> shade,
      ValueAxis axis,
      Intervals intervals) {
    this.frame = frame;
    this.positions = positions;
    this.lines = lines;
    this.shade = shade;
    this.axis = axis;
    this.scale = axis.scale();
    this.intervals = intervals;
  }

  /**
   * The chart; lines without a point are left out, and at least one must have some.
   *
   * @param intervals where they are bands, the axis is logarithmic if it can be
   */
  static Canvas draw(
      Frame frame,
      List<Canvas.Label> positions,
      List<Line> lines,
      Optional<Shade> shade,
      DoubleFunction<String> tickLabel,
      Intervals intervals) {
    List<Line> drawn = lines.stream().filter(line -> !line.points().isEmpty()).toList();
    Scale scale = Scale.of(estimates(drawn), intervals == Intervals.BANDS);
    ValueAxis axis = new ValueAxis(scale, tickLabel);
    return new LinePlot(frame, positions, drawn, shade, axis, intervals).draw();
  }

  private static List<Estimate> estimates(List<Line> lines) {
    return lines.stream().flatMap(line -> line.points().stream()).map(Point::estimate).toList();
  }

  private Canvas draw() {
    int extra = shade.isPresent() ? Shade.HEIGHT : 0;
    int height = Math.max(PLOT_HEIGHT, lines.size() * EndNames.HEIGHT);
    int right = EndNames.margin(lines.stream().map(Line::name).toList(), List.of());
    Frame named = frame.on(scale);
    Canvas canvas =
        new Canvas(
            Frame.WIDTH,
            named.top(extra) + height + named.bottom(),
            new Canvas.Margins(named.top(extra), right, named.bottom(), axis.margin()));
    shade.ifPresent(part -> part.draw(canvas));
    axis.draw(canvas);
    canvas.labelsBelow(positions);
    if (intervals == Intervals.BANDS) {
      Bands.draw(canvas, positions, lines, scale);
    }
    lines.forEach(line -> line(canvas, line));
    lines.forEach(line -> marks(canvas, line));
    names(canvas);
    named.letter(canvas, extra);
    return canvas;
  }

  /** Lines with bars are moved aside by a few pixels each, so that no bar hides another. */
  private double x(Canvas canvas, Line line, Point point) {
    return intervals == Intervals.BANDS
        ? point.at()
        : point.at() + Whisker.aside(canvas, lines.indexOf(line), lines.size());
  }

  private void line(Canvas canvas, Line line) {
    double[] xs = line.points().stream().mapToDouble(point -> x(canvas, line, point)).toArray();
    double[] ys =
        line.points().stream().mapToDouble(point -> scale.at(point.estimate().center())).toArray();
    canvas.line(xs, ys, line.color(), line.stroke());
  }

  private void marks(Canvas canvas, Line line) {
    for (Point point : line.points()) {
      double x = x(canvas, line, point);
      if (intervals == Intervals.BARS) {
        point
            .estimate()
            .interval()
            .ifPresent(interval -> Whisker.upright(canvas, x, interval, scale, line.color()));
      }
      if (line.order() >= 0) {
        canvas.points(
            new double[] {x},
            new double[] {scale.at(point.estimate().center())},
            line.color(),
            Palette.marker(line.order()));
      }
    }
  }

  private void names(Canvas canvas) {
    List<EndNames.Name> names = new ArrayList<>();
    for (Line line : lines) {
      Point last = line.points().get(line.points().size() - 1);
      names.add(
          new EndNames.Name(
              line.name(),
              "",
              line.color(),
              Optional.of(line.stroke()),
              line.order() < 0 ? Optional.empty() : Optional.of(Palette.marker(line.order())),
              canvas.pixelX(x(canvas, line, last)),
              canvas.pixelY(scale.at(last.estimate().center()))));
    }
    EndNames.draw(canvas, names);
  }
}
