package org.counterpoint.analysis.report;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.counterpoint.analysis.compare.Series;

/**
 * What became of cells over many runs: {@code trend.csv} (one row a run, cell and fork) and {@code
 * charts/*.svg} and {@code *.png}, one a cell.
 *
 * <p>The same runs give the same bytes, in any locale, on machines with the same fonts.
 */
public final class Trends {

  static final String CSV = "trend.csv";
  static final String CHARTS = Report.CHARTS;

  private Trends() {}

  /** The cells' names, as {@link #chosen} looks for them. */
  public static List<String> names(List<Series> all) {
    return all.stream().map(TrendWords::name).toList();
  }

  /** Those of the cells whose names have what is wanted, by {@link Wanted}. */
  public static List<Series> chosen(List<Series> all, String text) {
    return Wanted.of(text).in(all, TrendWords::names);
  }

  /** Lines of plain text without line ends. */
  public static List<String> text(List<Series> all) {
    return TrendText.of(all);
  }

  /**
   * Writes all of it or nothing.
   *
   * @param directory is created; what an earlier call wrote is replaced as a whole
   * @throws IOException in one line, if it can't be written, or if the directory holds anything
   *     else, which is then left as it was
   */
  public static void write(List<Series> all, Path directory) throws IOException {
    ReportFolder folder = ReportFolder.at(directory, Set.of(CSV, CHARTS));
    folder.replaceBy(files(all));
  }

  /** The files by their path, with forward slashes. */
  static SortedMap<String, byte[]> files(List<Series> all) throws IOException {
    Report.withoutDisplay();
    Slugs slugs = new Slugs();
    List<Chart> charts = new ArrayList<>();
    all.forEach(series -> charts.add(TrendPlot.of(series, slugs.of(TrendWords.name(series)))));
    SortedMap<String, byte[]> files = new TreeMap<>();
    for (DrawnChart chart : DrawnChart.ofCharts(charts)) {
      files.put(CHARTS + "/" + chart.id() + ".svg", Images.svgFile(chart.svg()));
      files.put(CHARTS + "/" + chart.id() + ".png", chart.png());
    }
    files.put(CSV, TrendCsv.of(all).getBytes(StandardCharsets.UTF_8));
    return files;
  }
}
