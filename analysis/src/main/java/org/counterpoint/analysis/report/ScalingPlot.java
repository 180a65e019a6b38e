package org.counterpoint.analysis.report;

import java.awt.Color;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.counterpoint.analysis.stats.Estimate;
import org.counterpoint.analysis.stats.Interval;
import org.counterpoint.analysis.stats.UslFit;

/**
 * Throughput over the number of threads, which stand as far apart as their ratio says: the points
 * with their intervals, the law's curve where it describes them, and its peak.
 */
final class ScalingPlot {

  private static final int PLOT_HEIGHT = 390;
  private static final int STEPS = 250;

  /** Room beside the fewest and the most threads, in doublings. */
  private static final double EDGE = 0.3;

  private final Frame frame;
  private final Scaling scaling;
  private final Optional<Integer> cores;
  private final Scale scale;
  private final ValueAxis axis;

  private ScalingPlot(Frame frame, Scaling scaling, Optional<Integer> cores) {
    this.frame = frame;
    this.scaling = scaling;
    this.cores = cores;
    List<Estimate> estimates = new ArrayList<>();
    for (Scaling.Line line : scaling.lines()) {
      line.levels().forEach(level -> estimates.add(level.estimate()));
    }
    double[] curves =
        scaling.lines().stream()
            .flatMap(line -> curve(line).stream())
            .mapToDouble(Spot::throughput)
            .toArray();
    this.scale = Scale.of(estimates, /* preferLog= */ false, curves);
    this.axis = new ValueAxis(scale, Scale.plainLabel());
  }

  /** Where a curve goes through. */
  private record Spot(double threads, double throughput) {}

  /**
   * The chart.
   *
   * @param cores logical processors, where they are known
   */
  static Canvas draw(Frame frame, Scaling scaling, Optional<Integer> cores) {
    return new ScalingPlot(frame, scaling, cores).draw();
  }

  private Canvas draw() {
    List<Scaling.Line> lines = scaling.lines();
    Optional<LinePlot.Shade> shade = shade();
    int extra = shade.isPresent() ? LinePlot.Shade.HEIGHT : 0;
    int height = Math.max(PLOT_HEIGHT, lines.size() * EndNames.HEIGHT_OF_TWO + 20);
    int right =
        EndNames.margin(
            lines.stream().map(line -> line.contender().label()).toList(),
            lines.stream().map(ScalingWords::note).toList());
    Frame named = frame.on(scale);
    Canvas canvas =
        new Canvas(
            Frame.WIDTH,
            named.top(extra) + height + named.bottom(),
            new Canvas.Margins(named.top(extra), right, named.bottom(), axis.margin()));
    shade.ifPresent(part -> part.draw(canvas));
    axis.draw(canvas);
    canvas.labelsBelow(
        scaling.threads().stream()
            .map(threads -> new Canvas.Label(x(threads), Integer.toString(threads)))
            .toList());
    lines.forEach(line -> peak(canvas, line));
    lines.forEach(line -> curve(canvas, line));
    lines.forEach(line -> points(canvas, line));
    names(canvas);
    named.letter(canvas, extra);
    return canvas;
  }

  /** Between the cores and one thread more. */
  private Optional<LinePlot.Shade> shade() {
    List<Integer> threads = scaling.threads();
    return cores
        .filter(n -> n < threads.get(threads.size() - 1))
        .map(
            n ->
                new LinePlot.Shade(
                    Math.max(0, x(n + 0.5)),
                    "shaded: more threads than the "
                        + Words.count(n, "core")
                        + ", measures the scheduler too"));
  }

  private double x(double threads) {
    List<Integer> all = scaling.threads();
    double low = log2(all.get(0)) - EDGE;
    double high = log2(all.get(all.size() - 1)) + EDGE;
    return (log2(threads) - low) / (high - low);
  }

  private static double log2(double n) {
    return Math.log(n) / Math.log(2);
  }

  private double x(Canvas canvas, Scaling.Line line, double threads) {
    int i = scaling.lines().indexOf(line);
    return x(threads) + Whisker.aside(canvas, i, scaling.lines().size());
  }

  private static List<Spot> curve(Scaling.Line line) {
    List<Spot> spots = new ArrayList<>();
    if (line.curve().isPresent()) {
      UslFit law = line.curve().get();
      for (int i = 0; i <= STEPS; i++) {
        double n =
            line.fewest() * Math.pow((double) line.most() / line.fewest(), (double) i / STEPS);
        spots.add(new Spot(n, law.model().throughput(n)));
      }
    }
    return spots;
  }

  private void curve(Canvas canvas, Scaling.Line line) {
    List<Spot> spots = curve(line);
    if (!spots.isEmpty()) {
      canvas.curve(
          spots.stream().mapToDouble(spot -> x(canvas, line, spot.threads())).toArray(),
          spots.stream().mapToDouble(spot -> scale.at(spot.throughput())).toArray(),
          Palette.color(line.contender().order()),
          Palette.stroke(line.contender().order()));
    }
  }

  private void points(Canvas canvas, Scaling.Line line) {
    int order = line.contender().order();
    for (Scaling.Level level : line.levels()) {
      double x = x(canvas, line, level.threads());
      level
          .estimate()
          .interval()
          .ifPresent(interval -> Whisker.upright(canvas, x, interval, scale, Palette.color(order)));
      canvas.points(
          new double[] {x},
          new double[] {scale.at(level.estimate().center())},
          Palette.color(order),
          Palette.marker(order));
    }
  }

  /** A line from the axis to a peak that is certain, and its interval across. */
  private void peak(Canvas canvas, Scaling.Line line) {
    if (line.certainPeak().isEmpty()) {
      return;
    }
    Interval interval = line.certainPeak().get();
    Color color = Palette.color(line.contender().order());
    double peak = line.peak().orElseThrow();
    double x = x(canvas, line, peak);
    double y = scale.at(line.curve().orElseThrow().model().throughput(peak));
    canvas.line(new double[] {x, x}, new double[] {0, y}, color, Palette.floorStroke());
    Whisker.level(
        canvas, y, x(canvas, line, interval.low()), x(canvas, line, interval.high()), color);
  }

  private void names(Canvas canvas) {
    List<EndNames.Name> names = new ArrayList<>();
    for (Scaling.Line line : scaling.lines()) {
      int order = line.contender().order();
      Scaling.Level last = line.levels().get(line.levels().size() - 1);
      names.add(
          new EndNames.Name(
              line.contender().label(),
              ScalingWords.note(line),
              Palette.color(order),
              line.curve().map(law -> Palette.stroke(order)),
              Optional.of(Palette.marker(order)),
              canvas.pixelX(x(canvas, line, last.threads())),
              canvas.pixelY(scale.at(last.estimate().center()))));
    }
    EndNames.draw(canvas, names);
  }
}
