package org.counterpoint.analysis.report;

import java.awt.Color;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.counterpoint.analysis.stats.Interval;

/**
 * The intervals of lines as strips that let through what lies below: from the low ends of a line's
 * intervals to their high ends. Where a point has none, or a line has no point, a strip breaks off,
 * and an interval that stands alone is a bar.
 */
final class Bands {

  // Tenths, since that is what coordinates and opacities of an SVG are rounded to.
  private static final double FILL = 0.1;
  private static final double EDGE = 0.5;

  private Bands() {}

  /** All of them, the widest first, so that none lies hidden. */
  static void draw(
      Canvas canvas, List<Canvas.Label> positions, List<LinePlot.Line> lines, Scale scale) {
    lines.stream()
        .sorted(Comparator.comparingDouble(line -> -width(line, scale)))
        .forEach(
            line ->
                stretches(line, positions).forEach(points -> draw(canvas, line, points, scale)));
  }

  private static double width(LinePlot.Line line, Scale scale) {
    return line.points().stream()
        .flatMap(point -> point.estimate().interval().stream())
        .mapToDouble(interval -> scale.at(interval.high()) - scale.at(interval.low()))
        .average()
        .orElse(0);
  }

  /** The longest parts of a line that have a point with an interval at every position. */
  static List<List<LinePlot.Point>> stretches(LinePlot.Line line, List<Canvas.Label> positions) {
    List<List<LinePlot.Point>> stretches = new ArrayList<>();
    List<LinePlot.Point> stretch = new ArrayList<>();
    for (Canvas.Label position : positions) {
      Optional<LinePlot.Point> there =
          line.points().stream()
              .filter(point -> point.at() == position.at())
              .filter(point -> point.estimate().interval().isPresent())
              .findFirst();
      there.ifPresent(stretch::add);
      if (there.isEmpty() && !stretch.isEmpty()) {
        stretches.add(List.copyOf(stretch));
        stretch.clear();
      }
    }
    if (!stretch.isEmpty()) {
      stretches.add(List.copyOf(stretch));
    }
    return stretches;
  }

  private static void draw(
      Canvas canvas, LinePlot.Line line, List<LinePlot.Point> points, Scale scale) {
    int n = points.size();
    double[] xs = new double[n];
    double[] lows = new double[n];
    double[] highs = new double[n];
    double[] aroundXs = new double[2 * n];
    double[] aroundYs = new double[2 * n];
    for (int i = 0; i < n; i++) {
      Interval interval = points.get(i).estimate().interval().orElseThrow();
      xs[i] = points.get(i).at();
      lows[i] = scale.at(interval.low());
      highs[i] = scale.at(interval.high());
      aroundXs[i] = xs[i];
      aroundYs[i] = lows[i];
      aroundXs[2 * n - 1 - i] = xs[i];
      aroundYs[2 * n - 1 - i] = highs[i];
    }
    if (n == 1) {
      Interval interval = points.get(0).estimate().interval().orElseThrow();
      Whisker.upright(canvas, xs[0], interval, scale, line.color());
      return;
    }
    canvas.polygon(aroundXs, aroundYs, through(line.color(), FILL));
    canvas.line(xs, lows, through(line.color(), EDGE), Palette.solid(0.8f));
    canvas.line(xs, highs, through(line.color(), EDGE), Palette.solid(0.8f));
  }

  private static Color through(Color color, double opacity) {
    int alpha = (int) Math.round(255 * opacity);
    return new Color(color.getRed(), color.getGreen(), color.getBlue(), alpha);
  }
}
