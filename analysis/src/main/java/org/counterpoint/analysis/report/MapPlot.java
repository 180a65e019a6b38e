package org.counterpoint.analysis.report;

import java.awt.Color;
import java.awt.Font;
import java.util.ArrayList;
import java.util.List;

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

  /**
   * What a field shows.
   *
   * @param leaders whose colours it has; empty where it has none
   * @param lines what stands in it
   */
  private record Field(List<Contender> leaders, List<String> lines) {}

  private interface Fields {
    Field at(DecisionMap.Column column, int threads);
  }

  private final List<DecisionMap.Column> columns;
  private final List<Integer> threads;
  private final Fields fields;
  private final Canvas canvas;

  private MapPlot(
      List<DecisionMap.Column> columns, List<Integer> threads, Fields fields, Canvas canvas) {
    this.columns = columns;
    this.threads = threads;
    this.fields = fields;
    this.canvas = canvas;
  }

  /** Who leads where; fewest threads at the bottom. */
  static Canvas draw(Frame frame, DecisionMap map) {
    return draw(
        frame,
        map.columns(),
        map.threads(),
        (column, threads) ->
            map.field(column, threads)
                .map(MapPlot::field)
                .orElseGet(() -> new Field(List.of(), List.of("not measured"))));
  }

  private static Field field(Contest contest) {
    List<Contender> leaders = contest.leaders().stream().sorted().toList();
    return new Field(
        leaders,
        leaders.isEmpty()
            ? List.of("no verdict")
            : leaders.stream().map(Contender::label).toList());
  }

  /** Where the winner is another, in the new one's colour; all else has none. */
  static Canvas draw(Frame frame, JdkDifference difference) {
    return draw(
        frame,
        difference.columns(),
        difference.threads(),
        (column, threads) ->
            new Field(
                difference.verdict(column, threads) == JdkDifference.Verdict.OTHER_WINNER
                    ? difference.after().field(column, threads).orElseThrow().leaders()
                    : List.of(),
                List.of(difference.text(column, threads).split("(?<=:) |(?= →)"))));
  }

  private static Canvas draw(
      Frame frame, List<DecisionMap.Column> columns, List<Integer> threads, Fields fields) {
    ColumnNames names =
        ColumnNames.of(
            columns.stream().map(DecisionMap.Column::text).toList(),
            (double) (Frame.WIDTH - LEFT - RIGHT) / columns.size() - 6);
    int bottom = frame.bottom(names.extraHeight());
    Canvas canvas =
        new Canvas(
            Frame.WIDTH,
            frame.top(0) + ROW_HEIGHT * threads.size() + bottom,
            new Canvas.Margins(frame.top(0), RIGHT, bottom, LEFT));
    new MapPlot(columns, threads, fields, canvas).draw();
    names.letter(canvas);
    frame.letter(canvas, 0, names.extraHeight());
    return canvas;
  }

  private void draw() {
    int width = columns.size();
    int rows = threads.size();
    for (int column = 0; column < width; column++) {
      for (int row = 0; row < rows; row++) {
        double left = (double) column / width;
        double bottom = (double) row / rows;
        draw(
            fields.at(columns.get(column), threads.get(row)),
            left,
            left + 1.0 / width,
            bottom,
            bottom + 1.0 / rows);
      }
    }
    for (int row = 0; row < rows; row++) {
      canvas.text(
          Words.count(threads.get(row), "thread"),
          canvas.pixelX(0) - 10,
          canvas.pixelY((row + 0.5) / rows) + 5,
          Frame.LABEL,
          Palette.TEXT,
          Canvas.Align.RIGHT);
    }
  }

  private void draw(Field field, double left, double right, double bottom, double top) {
    List<Contender> leaders = field.leaders();
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
    letter(field, (left + right) / 2, (bottom + top) / 2, width);
  }

  private void letter(Field field, double x, double y, double width) {
    List<String> lines = new ArrayList<>(field.lines());
    double room = width * canvas.plotWidth() - 6;
    int most = (ROW_HEIGHT - 8) / LINE_HEIGHT;
    if (lines.size() > most) {
      int more = lines.size() - most + 1;
      lines.subList(most - 1, lines.size()).clear();
      lines.add("and " + more + " more");
    }
    Font font = Fonts.largest(Frame.SMALL, size -> Canvas.allFit(lines, size, room));
    double first = canvas.pixelY(y) - (lines.size() - 1) * LINE_HEIGHT / 2.0 + 4;
    for (int i = 0; i < lines.size(); i++) {
      canvas.text(
          Canvas.fit(lines.get(i), font, room),
          canvas.pixelX(x),
          first + i * LINE_HEIGHT,
          font,
          field.leaders().isEmpty() ? Palette.QUIET_TEXT : Palette.TEXT,
          Canvas.Align.CENTER);
    }
  }

  /** The colour of a field: so light that letters on it can be read. */
  static Color tinted(Color color) {
    return new Color(tinted(color.getRed()), tinted(color.getGreen()), tinted(color.getBlue()));
  }

  private static int tinted(int part) {
    return (int) Math.round(part + (255 - part) * TINT);
  }
}
