package org.counterpoint.analysis.report;

import java.awt.Color;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.counterpoint.analysis.compare.Series;
import org.counterpoint.analysis.model.Plan;
import org.counterpoint.analysis.model.Run;
import org.counterpoint.analysis.model.Values;
import org.counterpoint.analysis.stats.Estimate;

/**
 * One cell over many runs: a point with its interval for each, the level between changes, and a
 * mark where it changed or where runs can't be compared.
 */
final class TrendPlot {

  private static final int PLOT_HEIGHT = 330;
  private static final double CAP_PIXELS = 5;

  /** The axis shows at the least so much of its middle value. */
  private static final double LEAST_SPAN = 0.1;

  private final Series series;
  private final Scale scale;
  private final ValueAxis axis;
  private final Color color;

  private TrendPlot(Series series) {
    this.series = series;
    this.scale =
        Scale.around(series.points().stream().map(Series.Point::estimate).toList(), LEAST_SPAN);
    this.axis = new ValueAxis(scale, Scale.plainLabel());
    this.color = Palette.color(order());
  }

  /** The chart of that name. */
  static Chart of(Series series, String id) {
    Frame frame = frame(series);
    return new Chart(id, "", frame.title(), frame.caption(), new TrendPlot(series).draw(frame));
  }

  private static Frame frame(Series series) {
    List<String> caption = new ArrayList<>();
    Run last = TrendWords.last(series);
    caption.add(
        "The last run: "
            + Circumstances.of(
                last,
                series.points().get(series.points().size() - 1).jdk(),
                IntStream.of(series.cell().threads()),
                series.points().stream().mapToInt(point -> point.estimate().forks())));
    series.breaks().forEach(one -> caption.add(Words.capital(TrendWords.reason(series, one))));
    return new Frame(
        TrendWords.headline(series),
        TrendWords.name(series) + ". Each point is a run, with its 95 % interval over forks",
        "",
        new Quantity(series.words(), series.unit(), series.higherIsBetter()).text(),
        String.join(". ", caption) + ".");
  }

  /** The strategy's place in the registry, as everywhere. */
  private int order() {
    List<String> registry =
        TrendWords.last(series).plan().stream()
            .flatMap(plan -> plan.strategies().stream())
            .map(Plan.StrategyName::id)
            .toList();
    return Math.max(0, registry.indexOf(series.cell().strategy().orElse("")));
  }

  private Canvas draw(Frame plain) {
    Frame frame =
        new Frame(
            plain.title(),
            plain.subtitle(),
            "",
            plain.yTitle()
                + (scale.isLog() ? ", log scale" : scale.at(0) < 0 ? ", not from 0" : ""),
            plain.caption());
    TrendMarks above = above();
    int extra = above.height();
    Canvas canvas =
        new Canvas(
            Frame.WIDTH,
            frame.top(extra) + PLOT_HEIGHT + frame.bottom(),
            new Canvas.Margins(frame.top(extra), TrendMarks.RIGHT, frame.bottom(), axis.margin()));
    axis.draw(canvas);
    levels(canvas);
    above.draw(canvas);
    for (int i = 0; i < series.points().size(); i++) {
      point(canvas, i);
    }
    new TrendAxis(series, point -> canvas.pixelX(x(point))).draw(canvas);
    frame.letter(canvas, extra);
    return canvas;
  }

  /** What stands above the plot. */
  private TrendMarks above() {
    List<TrendMarks.Mark> marks = new ArrayList<>();
    for (Series.Change change : series.changes()) {
      marks.add(new TrendMarks.Mark(edge(change.at()), TrendWords.mark(change), true));
    }
    for (Series.Break one : series.breaks()) {
      String fields =
          String.join(", ", one.differences().stream().map(d -> lastPart(d.field())).toList());
      marks.add(new TrendMarks.Mark(edge(one.at()), "other " + fields, false));
    }
    return TrendMarks.of(marks, Frame.WIDTH - TrendMarks.RIGHT - (double) axis.margin());
  }

  private static String lastPart(String field) {
    return field.substring(field.lastIndexOf('.') + 1);
  }

  /** A line at the geometric mean of the runs between two marks, where there are several. */
  private void levels(Canvas canvas) {
    int n = series.points().size();
    for (int from = 0, to; from < n; from = to) {
      to = from + 1;
      while (to < n && series.level(to) == series.level(from)) {
        to++;
      }
      double[] values =
          series.points().subList(from, to).stream()
              .mapToDouble(point -> point.estimate().center())
              .toArray();
      if (values.length > 1) {
        double level = scale.at(Estimate.of(Values.of(values)).center());
        canvas.line(
            new double[] {edge(from), edge(to)},
            new double[] {level, level},
            Palette.FLOOR,
            Palette.solid(2f));
      }
    }
  }

  private void point(Canvas canvas, int index) {
    Estimate estimate = series.points().get(index).estimate();
    double x = x(index);
    double cap = Math.min(CAP_PIXELS / canvas.plotWidth(), 0.3 / series.points().size());
    estimate
        .interval()
        .ifPresent(interval -> Whisker.upright(canvas, x, interval, scale, color, cap));
    canvas.points(
        new double[] {x},
        new double[] {scale.at(estimate.center())},
        color,
        Palette.marker(order()));
  }

  /** The middle of a run's place. */
  private double x(int index) {
    return (index + 0.5) / series.points().size();
  }

  /** The edge before a run's place. */
  private double edge(int index) {
    return index / (double) series.points().size();
  }
}
