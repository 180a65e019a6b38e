package org.counterpoint.analysis.report;

import java.awt.BasicStroke;
import java.awt.Color;
import java.util.List;
import org.knowm.xchart.style.markers.Marker;
import org.knowm.xchart.style.markers.SeriesMarkers;

/**
 * Colour, marker and dash of a contender, by its place in the registry alone, so that they are the
 * same in every chart of every run. Three signs for one thing: a reader who sees no colours, and a
 * print without them, still tell the lines apart.
 *
 * <p>The colours are those of M. Okabe and K. Ito, "Color Universal Design" (2008), with the yellow
 * darkened, since it does not show on white.
 */
final class Palette {

  static final Color TEXT = new Color(0x1A1A1A);
  static final Color QUIET_TEXT = new Color(0x505050);
  static final Color GRID = new Color(0xE2E2E2);
  static final Color LEADER_LINE = new Color(0xC4C4C4);
  static final Color SHADE = new Color(0xF1F1F1);
  static final Color FLOOR = new Color(0x767676);

  private static final List<Color> COLORS =
      List.of(
          new Color(0x0072B2),
          new Color(0xD55E00),
          new Color(0x009E73),
          new Color(0xE69F00),
          new Color(0xCC79A7),
          new Color(0x56B4E9),
          new Color(0x000000),
          new Color(0x9A8B00));

  private static final List<Marker> MARKERS =
      List.of(
          SeriesMarkers.CIRCLE,
          SeriesMarkers.SQUARE,
          SeriesMarkers.DIAMOND,
          SeriesMarkers.TRIANGLE_UP,
          SeriesMarkers.TRIANGLE_DOWN,
          SeriesMarkers.CROSS,
          SeriesMarkers.OVAL);

  private static final List<float[]> DASHES =
      List.of(
          new float[] {},
          new float[] {8, 3},
          new float[] {2, 3},
          new float[] {9, 3, 2, 3},
          new float[] {14, 3},
          new float[] {5, 2, 1, 2, 1, 2});

  private Palette() {}

  /** Those of contenders, each once. */
  static List<Color> colors() {
    return COLORS;
  }

  static Color color(int order) {
    return COLORS.get(order % COLORS.size());
  }

  static Marker marker(int order) {
    return MARKERS.get(order % MARKERS.size());
  }

  static BasicStroke stroke(int order) {
    return stroke(2f, DASHES.get(order % DASHES.size()));
  }

  static BasicStroke floorStroke() {
    return stroke(1.5f, new float[] {3, 3});
  }

  static BasicStroke solid(float width) {
    return stroke(width, new float[] {});
  }

  private static BasicStroke stroke(float width, float[] dash) {
    return dash.length == 0
        ? new BasicStroke(width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND)
        : new BasicStroke(width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1f, dash, 0);
  }
}
