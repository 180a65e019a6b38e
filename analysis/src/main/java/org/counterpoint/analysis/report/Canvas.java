package org.counterpoint.analysis.report;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.font.FontRenderContext;
import java.awt.font.GlyphVector;
import java.awt.font.TextLayout;
import java.awt.geom.AffineTransform;
import java.awt.geom.Line2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.text.Bidi;
import java.util.ArrayList;
import java.util.List;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.style.XYStyler;
import org.knowm.xchart.style.lines.SeriesLines;
import org.knowm.xchart.style.markers.Marker;
import org.knowm.xchart.style.markers.SeriesMarkers;

/**
 * An XChart plot of the unit square, with margins in which this class writes. XChart centres its
 * title, picks its own ticks and draws symmetric error bars; a chart here needs its measured thread
 * counts as ticks, asymmetric intervals and a title of two lines, so lines, points and areas are
 * XChart's and the lettering is ours.
 *
 * <p>Text is drawn as outlines: a chart looks the same where the font is missing. Where charts are
 * many, and stand in a page that has fonts of its own, it can be text instead, in a tenth of the
 * bytes.
 */
final class Canvas extends XYChart {

  private static final FontRenderContext METRICS = new FontRenderContext(null, true, true);

  private static final double LABEL_GAP = 8;

  /** Where a text stands relative to its point. */
  enum Align {
    LEFT,
    CENTER,
    RIGHT
  }

  /** Pixels around the plot. */
  record Margins(int top, int right, int bottom, int left) {}

  /**
   * A text on an axis.
   *
   * @param at 0 to 1
   */
  record Label(double at, String text) {}

  private record Stroke(
      double x1, double y1, double x2, double y2, Color color, BasicStroke stroke) {}

  private record Mark(double x, double y, Color color, Marker marker) {}

  private record Text(String text, double x, double y, Font font, Color color, Align align) {
    Text {
      font = Fonts.forText(text, font);
    }

    double left() {
      double width = widthOf(text, font);
      return switch (align) {
        case LEFT -> x;
        case CENTER -> x - width / 2;
        case RIGHT -> x - width;
      };
    }
  }

  private final Margins margins;
  private final int fullWidth;
  private final int fullHeight;
  private final List<Text> texts = new ArrayList<>();
  private final List<Stroke> strokes = new ArrayList<>();
  private final List<Mark> marks = new ArrayList<>();
  private boolean hasOutlines = true;

  Canvas(int width, int height, Margins margins) {
    super(width, height);
    this.fullWidth = width;
    this.fullHeight = height;
    this.margins = margins;
    XYStyler style = getStyler();
    style.setLegendVisible(false);
    style.setChartTitleVisible(false);
    style.setAxisTicksVisible(false);
    style.setAxisTitlesVisible(false);
    style.setChartPadding(0);
    style.setPlotMargin(0);
    style.setPlotContentSize(1.0);
    style.setPlotGridLinesVisible(false);
    style.setPlotBorderVisible(false);
    style.setChartBackgroundColor(Color.WHITE);
    style.setPlotBackgroundColor(Color.WHITE);
    style.setMarkerSize(8);
    style.setXAxisMin(0.0);
    style.setXAxisMax(1.0);
    style.setYAxisMin(0.0);
    style.setYAxisMax(1.0);
  }

  int plotWidth() {
    return fullWidth - margins.left() - margins.right();
  }

  int plotHeight() {
    return fullHeight - margins.top() - margins.bottom();
  }

  /** The pixel of a position on the unit square. */
  double pixelX(double x) {
    return margins.left() + x * plotWidth();
  }

  /** The pixel of a position on the unit square; pixels count downwards. */
  double pixelY(double y) {
    return margins.top() + (1 - y) * plotHeight();
  }

  /** A line on the unit square. */
  void line(double[] xs, double[] ys, Color color, BasicStroke stroke) {
    XYSeries series = add(xs, ys);
    series.setMarker(SeriesMarkers.NONE);
    series.setLineColor(color);
    series.setLineStyle(stroke);
  }

  /** A line of many short pieces, drawn as one, so that a dash goes on from piece to piece. */
  void curve(double[] xs, double[] ys, Color color, BasicStroke stroke) {
    XYSeries series = add(xs, ys);
    series.setMarker(SeriesMarkers.NONE);
    series.setLineColor(color);
    series.setLineStyle(stroke);
    series.setSmooth(true);
  }

  /** Markers on the unit square. */
  void points(double[] xs, double[] ys, Color color, Marker marker) {
    XYSeries series = add(xs, ys);
    series.setMarker(marker);
    series.setMarkerColor(color);
    series.setLineStyle(SeriesLines.NONE);
  }

  /** A filled strip of the unit square, from its bottom to its top. */
  void area(double fromX, double toX, Color fill) {
    tile(fromX, toX, 0, 1, fill);
  }

  /** A filled rectangle on the unit square. */
  void tile(double fromX, double toX, double fromY, double toY, Color fill) {
    polygon(new double[] {fromX, fromX, toX, toX}, new double[] {fromY, toY, toY, fromY}, fill);
  }

  /** A filled polygon on the unit square, by its corners in order; the colour may let through. */
  void polygon(double[] xs, double[] ys, Color fill) {
    XYSeries series = add(xs, ys);
    series.setXYSeriesRenderStyle(XYSeries.XYSeriesRenderStyle.PolygonArea);
    series.setFillColor(fill);
    series.setMarker(SeriesMarkers.NONE);
    series.setLineStyle(SeriesLines.NONE);
  }

  /** From now on the letters are text and no outlines. */
  void letterAsText() {
    hasOutlines = false;
  }

  /** A text whose baseline stands at a pixel of the whole canvas. */
  void text(String text, double x, double y, Font font, Color color, Align align) {
    if (!text.isBlank()) {
      texts.add(new Text(text, x, y, font, color, align));
    }
  }

  /** Texts centred below the plot, without those that would run into the one before. */
  void labelsBelow(List<Label> labels) {
    double end = Double.NEGATIVE_INFINITY;
    for (Label label : labels) {
      double half = widthOf(label.text(), Frame.LABEL) / 2;
      double x = pixelX(label.at());
      if (x - half > end + LABEL_GAP) {
        text(label.text(), x, pixelY(0) + 20, Frame.LABEL, Palette.TEXT, Align.CENTER);
        end = x + half;
      }
    }
  }

  /** A line in the margin, in pixels of the whole canvas. */
  void marginLine(double x1, double y1, double x2, double y2, Color color, BasicStroke stroke) {
    strokes.add(new Stroke(x1, y1, x2, y2, color, stroke));
  }

  /** A marker in the margin, at a pixel of the whole canvas. */
  void marginMarker(double x, double y, Color color, Marker marker) {
    marks.add(new Mark(x, y, color, marker));
  }

  /** Where the texts stand, in pixels of the whole canvas: no two may touch, and none the edge. */
  List<Rectangle2D> textBoxes() {
    List<Rectangle2D> boxes = new ArrayList<>();
    for (Text text : texts) {
      Rectangle2D box =
          new TextLayout(text.text(), text.font(), METRICS).getOutline(null).getBounds2D();
      box.setRect(text.left() + box.getX(), text.y() + box.getY(), box.getWidth(), box.getHeight());
      boxes.add(box);
    }
    return boxes;
  }

  private XYSeries add(double[] xs, double[] ys) {
    return addSeries("series " + getSeriesMap().size(), xs, ys);
  }

  @Override
  public void paint(Graphics2D g, int width, int height) {
    AffineTransform whole = g.getTransform();
    g.setColor(Color.WHITE);
    g.fillRect(0, 0, fullWidth, fullHeight);
    g.translate(margins.left(), margins.top());
    super.paint(g, plotWidth(), plotHeight());
    // XChart takes the size it paints for the chart's, and the encoders ask for it afterwards.
    setWidth(fullWidth);
    setHeight(fullHeight);
    g.setTransform(whole);
    for (Stroke stroke : strokes) {
      g.setColor(stroke.color());
      g.setStroke(stroke.stroke());
      g.draw(new Line2D.Double(stroke.x1(), stroke.y1(), stroke.x2(), stroke.y2()));
    }
    for (Mark mark : marks) {
      g.setColor(mark.color());
      mark.marker().paint(g, mark.x(), mark.y(), getStyler().getMarkerSize());
    }
    for (Text text : texts) {
      paint(g, text);
      g.setTransform(whole);
    }
  }

  private void paint(Graphics2D g, Text text) {
    g.setColor(text.color());
    if (!hasOutlines) {
      g.setFont(Fonts.ofMachine(text.font()));
      g.drawString(Escape.writable(text.text()), (float) text.left(), (float) text.y());
      return;
    }
    char[] letters = text.text().toCharArray();
    if (Bidi.requiresBidi(letters, 0, letters.length)) {
      g.translate(text.left(), text.y());
      g.fill(new TextLayout(text.text(), text.font(), METRICS).getOutline(null));
    } else {
      paintEach(g, text, letters);
    }
  }

  /** Letter by letter, each as if it stood alone, so that the same letter has the same outline. */
  private static void paintEach(Graphics2D g, Text text, char[] letters) {
    AffineTransform whole = g.getTransform();
    Font font = text.font();
    GlyphVector row =
        font.layoutGlyphVector(METRICS, letters, 0, letters.length, Font.LAYOUT_LEFT_TO_RIGHT);
    for (int i = 0; i < row.getNumGlyphs(); i++) {
      Shape outline =
          font.createGlyphVector(METRICS, new int[] {row.getGlyphCode(i)}).getGlyphOutline(0);
      // A space has none.
      if (!outline.getBounds2D().isEmpty()) {
        Point2D at = row.getGlyphPosition(i);
        g.translate(text.left() + at.getX(), text.y() + at.getY());
        g.fill(outline);
        g.setTransform(whole);
      }
    }
  }

  /** In pixels. */
  static double widthOf(String text, Font font) {
    return text.isEmpty()
        ? 0
        : new TextLayout(text, Fonts.forText(text, font), METRICS).getAdvance();
  }

  /** Whether each of them is at most so wide. */
  static boolean allFit(List<String> lines, Font font, double width) {
    return lines.stream().allMatch(line -> widthOf(line, font) <= width);
  }

  /** The text in lines that fit, at most so many; the last one is cut with dots. */
  static List<String> wrap(String text, Font font, double width, int maxLines) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (String word : text.split(" ", -1)) {
      String longer = line.isEmpty() ? word : line + " " + word;
      if (!line.isEmpty() && widthOf(longer, font) > width) {
        lines.add(line.toString());
        line = new StringBuilder(word);
      } else {
        line = new StringBuilder(longer);
      }
    }
    lines.add(line.toString());
    if (lines.size() > maxLines) {
      String rest = String.join(" ", lines.subList(maxLines - 1, lines.size()));
      lines = new ArrayList<>(lines.subList(0, maxLines - 1));
      lines.add(rest);
    }
    return lines.stream().map(part -> fit(part, font, width)).toList();
  }

  /** The text, or as much of it as fits with dots behind it. */
  static String fit(String text, Font font, double width) {
    if (widthOf(text, font) <= width) {
      return text;
    }
    int end = text.length();
    while (end > 1 && widthOf(text.substring(0, end) + "...", font) > width) {
      end = text.offsetByCodePoints(end, -1);
    }
    return text.substring(0, end) + "...";
  }
}
