package org.counterpoint.analysis.report;

import java.awt.BasicStroke;
import java.awt.Color;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleFunction;
import org.counterpoint.analysis.stats.Estimate;
import org.counterpoint.analysis.stats.Interval;

/**
 * Lines over a few labelled positions, each point with its interval. The names stand where the
 * lines end, in the order in which they end.
 */
final class LinePlot {

  private static final int PLOT_HEIGHT = 350;
  private static final int NAME_HEIGHT = 21;
  private static final int NAME_WIDTH = 190;
  private static final int SAMPLE_WIDTH = 34;

  /** Ends within so many pixels of the rightmost belong to the same position. */
  private static final double LAST_POSITION = 45;

  private static final double CAP_PIXELS = 6.5;

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
  record Shade(double from, String text) {}

  private final Frame frame;
  private final List<Canvas.Label> positions;
  private final List<Line> lines;
  private final Optional<Shade> shade;
  private final DoubleFunction<String> tickLabel;
  private final Scale scale;

  private LinePlot(
      Frame frame,
      List<Canvas.Label> positions,
      List<Line> lines,
      Optional<Shade> shade,
      DoubleFunction<String> tickLabel,
      Scale scale) {
    this.frame = frame;
    this.positions = positions;
    this.lines = lines;
    this.shade = shade;
    this.tickLabel = tickLabel;
    this.scale = scale;
  }

  /** The chart; lines without a point are left out, and at least one must have some. */
  static Canvas draw(
      Frame frame,
      List<Canvas.Label> positions,
      List<Line> lines,
      Optional<Shade> shade,
      DoubleFunction<String> tickLabel,
      boolean preferLog) {
    List<Line> drawn = lines.stream().filter(line -> !line.points().isEmpty()).toList();
    Scale scale = Scale.of(estimates(drawn), preferLog);
    return new LinePlot(frame, positions, drawn, shade, tickLabel, scale).draw();
  }

  private static List<Estimate> estimates(List<Line> lines) {
    return lines.stream().flatMap(line -> line.points().stream()).map(Point::estimate).toList();
  }

  private Canvas draw() {
    int extra = shade.isPresent() ? 20 : 0;
    int height = Math.max(PLOT_HEIGHT, lines.size() * NAME_HEIGHT);
    Frame named =
        new Frame(
            frame.title(),
            frame.subtitle(),
            frame.xTitle(),
            frame.yTitle() + (scale.isLog() ? ", log scale" : ""),
            frame.caption());
    Canvas canvas =
        new Canvas(
            Frame.WIDTH,
            named.top(extra) + height + named.bottom(),
            new Canvas.Margins(named.top(extra), rightMargin(), named.bottom(), leftMargin()));
    shade.ifPresent(
        s -> {
          canvas.area(s.from(), 1, Palette.SHADE);
          canvas.text(
              s.text(),
              canvas.pixelX(1),
              canvas.pixelY(1) - 6,
              Frame.SMALL,
              Palette.QUIET_TEXT,
              Canvas.Align.RIGHT);
        });
    grid(canvas);
    lines.forEach(line -> line(canvas, line));
    lines.forEach(line -> marks(canvas, line));
    names(canvas);
    named.letter(canvas, extra);
    return canvas;
  }

  private int leftMargin() {
    double widest =
        scale.ticks().stream()
            .mapToDouble(tick -> Canvas.widthOf(tickLabel.apply(tick.value()), Frame.LABEL))
            .max()
            .orElse(0);
    return (int) Math.ceil(widest) + 32;
  }

  private int rightMargin() {
    double widest =
        lines.stream()
            .mapToDouble(line -> Canvas.widthOf(line.name(), Frame.LABEL))
            .max()
            .orElse(0);
    return (int) Math.ceil(Math.min(NAME_WIDTH, widest)) + SAMPLE_WIDTH + 56;
  }

  private void grid(Canvas canvas) {
    for (Scale.Tick tick : scale.shownTicks()) {
      canvas.line(
          new double[] {0, 1},
          new double[] {tick.at(), tick.at()},
          tick.value() == 0 || tick.at() == 0 ? Palette.FLOOR : Palette.GRID,
          Palette.solid(1f));
      canvas.text(
          tickLabel.apply(tick.value()),
          canvas.pixelX(0) - 8,
          canvas.pixelY(tick.at()) + 5,
          Frame.LABEL,
          Palette.TEXT,
          Canvas.Align.RIGHT);
    }
    canvas.line(new double[] {0, 1}, new double[] {0, 0}, Palette.FLOOR, Palette.solid(1.5f));
    canvas.labelsBelow(positions);
  }

  /** Lines are moved aside by a few pixels each, so that no interval hides another. */
  private double dodge(Canvas canvas, Line line) {
    double step = Math.min(6, 40.0 / lines.size());
    double pixels = (lines.indexOf(line) - (lines.size() - 1) / 2.0) * step;
    return pixels / canvas.plotWidth();
  }

  private double x(Canvas canvas, Line line, Point point) {
    return point.at() + dodge(canvas, line);
  }

  private void line(Canvas canvas, Line line) {
    double[] xs = line.points().stream().mapToDouble(point -> x(canvas, line, point)).toArray();
    double[] ys =
        line.points().stream().mapToDouble(point -> scale.at(point.estimate().center())).toArray();
    canvas.line(xs, ys, line.color(), line.stroke());
  }

  private void marks(Canvas canvas, Line line) {
    double cap = CAP_PIXELS / canvas.plotWidth();
    for (Point point : line.points()) {
      double x = x(canvas, line, point);
      if (point.estimate().interval().isPresent()) {
        Interval interval = point.estimate().interval().get();
        double low = scale.at(interval.low());
        double high = scale.at(interval.high());
        canvas.line(
            new double[] {x - cap, x + cap, x, x, x - cap, x + cap},
            new double[] {low, low, low, high, high, high},
            line.color(),
            Palette.solid(1.5f));
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
    record End(Line line, double x, double y) {}
    List<End> ends = new ArrayList<>();
    for (Line line : lines) {
      Point last = line.points().get(line.points().size() - 1);
      ends.add(
          new End(
              line,
              canvas.pixelX(x(canvas, line, last)),
              canvas.pixelY(scale.at(last.estimate().center()))));
    }
    ends.sort(Comparator.comparingDouble(End::y));
    double[] ys =
        Spread.apart(
            ends.stream().mapToDouble(End::y).toArray(),
            NAME_HEIGHT,
            canvas.pixelY(1) + 6,
            canvas.pixelY(0) - 4);
    double rightmost = ends.stream().mapToDouble(End::x).max().orElse(0);
    double sampleX = canvas.pixelX(1) + 24;
    for (int i = 0; i < ys.length; i++) {
      End end = ends.get(i);
      canvas.marginLine(
          end.x() > rightmost - LAST_POSITION ? rightmost + 8 : end.x() + 8,
          end.y(),
          sampleX - 4,
          ys[i],
          Palette.LEADER_LINE,
          Palette.solid(1f));
      canvas.marginLine(
          sampleX, ys[i], sampleX + SAMPLE_WIDTH, ys[i], end.line().color(), end.line().stroke());
      if (end.line().order() >= 0) {
        canvas.marginMarker(
            sampleX + SAMPLE_WIDTH / 2.0,
            ys[i],
            end.line().color(),
            Palette.marker(end.line().order()));
      }
      canvas.text(
          Canvas.fit(end.line().name(), Frame.LABEL, NAME_WIDTH),
          sampleX + SAMPLE_WIDTH + 8,
          ys[i] + 5,
          Frame.LABEL,
          Palette.TEXT,
          Canvas.Align.LEFT);
    }
  }
}
