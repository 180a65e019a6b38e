package org.counterpoint.analysis.report;

import java.awt.Font;
import java.util.List;

/**
 * What surrounds every plot: title, notice, axis names and the circumstances below.
 *
 * @param title the finding or the question
 * @param subtitle what is shown, and the notice of a run that supports no verdict
 * @param xTitle with unit
 * @param yTitle with unit; stands above the axis, where it can be read without turning the head
 * @param caption the circumstances
 */
record Frame(String title, String subtitle, String xTitle, String yTitle, String caption) {

  static final int WIDTH = 880;

  static final Font TITLE = Fonts.bold(18);
  static final Font SUBTITLE = Fonts.regular(14);
  static final Font LABEL = Fonts.regular(14);
  static final Font SMALL = Fonts.regular(12);

  private static final int EDGE = 20;
  private static final int TITLE_LINE = 24;
  private static final int SUBTITLE_LINE = 19;
  private static final int SMALL_LINE = 16;

  /** The same, which says so where the values stand on a logarithmic axis. */
  Frame on(Scale scale) {
    return scale.isLog()
        ? new Frame(title, subtitle, xTitle, yTitle + ", log scale", caption)
        : this;
  }

  private List<String> titleLines() {
    return Canvas.wrap(title, TITLE, WIDTH - 2 * EDGE, 3);
  }

  private List<String> subtitleLines() {
    return Canvas.wrap(subtitle, SUBTITLE, WIDTH - 2 * EDGE, 4);
  }

  private List<String> captionLines() {
    return Canvas.wrap(caption, SMALL, WIDTH - 2 * EDGE, 3);
  }

  /** Room above the plot, of which {@code extra} lies directly above it. */
  int top(int extra) {
    return 16
        + titleLines().size() * TITLE_LINE
        + subtitleLines().size() * SUBTITLE_LINE
        + (yTitle.isEmpty() ? 8 : 30)
        + extra;
  }

  int bottom() {
    return bottom(0);
  }

  /** Room below the plot, of which {@code extra} lies directly below it. */
  int bottom(int extra) {
    return extra + 56 + captionLines().size() * SMALL_LINE + 10;
  }

  /** Writes all of it into the margins. */
  void letter(Canvas canvas, int extra) {
    letter(canvas, extra, 0);
  }

  /** Writes all of it into the margins, which have so much more room directly at the plot. */
  void letter(Canvas canvas, int above, int below) {
    double y = 10;
    for (String line : titleLines()) {
      y += TITLE_LINE;
      canvas.text(line, EDGE, y - 4, TITLE, Palette.TEXT, Canvas.Align.LEFT);
    }
    for (String line : subtitleLines()) {
      y += SUBTITLE_LINE;
      canvas.text(line, EDGE, y - 2, SUBTITLE, Palette.QUIET_TEXT, Canvas.Align.LEFT);
    }
    canvas.text(
        yTitle, EDGE, canvas.pixelY(1) - above - 10, LABEL, Palette.TEXT, Canvas.Align.LEFT);
    double bottom = canvas.pixelY(0) + below;
    canvas.text(xTitle, canvas.pixelX(0.5), bottom + 44, LABEL, Palette.TEXT, Canvas.Align.CENTER);
    double captionY = bottom + 56;
    for (String line : captionLines()) {
      captionY += SMALL_LINE;
      canvas.text(line, EDGE, captionY, SMALL, Palette.QUIET_TEXT, Canvas.Align.LEFT);
    }
  }
}
