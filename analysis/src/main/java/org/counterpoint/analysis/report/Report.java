package org.counterpoint.analysis.report;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.counterpoint.analysis.model.Run;

/**
 * The report of one or several runs: {@code index.html} (one self-contained file), {@code
 * report.md}, {@code charts/*.svg} and {@code *.png}, {@code results.csv} (one row a fork and
 * metric) and {@code summary.json} (every number shown).
 *
 * <p>The same runs give the same bytes, in any locale, on machines with the same fonts.
 */
public final class Report {

  static final String HTML = "index.html";
  static final String MARKDOWN = "report.md";
  static final String CSV = "results.csv";
  static final String JSON = "summary.json";
  static final String CHARTS = "charts";

  private static final String HEADLESS = "java.awt.headless";

  private Report() {}

  /**
   * Writes the whole report or nothing: it is built beside the directory and moved into its place.
   *
   * @param runs at least one; several stand side by side, those of one kind of machine together,
   *     and are not compared
   * @param directory is created; an older report in it is replaced as a whole
   * @throws IOException in one line, if it can't be written, or if the directory holds anything
   *     that no report has, which is then left as it was
   */
  public static void write(List<Run> runs, Path directory) throws IOException {
    if (runs.isEmpty()) {
      throw new IllegalArgumentException("a report needs a run");
    }
    ReportFolder folder = ReportFolder.at(directory);
    folder.replaceBy(files(runs));
  }

  /**
   * Draws a made-up report and throws it away, so that the next one is there at once: in a JVM that
   * has drawn none yet it takes seconds. Does nothing else.
   *
   * @throws IOException if this JDK can't draw
   */
  public static void rehearse() throws IOException {
    files(List.of(Rehearsal.run()));
  }

  /** The files by their path in the report, with forward slashes. */
  static SortedMap<String, byte[]> files(List<Run> runs) throws IOException {
    withoutDisplay();
    Slugs slugs = new Slugs();
    List<ReportDocument.Part> parts = new ArrayList<>();
    for (Run run : new Machines(runs).runs()) {
      Exhibits exhibits = Exhibits.of(Summary.of(run), slugs);
      parts.add(new ReportDocument.Part(exhibits, Charts.of(exhibits)));
    }
    SortedMap<String, byte[]> files = new TreeMap<>();
    Map<String, String> svgs = new HashMap<>();
    for (DrawnChart chart : DrawnChart.of(parts)) {
      svgs.put(chart.id(), chart.svg());
      files.put(CHARTS + "/" + chart.id() + ".svg", Images.svgFile(chart.svg()));
      files.put(CHARTS + "/" + chart.id() + ".png", chart.png());
    }
    List<Block> document = ReportDocument.of(parts);
    svgs.putAll(DrawnChart.svgs(strips(document)));
    files.put(HTML, utf8(HtmlPage.of(document, svgs)));
    files.put(MARKDOWN, utf8(MarkdownPage.of(document)));
    files.put(CSV, utf8(Csv.of(runs)));
    files.put(JSON, utf8(SummaryJson.of(parts)));
    return files;
  }

  private static List<Chart> strips(List<Block> document) {
    return Block.flat(document)
        .filter(Block.Strip.class::isInstance)
        .map(block -> ((Block.Strip) block).chart())
        .toList();
  }

  /** Charts are drawn into memory. Without this, a DISPLAY that leads nowhere stops AWT. */
  static void withoutDisplay() {
    if (System.getProperty(HEADLESS) == null) {
      System.setProperty(HEADLESS, "true");
    }
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
