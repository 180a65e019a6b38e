package org.counterpoint.analysis.report;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import org.counterpoint.analysis.compare.Series;
import org.counterpoint.analysis.model.Run;

/**
 * The runs below the plot, date over commit: as many as there is room for, those at a mark first.
 */
final class TrendAxis {

  private static final double GAP = 10;
  private static final double WIDEST = 110;
  private static final int USUAL_LABELS = 8;

  /**
   * A run's label.
   *
   * @param at its middle, in pixels
   */
  record Label(String first, String second, double at) {
    double half() {
      return Math.max(Canvas.widthOf(first, Frame.SMALL), Canvas.widthOf(second, Frame.SMALL)) / 2;
    }

    boolean overlaps(Label other) {
      return Math.abs(at - other.at) < half() + other.half() + GAP;
    }
  }

  private final Series series;
  private final IntToDoubleFunction x;

  /**
   * The axis of that series.
   *
   * @param x where a point stands, in pixels
   */
  TrendAxis(Series series, IntToDoubleFunction x) {
    this.series = series;
    this.x = x;
  }

  /** Those for which there is room, the most important first. */
  List<Label> labels() {
    List<Label> placed = new ArrayList<>();
    for (int point : byImportance()) {
      Run run = series.points().get(point).run();
      Label label =
          new Label(
              Canvas.fit(TrendWords.date(run).orElse(run.name()), Frame.SMALL, WIDEST),
              Canvas.fit(TrendWords.commit(run), Frame.SMALL, WIDEST),
              x.applyAsDouble(point));
      if (placed.stream().noneMatch(label::overlaps)) {
        placed.add(label);
      }
    }
    return placed;
  }

  void draw(Canvas canvas) {
    double bottom = canvas.pixelY(0);
    for (Label label : labels()) {
      double at = label.at();
      canvas.marginLine(at, bottom, at, bottom + 5, Palette.FLOOR, Palette.solid(1f));
      canvas.text(label.first(), at, bottom + 19, Frame.SMALL, Palette.TEXT, Canvas.Align.CENTER);
      canvas.text(
          label.second(), at, bottom + 34, Frame.SMALL, Palette.QUIET_TEXT, Canvas.Align.CENTER);
    }
    canvas.text(
        "runs, oldest first: date and commit",
        canvas.pixelX(0.5),
        bottom + 54,
        Frame.LABEL,
        Palette.TEXT,
        Canvas.Align.CENTER);
  }

  /** What is marked, the ends, some at even distances, and then the rest. */
  private List<Integer> byImportance() {
    List<Integer> order = new ArrayList<>();
    series.changes().forEach(change -> order.add(change.at()));
    series.breaks().forEach(one -> order.add(one.at()));
    int n = series.points().size();
    order.add(0);
    order.add(n - 1);
    int stride = Math.max(1, (n + USUAL_LABELS - 1) / USUAL_LABELS);
    for (int i = 0; i < n; i += stride) {
      order.add(i);
    }
    return order.stream().distinct().toList();
  }
}
