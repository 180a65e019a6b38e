package org.counterpoint.analysis.report;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.knowm.xchart.style.markers.Marker;

/**
 * Names in the margin to the right of a plot, in the order in which the lines end and as near to
 * their ends as there is room, each with a piece of its line.
 */
final class EndNames {

  /** Of a name, from one to the next. */
  static final int HEIGHT = 21;

  /** The same where there is a second line. */
  static final int HEIGHT_OF_TWO = 38;

  private static final int WIDTH = 190;
  private static final int SAMPLE_WIDTH = 34;
  private static final int GAP = 8;

  /** Ends within so many pixels of the rightmost belong to the same position. */
  private static final double LAST_POSITION = 45;

  /**
   * A name.
   *
   * @param below a second line, smaller; empty for none
   * @param stroke of the line, where one is drawn
   * @param x where it ends, in pixels of the whole canvas
   * @param y likewise
   */
  record Name(
      String text,
      String below,
      Color color,
      Optional<BasicStroke> stroke,
      Optional<Marker> marker,
      double x,
      double y) {}

  private EndNames() {}

  /** Room that such names need, and such lines below them. */
  static int margin(List<String> texts, List<String> below) {
    double widest = Math.max(widest(texts, Frame.LABEL), widest(below, Frame.SMALL));
    return (int) Math.ceil(Math.min(WIDTH, widest)) + SAMPLE_WIDTH + 56;
  }

  private static double widest(List<String> texts, Font font) {
    return texts.stream().mapToDouble(text -> Canvas.widthOf(text, font)).max().orElse(0);
  }

  static void draw(Canvas canvas, List<Name> names) {
    List<Name> down = names.stream().sorted(Comparator.comparingDouble(Name::y)).toList();
    boolean isOfTwo = names.stream().anyMatch(name -> !name.below().isEmpty());
    double[] ys =
        Spread.apart(
            down.stream().mapToDouble(Name::y).toArray(),
            isOfTwo ? HEIGHT_OF_TWO : HEIGHT,
            canvas.pixelY(1) + 6,
            canvas.pixelY(0) - (isOfTwo ? 18 : 4));
    double rightmost = names.stream().mapToDouble(Name::x).max().orElse(0);
    for (int i = 0; i < ys.length; i++) {
      Name name = down.get(i);
      boolean endsLast = name.x() > rightmost - LAST_POSITION;
      draw(canvas, name, (endsLast ? rightmost : name.x()) + GAP, ys[i]);
    }
  }

  private static void draw(Canvas canvas, Name name, double fromX, double y) {
    double sampleX = canvas.pixelX(1) + 24;
    double textX = sampleX + SAMPLE_WIDTH + GAP;
    canvas.marginLine(fromX, name.y(), sampleX - 4, y, Palette.LEADER_LINE, Palette.solid(1f));
    name.stroke()
        .ifPresent(
            stroke ->
                canvas.marginLine(sampleX, y, sampleX + SAMPLE_WIDTH, y, name.color(), stroke));
    name.marker()
        .ifPresent(
            marker -> canvas.marginMarker(sampleX + SAMPLE_WIDTH / 2.0, y, name.color(), marker));
    canvas.text(
        Canvas.fit(name.text(), Frame.LABEL, WIDTH),
        textX,
        y + 5,
        Frame.LABEL,
        Palette.TEXT,
        Canvas.Align.LEFT);
    canvas.text(
        Canvas.fit(name.below(), Frame.SMALL, WIDTH),
        textX,
        y + 20,
        Frame.SMALL,
        Palette.QUIET_TEXT,
        Canvas.Align.LEFT);
  }
}
