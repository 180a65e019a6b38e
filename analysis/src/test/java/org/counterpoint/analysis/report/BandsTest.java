package org.counterpoint.analysis.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.DoubleStream;
import org.counterpoint.analysis.model.Fork;
import org.counterpoint.analysis.model.Measurement;
import org.counterpoint.analysis.model.Metric;
import org.counterpoint.analysis.model.Mode;
import org.counterpoint.analysis.model.Run;
import org.counterpoint.analysis.model.Unit;
import org.counterpoint.analysis.model.Values;
import org.counterpoint.analysis.stats.Estimate;
import org.counterpoint.analysis.stats.Interval;
import org.junit.jupiter.api.Test;
import org.knowm.xchart.XYSeries;

class BandsTest {

  private static Chart percentiles(Run run) {
    return Charts.of(Exhibits.of(Summary.of(run), new Slugs())).charts().stream()
        .filter(chart -> chart.id().contains("service-time"))
        .findFirst()
        .orElseThrow();
  }

  /** Response times of two contenders at three rates. */
  static Run responses() {
    List<Measurement> all = new ArrayList<>();
    for (String name : List.of("a", "b")) {
      for (int rate : new int[] {100, 1000, 5000}) {
        double p99 = name.equals("a") ? 2.0 * rate : 90_000 + rate;
        SortedMap<String, Metric> times = new TreeMap<>();
        put(times, "p99", "ns/op", p99, 1.1 * p99, 1.3 * p99, 0.9 * p99, p99);
        put(times, "samples", "samples", 1e6, 1e6, 1e6, 1e6, 1e6);
        Measurement entry =
            Runs.entry(
                "p.B.due",
                Runs.params("strategy", name, ResponseCurve.RATE, "" + rate),
                Mode.THROUGHPUT,
                2,
                "ops/ms",
                Runs.around(rate, 5));
        all.add(
            new Measurement(entry.cell(), entry.jdk(), entry.protocol(), entry.primary(), times));
      }
    }
    return Runs.foreign("due.json", all.toArray(new Measurement[0]));
  }

  private static void put(
      SortedMap<String, Metric> times, String name, String unit, double... forks) {
    List<Fork> all = new ArrayList<>();
    for (double value : forks) {
      all.add(new Fork(all.size(), Values.of(value), Optional.empty()));
    }
    times.put("responseTime." + name, new Metric("responseTime." + name, Unit.of(unit), all));
  }

  @Test
  void responseTimesOverTheRateHaveBandsToo() {
    Chart chart =
        Charts.of(Exhibits.of(Summary.of(responses()), new Slugs())).charts().stream()
            .filter(one -> one.id().contains("by-rate"))
            .findFirst()
            .orElseThrow();
    assertThat(strips(chart.canvas())).hasSize(2);
    assertThat(chart.caption()).contains("Bands: 95 % intervals over forks");
    TextBoxes.assertApart(chart.canvas());
  }

  private static List<XYSeries> strips(Canvas canvas) {
    return canvas.getSeriesMap().values().stream()
        .filter(
            series -> series.getXYSeriesRenderStyle() == XYSeries.XYSeriesRenderStyle.PolygonArea)
        .toList();
  }

  private static Color opaque(Color color) {
    return new Color(color.getRGB());
  }

  @Test
  void everyLineRunsWithinItsBand() {
    Canvas canvas = percentiles(Runs.own().threads(2).make()).canvas();
    List<XYSeries> strips = strips(canvas);
    assertThat(strips).hasSize(7);
    for (XYSeries strip : strips) {
      Color color = opaque(strip.getFillColor());
      double[] xs = strip.getXData();
      int n = xs.length / 2;
      XYSeries line =
          canvas.getSeriesMap().values().stream()
              .filter(series -> series.getXData().length == n)
              .filter(series -> color.equals(series.getLineColor()))
              .findFirst()
              .orElseThrow();
      assertThat(n).isEqualTo(6);
      for (int i = 0; i < n; i++) {
        assertThat(xs[i]).isEqualTo(line.getXData()[i]).isEqualTo(xs[2 * n - 1 - i]);
        assertThat(line.getYData()[i])
            .isGreaterThan(strip.getYData()[i])
            .isLessThan(strip.getYData()[2 * n - 1 - i]);
      }
    }
  }

  @Test
  void whatLiesBelowABandShowsThroughAndTheWidestLiesLowest() {
    List<XYSeries> strips = strips(percentiles(Runs.own().threads(2).make()).canvas());
    double last = Double.POSITIVE_INFINITY;
    for (XYSeries strip : strips) {
      assertThat(strip.getFillColor().getAlpha()).isBetween(1, 128);
      double[] ys = strip.getYData();
      double width = 0;
      for (int i = 0; i < ys.length / 2; i++) {
        width += ys[ys.length - 1 - i] - ys[i];
      }
      assertThat(width).isLessThanOrEqualTo(last);
      last = width;
    }
  }

  @Test
  void allBandsLieBelowAllLines() {
    List<XYSeries> all =
        new ArrayList<>(percentiles(Runs.own().threads(2).make()).canvas().getSeriesMap().values());
    List<XYSeries> strips = strips(percentiles(Runs.own().threads(2).make()).canvas());
    int lastStrip = 0;
    int firstLine = all.size();
    for (int i = 0; i < all.size(); i++) {
      XYSeries series = all.get(i);
      if (series.getXYSeriesRenderStyle() == XYSeries.XYSeriesRenderStyle.PolygonArea) {
        lastStrip = i;
      } else if (series.getXData().length == 6 && series.getLineColor().getAlpha() == 255) {
        firstLine = Math.min(firstLine, i);
      }
    }
    assertThat(strips).isNotEmpty();
    assertThat(lastStrip).isLessThan(firstLine);
  }

  @Test
  void tooFewForksHaveLinesAndNoBand() {
    Chart chart = percentiles(Runs.own().forks(2).threads(2).make());
    assertThat(strips(chart.canvas())).isEmpty();
    assertThat(chart.caption()).contains("Too few forks for intervals");
    assertThat(percentiles(Runs.own().threads(2).make()).caption())
        .contains("Bands: 95 % intervals over forks");
  }

  private static LinePlot.Point point(double at, boolean hasInterval) {
    return new LinePlot.Point(
        at,
        new Estimate(
            5, 2, hasInterval ? Optional.of(new Interval(1, 3)) : Optional.<Interval>empty()));
  }

  @Test
  void aBandBreaksOffWhereThereIsNoIntervalAndWhereThereIsNoPoint() {
    List<Canvas.Label> positions =
        DoubleStream.of(0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6)
            .mapToObj(at -> new Canvas.Label(at, "at"))
            .toList();
    List<LinePlot.Point> points =
        List.of(
            point(0, false),
            point(0.1, true),
            point(0.2, true),
            point(0.3, false),
            point(0.4, true),
            point(0.6, true));
    assertThat(Bands.stretches(new LinePlot.Line("a", 0, points), positions))
        .containsExactly(
            List.of(points.get(1), points.get(2)), List.of(points.get(4)), List.of(points.get(5)));
  }

  @Test
  void theSvgLetsThroughAsMuchAsThePicture() throws IOException {
    assertThat(Images.svg(percentiles(Runs.own().threads(2).make())))
        .contains("fill-opacity:0.1")
        .contains("stroke-opacity:0.5");
  }

  @Test
  void noTextTouchesAnother() {
    TextBoxes.assertApart(percentiles(Runs.own().threads(2).make()).canvas());
  }

  @Test
  void theLongestTimeOfAllForksIsInTheTable() {
    Summary summary = Summary.of(Runs.own().strategies("MUTEX").threads(2).make());
    ServiceTime time = summary.serviceTimes().get(0);
    Block.Table table = Tables.percentiles(summary.run(), time);
    int column = table.columns().indexOf(new Block.Column("Longest seen", true));
    double longest =
        summary.run().measurements().stream()
            .filter(measurement -> measurement.cell().benchmark().equals(Runs.SERVICE))
            .map(measurement -> measurement.secondary().get("serviceTime.max"))
            .flatMap(metric -> Objects.requireNonNull(metric).forks().stream())
            .mapToDouble(Fork::mean)
            .max()
            .orElseThrow();
    assertThat(table.rows().get(0).get(column).text()).isEqualTo(Numbers.of(longest));
    assertThat(table.caption()).contains("of the operations that were timed");
    Summary few = Summary.of(Runs.own().strategies("MUTEX").threads(2).samples(0).make());
    assertThat(
            Tables.percentiles(few.run(), few.serviceTimes().get(0))
                .rows()
                .get(0)
                .get(column)
                .text())
        .isEqualTo("-");
  }
}
