package org.counterpoint.analysis.report;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.counterpoint.analysis.compare.Series;
import org.counterpoint.analysis.model.Cell;
import org.counterpoint.analysis.model.Environment;
import org.counterpoint.analysis.model.JvmVariant;
import org.counterpoint.analysis.model.Platform;

/** A history as tidy data: one row a run, cell and fork, every column one thing. */
final class TrendCsv {

  static final String HEADER =
      "position,run,started,commit,jdk,jdk_version,benchmark,mode,strategy,threads,params,metric,"
          + "unit,block,value,segment,level";

  private TrendCsv() {}

  static String of(List<Series> all) {
    StringBuilder out = new StringBuilder(HEADER).append('\n');
    for (Series series : all) {
      String cell = cell(series);
      for (int i = 0; i < series.points().size(); i++) {
        Series.Point point = series.points().get(i);
        String start = run(point) + "," + Escape.csv(series.jdk());
        String end = "," + series.segment(i) + "," + series.level(i) + "\n";
        for (Map.Entry<Integer, Double> fork : point.forks().byBlock().entrySet()) {
          out.append(start)
              .append(',')
              .append(Escape.csv(point.jdk().version()))
              .append(cell)
              .append(',')
              .append(fork.getKey())
              .append(',')
              .append(fork.getValue())
              .append(end);
        }
      }
    }
    return out.toString();
  }

  private static String run(Series.Point point) {
    return String.join(
        ",",
        Integer.toString(1 + point.position()),
        Escape.csv(point.run().name()),
        Escape.csv(said(point.run().environment().map(Environment::startedAt).orElse(""))),
        Escape.csv(said(point.run().environment().map(Environment::commit).orElse(""))));
  }

  private static String cell(Series series) {
    Cell cell = series.cell();
    SortedMap<String, String> others = new TreeMap<>(cell.without(Cell.STRATEGY).params());
    if (!cell.jvm().equals(JvmVariant.NONE)) {
      others.put(Setting.JVM_FLAGS, cell.jvm().name());
    }
    return ","
        + String.join(
            ",",
            Escape.csv(cell.benchmark()),
            Escape.csv(cell.mode().code()),
            Escape.csv(cell.strategy().orElse("")),
            Integer.toString(cell.threads()),
            Escape.csv(Params.join(others, ";")),
            Escape.csv(series.words()),
            Escape.csv(series.unit().symbol()));
  }

  private static String said(String text) {
    return text.equals(Platform.UNSAID) ? "" : text;
  }
}
