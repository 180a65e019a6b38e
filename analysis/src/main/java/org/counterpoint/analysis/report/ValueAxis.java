package org.counterpoint.analysis.report;

import java.util.function.DoubleFunction;

/** Values from the bottom to the top of a plot, labelled to its left, with a line at each label. */
record ValueAxis(Scale scale, DoubleFunction<String> label) {

  /** Room that the labels need. */
  int margin() {
    double widest =
        scale.ticks().stream()
            .mapToDouble(tick -> Canvas.widthOf(label.apply(tick.value()), Frame.LABEL))
            .max()
            .orElse(0);
    return (int) Math.ceil(widest) + 32;
  }

  /** With the line that the plot stands on. */
  void draw(Canvas canvas) {
    double[] whole = {0, 1};
    for (Scale.Tick tick : scale.shownTicks()) {
      canvas.line(
          whole,
          new double[] {tick.at(), tick.at()},
          tick.value() == 0 || tick.at() == 0 ? Palette.FLOOR : Palette.GRID,
          Palette.solid(1f));
      canvas.text(
          label.apply(tick.value()),
          canvas.pixelX(0) - 8,
          canvas.pixelY(tick.at()) + 5,
          Frame.LABEL,
          Palette.TEXT,
          Canvas.Align.RIGHT);
    }
    canvas.line(whole, new double[] {0, 0}, Palette.FLOOR, Palette.solid(1.5f));
  }
}
