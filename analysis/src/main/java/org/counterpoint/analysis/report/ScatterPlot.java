package org.counterpoint.analysis.report;

import java.awt.Color;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.counterpoint.analysis.stats.Estimate;
import org.counterpoint.analysis.stats.Interval;

/**
 * One point a contender, with its intervals in both directions, and the frontier: those to which no
 * other is better in both.
 */
final class ScatterPlot {

  private static final int PLOT_HEIGHT = 350;
  private static final int NAME_HEIGHT = 21;
  private static final int NAME_WIDTH = 190;

  /**
   * A contender.
   *
   * @param order for its colour and marker
   */
  record Point(String name, int order, Estimate x, Estimate y) {}

  private final Frame frame;
  private final List<Point> points;
  private final boolean moreXIsBetter;
  private final Scale xScale;
  private final Scale yScale;

  private ScatterPlot(Frame frame, List<Point> points, boolean moreXIsBetter, Scale xScale) {
    this.frame = frame;
    this.points = points;
    this.moreXIsBetter = moreXIsBetter;
    this.xScale = xScale;
    this.yScale = Scale.of(points.stream().map(Point::y).toList(), /* preferLog= */ false);
  }

  /**
   * The chart of at least one point; of y more is always better.
   *
   * @param xScale in which each x and its interval lie
   */
  static Canvas draw(Frame frame, List<Point> points, boolean moreXIsBetter, Scale xScale) {
    return new ScatterPlot(frame, points, moreXIsBetter, xScale).draw();
  }

  private Canvas draw() {
    Frame named =
        new Frame(
            frame.title(),
            frame.subtitle(),
            frame.xTitle() + (xScale.isLog() ? ", log scale" : ""),
            frame.yTitle() + (yScale.isLog() ? ", log scale" : ""),
            frame.caption());
    int height = Math.max(PLOT_HEIGHT, points.size() * NAME_HEIGHT);
    Canvas canvas =
        new Canvas(
            Frame.WIDTH,
            named.top(0) + height + named.bottom(),
            new Canvas.Margins(
                named.top(0), margin(names()) + 62, named.bottom(), 32 + margin(yTicks())));
    grid(canvas);
    frontier(canvas);
    points.forEach(point -> mark(canvas, point));
    label(canvas);
    named.letter(canvas, 0);
    return canvas;
  }

  private List<String> names() {
    return points.stream().map(Point::name).toList();
  }

  private List<String> yTicks() {
    return yScale.ticks().stream().map(tick -> Scale.plainLabel().apply(tick.value())).toList();
  }

  private static int margin(List<String> texts) {
    double widest =
        texts.stream().mapToDouble(text -> Canvas.widthOf(text, Frame.LABEL)).max().orElse(0);
    return (int) Math.ceil(Math.min(NAME_WIDTH, widest));
  }

  private void grid(Canvas canvas) {
    double[] whole = {0, 1};
    for (Scale.Tick tick : yScale.shownTicks()) {
      double[] at = {tick.at(), tick.at()};
      canvas.line(whole, at, Palette.GRID, Palette.solid(1f));
      canvas.text(
          Scale.plainLabel().apply(tick.value()),
          canvas.pixelX(0) - 8,
          canvas.pixelY(tick.at()) + 5,
          Frame.LABEL,
          Palette.TEXT,
          Canvas.Align.RIGHT);
    }
    List<Canvas.Label> labels = new ArrayList<>();
    for (Scale.Tick tick : xScale.shownTicks()) {
      double[] at = {tick.at(), tick.at()};
      canvas.line(at, whole, Palette.GRID, Palette.solid(1f));
      labels.add(new Canvas.Label(tick.at(), Scale.plainLabel().apply(tick.value())));
    }
    canvas.labelsBelow(labels);
    canvas.line(whole, new double[] {0, 0}, Palette.FLOOR, Palette.solid(1.5f));
    canvas.line(new double[] {0, 0}, whole, Palette.FLOOR, Palette.solid(1.5f));
  }

  /** From the one that is best in y to the one that is best in x. */
  static List<Point> undominated(List<Point> points, boolean moreXIsBetter) {
    return points.stream()
        .filter(point -> points.stream().noneMatch(other -> isBetter(other, point, moreXIsBetter)))
        .sorted(Comparator.comparingDouble((Point point) -> point.y().center()).reversed())
        .toList();
  }

  private static boolean isBetter(Point one, Point other, boolean moreXIsBetter) {
    double byX = one.x().center() - other.x().center();
    double byY = one.y().center() - other.y().center();
    double better = moreXIsBetter ? byX : -byX;
    return better >= 0 && byY >= 0 && (better > 0 || byY > 0);
  }

  private void frontier(Canvas canvas) {
    List<Point> best = undominated(points, moreXIsBetter);
    if (best.size() > 1) {
      canvas.line(
          best.stream().mapToDouble(point -> xScale.at(point.x().center())).toArray(),
          best.stream().mapToDouble(point -> yScale.at(point.y().center())).toArray(),
          Palette.FLOOR,
          Palette.floorStroke());
    }
  }

  private void mark(Canvas canvas, Point point) {
    double x = xScale.at(point.x().center());
    double y = yScale.at(point.y().center());
    Color color = Palette.color(point.order());
    if (point.x().interval().isPresent()) {
      Interval interval = point.x().interval().get();
      canvas.line(
          new double[] {xScale.at(interval.low()), xScale.at(interval.high())},
          new double[] {y, y},
          color,
          Palette.solid(1.5f));
    }
    if (point.y().interval().isPresent()) {
      Interval interval = point.y().interval().get();
      canvas.line(
          new double[] {x, x},
          new double[] {yScale.at(interval.low()), yScale.at(interval.high())},
          color,
          Palette.solid(1.5f));
    }
    canvas.points(new double[] {x}, new double[] {y}, color, Palette.marker(point.order()));
  }

  /** Names in the margin, in the order of the points from top to bottom. */
  private void label(Canvas canvas) {
    List<Point> down =
        points.stream()
            .sorted(Comparator.comparingDouble((Point point) -> point.y().center()).reversed())
            .toList();
    double[] ys =
        Spread.apart(
            down.stream()
                .mapToDouble(point -> canvas.pixelY(yScale.at(point.y().center())))
                .toArray(),
            NAME_HEIGHT,
            canvas.pixelY(1) + 6,
            canvas.pixelY(0) - 4);
    double sampleX = canvas.pixelX(1) + 30;
    for (int i = 0; i < ys.length; i++) {
      Point point = down.get(i);
      Color color = Palette.color(point.order());
      canvas.marginLine(
          canvas.pixelX(xScale.at(point.x().center())) + 8,
          canvas.pixelY(yScale.at(point.y().center())),
          sampleX - 10,
          ys[i],
          Palette.LEADER_LINE,
          Palette.solid(1f));
      canvas.marginMarker(sampleX, ys[i], color, Palette.marker(point.order()));
      canvas.text(
          Canvas.fit(point.name(), Frame.LABEL, NAME_WIDTH),
          sampleX + 14,
          ys[i] + 5,
          Frame.LABEL,
          Palette.TEXT,
          Canvas.Align.LEFT);
    }
  }
}
