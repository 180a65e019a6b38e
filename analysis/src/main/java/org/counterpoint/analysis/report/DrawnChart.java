package org.counterpoint.analysis.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A chart in both of its forms. */
final class DrawnChart {

  private final String id;
  private final String svg;
  private final byte[] png;

  private DrawnChart(Chart chart) throws IOException {
    id = chart.id();
    svg = Images.svg(chart);
    png = Images.png(chart);
  }

  /**
   * Those of all parts, in their order. They are drawn by all processors at once, since whoever
   * ends a run by Ctrl-C waits for this: no two of them have anything in common.
   */
  static List<DrawnChart> of(List<ReportDocument.Part> parts) throws IOException {
    return ofCharts(parts.stream().flatMap(part -> part.drawn().charts().stream()).toList());
  }

  /** The same of charts that stand in no report. */
  static List<DrawnChart> ofCharts(List<Chart> charts) throws IOException {
    try {
      return charts.parallelStream().map(DrawnChart::of).toList();
    } catch (UncheckedIOException e) {
      throw new IOException(e.getCause());
    }
  }

  /** The SVG alone of charts of which there is no file, by id. */
  static Map<String, String> svgs(List<Chart> charts) throws IOException {
    try {
      return charts.parallelStream().collect(Collectors.toMap(Chart::id, DrawnChart::svgOf));
    } catch (UncheckedIOException e) {
      throw new IOException(e.getCause());
    }
  }

  private static String svgOf(Chart chart) {
    try {
      return Images.svg(chart);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static DrawnChart of(Chart chart) {
    try {
      return new DrawnChart(chart);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String id() {
    return id;
  }

  String svg() {
    return svg;
  }

  byte[] png() {
    return png;
  }
}
