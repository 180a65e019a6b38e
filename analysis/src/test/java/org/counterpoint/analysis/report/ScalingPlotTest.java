package org.counterpoint.analysis.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.Color;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import org.counterpoint.analysis.model.Run;
import org.junit.jupiter.api.Test;
import org.knowm.xchart.XYSeries;

class ScalingPlotTest {

  /** More corners than anything else in such a chart has. */
  private static final int MANY = 20;

  private static List<Chart> charts(Run run) {
    return Charts.of(Exhibits.of(Summary.of(run), new Slugs())).charts().stream()
        .filter(chart -> chart.id().endsWith("scalability"))
        .toList();
  }

  private static List<XYSeries> curves(Canvas canvas) {
    return canvas.getSeriesMap().values().stream()
        .filter(series -> series.getXData().length > MANY)
        .toList();
  }

  private static Color color(Run run, String name) {
    return Palette.color(
        Scalings.scaling(run).orElseThrow().lines().stream()
            .map(Scaling.Line::contender)
            .filter(contender -> contender.label().equals(name))
            .findFirst()
            .orElseThrow()
            .order());
  }

  @Test
  void aRefusedFitHasNoCurve() {
    Run run = Scalings.mixed();
    assertThat(curves(charts(run).get(0).canvas()))
        .extracting(XYSeries::getLineColor)
        .containsExactlyInAnyOrder(color(run, "drops"), color(run, "late"), color(run, "peaks"));
  }

  @Test
  void onlyAPeakThatIsCertainIsMarked() {
    Run run =
        Scalings.run(
            Scalings.of("late", Scalings.PEAKS_LATER, 5, Scalings.TO_16),
            Scalings.of("near", Scalings.PEAKS_NEAR_THE_END, 5, Scalings.TO_16),
            Scalings.of("peaks", Scalings.PEAKS, 5, Scalings.TO_16));
    Chart chart = charts(run).get(0);
    assertThat(curves(chart.canvas())).hasSize(3);
    assertThat(chart.canvas().getSeriesMap().values())
        .filteredOn(series -> series.getLineStyle().equals(Palette.floorStroke()))
        .extracting(XYSeries::getLineColor)
        .containsExactly(color(run, "peaks"));
    assertThat(chart.caption()).contains("of the peak");
    Run late = Scalings.run(Scalings.of("late", Scalings.PEAKS_LATER, 5, Scalings.TO_16));
    assertThat(charts(late).get(0).caption()).contains("Bars: 95 %").doesNotContain("peak");
  }

  @Test
  void theCurveOfAGoodFitRisesToThePeakAndFallsBehindIt() {
    Run run = Scalings.run(Scalings.of("peaks", Scalings.PEAKS, 5, Scalings.TO_16));
    XYSeries curve = curves(charts(run).get(0).canvas()).get(0);
    double[] xs = curve.getXData();
    double[] ys = curve.getYData();
    int top = 0;
    for (int i = 1; i < ys.length; i++) {
      top = ys[i] > ys[top] ? i : top;
    }
    for (int i = 1; i < ys.length; i++) {
      assertThat(ys[i] > ys[i - 1]).as("step " + i).isEqualTo(i <= top);
    }
    double doublings = 4 * (xs[top] - xs[0]) / (xs[xs.length - 1] - xs[0]);
    double peak = Scalings.scaling(run).orElseThrow().lines().get(0).peak().orElseThrow();
    assertThat(Math.pow(2, doublings)).isCloseTo(peak, within(0.3));
  }

  @Test
  void thereIsNoChartWithoutACurve() {
    Run run = Scalings.run(Scalings.of("steps", Scalings.STEPS, 5, Scalings.TO_16));
    assertThat(Scalings.scaling(run)).isPresent();
    assertThat(charts(run)).isEmpty();
  }

  @Test
  void noTextTouchesAnother() {
    for (Run run :
        List.of(
            Scalings.mixed(),
            Scalings.run(
                Scalings.of("a", Scalings.PEAKS, 5, Scalings.TO_16),
                Scalings.of("b", Scalings.PEAKS, 5, Scalings.TO_16),
                Scalings.of("c", Scalings.PEAKS, 5, Scalings.TO_16),
                Scalings.of("d", Scalings.PEAKS, 5, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 16)))) {
      TextBoxes.assertApart(charts(run).get(0).canvas());
    }
  }

  @Test
  void theReportHasChartTableAndNumbersAndTheSameBytesAgain() throws IOException {
    Run run = Scalings.mixed();
    SortedMap<String, byte[]> files = Report.files(List.of(run));
    assertThat(files.keySet())
        .contains(
            "charts/b-m-thrpt-jdk-21-0-2-scalability.svg",
            "charts/b-m-thrpt-jdk-21-0-2-scalability.png");
    assertThat(text(files, "report.md"))
        .contains(
            "Scalability: B.m",
            "the law misses the points",
            "held there",
            ScalingWords.READING.substring(0, 40));
    assertThat(text(files, "summary.json"))
        .contains("\"curveDrawn\" : false", "\"kappa\"", "\"peakInterval\"");
    SortedMap<String, byte[]> again = Report.files(List.of(run));
    for (Map.Entry<String, byte[]> file : files.entrySet()) {
      assertThat(again.get(file.getKey())).as(file.getKey()).isEqualTo(file.getValue());
    }
  }

  private static String text(SortedMap<String, byte[]> files, String name) {
    return new String(Optional.ofNullable(files.get(name)).orElseThrow(), StandardCharsets.UTF_8);
  }
}
