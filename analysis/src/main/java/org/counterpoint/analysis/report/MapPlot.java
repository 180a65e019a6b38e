package org.counterpoint.analysis.report;

import java.awt.Color;
import java.awt.Font;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A map of fields, each in the colours of whoever leads there, and with their names: what the
 * colours say can be read as well.
 */
final class MapPlot {

  private static final int ROW_HEIGHT = 74;
  private static final int LINE_HEIGHT = 15;
  private static final int LEFT = 96;
  private static final int RIGHT = 20;

  /** How much of a colour is white, so that dark letters can be read on it. */
  private static final double TINT = 0.55;

  private static final double GAP = 0.006;

  private static final int SMALLEST = 9;

  private final DecisionMap map;
  private final Canvas canvas;

  private MapPlot(DecisionMap map, Canvas canvas) {
    this.map = map;
    this.canvas = canvas;
  }

  /** The chart; fewest threads at the bottom. */
  static Canvas draw(Frame frame, DecisionMap map) {
    Canvas canvas =
        new Canvas(
            Frame.WIDTH,
            frame.top(0) + ROW_HEIGHT * map.threads().size() + frame.bottom(),
            new Canvas.Margins(frame.top(0), RIGHT, frame.bottom(), LEFT));
    new MapPlot(map, canvas).fields();
    frame.letter(canvas, 0);
    return canvas;
  }

  private void fields() {
    int columns = map.columns().size();
    int rows = map.threads().size();
    List<Canvas.Label> labels = new ArrayList<>();
    for (int column = 0; column < columns; column++) {
      labels.add(new Canvas.Label((column + 0.5) / columns, map.columns().get(column).text()));
      for (int row = 0; row < rows; row++) {
        double left = (double) column / columns;
        double bottom = (double) row / rows;
        field(column, row, left, left + 1.0 / columns, bottom, bottom + 1.0 / rows);
      }
    }
    canvas.labelsBelow(labels);
    for (int row = 0; row < rows; row++) {
      canvas.text(
          Words.count(map.threads().get(row), "thread"),
          canvas.pixelX(0) - 10,
          canvas.pixelY((row + 0.5) / rows) + 5,
          Frame.LABEL,
          Palette.TEXT,
          Canvas.Align.RIGHT);
    }
  }

  private void field(int column, int row, double left, double right, double bottom, double top) {
    @Nullable Contest contest =
        map.field(map.columns().get(column), map.threads().get(row)).orElse(null);
    List<Contender> leaders =
        contest == null ? List.of() : contest.leaders().stream().sorted().toList();
    double insideLeft = left + GAP / 2;
    double width = right - left - GAP;
    double gapY = GAP * canvas.plotWidth() / canvas.plotHeight();
    if (leaders.isEmpty()) {
      canvas.tile(insideLeft, right - GAP / 2, bottom + gapY / 2, top - gapY / 2, Palette.SHADE);
    }
    for (int i = 0; i < leaders.size(); i++) {
      canvas.tile(
          insideLeft + i * width / leaders.size(),
          insideLeft + (i + 1) * width / leaders.size(),
          bottom + gapY / 2,
          top - gapY / 2,
          tinted(Palette.color(leaders.get(i).order())));
    }
    names(contest, leaders, (left + right) / 2, (bottom + top) / 2, width);
  }

  private void names(
      @Nullable Contest contest, List<Contender> leaders, double x, double y, double width) {
    List<String> lines = new ArrayList<>();
    if (contest == null) {
      lines.add("not measured");
    } else if (leaders.isEmpty()) {
      lines.add("no verdict");
    } else {
      leaders.forEach(leader -> lines.add(leader.label()));
    }
    double room = width * canvas.plotWidth() - 6;
    int most = (ROW_HEIGHT - 8) / LINE_HEIGHT;
    if (lines.size() > most) {
      int more = lines.size() - most + 1;
      lines.subList(most - 1, lines.size()).clear();
      lines.add("and " + more + " more");
    }
    Font font = fitting(lines, room);
    double first = canvas.pixelY(y) - (lines.size() - 1) * LINE_HEIGHT / 2.0 + 4;
    for (int i = 0; i < lines.size(); i++) {
      canvas.text(
          Canvas.fit(lines.get(i), font, room),
          canvas.pixelX(x),
          first + i * LINE_HEIGHT,
          font,
          leaders.isEmpty() ? Palette.QUIET_TEXT : Palette.TEXT,
          Canvas.Align.CENTER);
    }
  }

  /** The largest letters in which the names fit, as long as they can be read. */
  private static Font fitting(List<String> lines, double room) {
    for (int size = Frame.SMALL.getSize(); size > SMALLEST; size--) {
      Font font = Frame.SMALL.deriveFont((float) size);
      if (lines.stream().allMatch(line -> Canvas.widthOf(line, font) <= room)) {
        return font;
      }
    }
    return Frame.SMALL.deriveFont((float) SMALLEST);
  }

  private static Color tinted(Color color) {
    return new Color(tinted(color.getRed()), tinted(color.getGreen()), tinted(color.getBlue()));
  }

  private static int tinted(int part) {
    return (int) Math.round(part + (255 - part) * TINT);
  }
}
