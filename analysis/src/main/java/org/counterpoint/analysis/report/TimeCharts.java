package org.counterpoint.analysis.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleFunction;
import java.util.function.Supplier;
import org.counterpoint.analysis.model.Run;
import org.counterpoint.analysis.model.Unit;
import org.counterpoint.analysis.stats.Estimate;
import org.counterpoint.analysis.stats.Quantiles;

/** How long single operations take, from their start or from when they were due. */
final class TimeCharts {

  private final Run run;

  TimeCharts(Run run) {
    this.run = run;
  }

  Optional<Supplier<Chart>> percentiles(Exhibits.OfTime exhibit) {
    ServiceTime time = exhibit.time();
    List<LinePlot.Line> lines = new ArrayList<>();
    for (ServiceTime.Line line : time.lines()) {
      line.quantiles()
          .ifPresent(
              quantiles ->
                  lines.add(
                      new LinePlot.Line(
                          line.contender().label(), line.contender().order(), points(quantiles))));
    }
    if (lines.stream().allMatch(line -> line.points().isEmpty())) {
      return Optional.empty();
    }
    time.floor()
        .ifPresent(
            floor ->
                lines.add(
                    new LinePlot.Line("control: " + floor.name(), -1, points(floor.quantiles()))));
    List<Canvas.Label> positions = new ArrayList<>();
    for (Quantiles.Point point : Quantiles.Point.values()) {
      positions.add(new Canvas.Label(x(point), point.label()));
    }
    Frame frame =
        new Frame(
            Findings.ofServiceTimes(List.of(time)).headline(),
            Words.capital(time.quantity().name())
                + " of one operation: "
                + time.setting().title()
                + ", "
                + time.setting().threadsText()
                + time.floor()
                    .map(
                        floor ->
                            "; grey: the timer alone at " + Words.count(floor.threads(), "thread"))
                    .orElse("")
                + ChartWords.brokenNames(
                    time.lines().stream()
                        .filter(line -> line.status() == Entry.Status.BROKEN)
                        .map(ServiceTime.Line::contender)
                        .toList()),
            "percentile of the operations that were timed (max: the longest of a fork)",
            time.quantity().name() + " (less is better)",
            Circumstances.of(run, time) + ChartWords.bands(lines));
    return Optional.of(
        () ->
            Chart.of(
                exhibit.anchor(),
                frame,
                LinePlot.draw(
                    frame,
                    positions,
                    lines,
                    Optional.empty(),
                    timeLabel(time.quantity().unit()),
                    LinePlot.Intervals.BANDS)));
  }

  Optional<Supplier<Chart>> responses(Exhibits.OfResponse exhibit) {
    ResponseCurve curve = exhibit.curve();
    List<LinePlot.Line> lines = new ArrayList<>();
    int n = curve.times().size();
    for (Contender contender : curve.contenders()) {
      List<LinePlot.Point> points = new ArrayList<>();
      for (int i = 0; i < n; i++) {
        double at = (i + 0.5) / n;
        curve.times().get(i).lines().stream()
            .filter(line -> line.contender().equals(contender))
            .flatMap(line -> line.quantiles().stream())
            .filter(Quantiles::isKeepingUp)
            .flatMap(
                quantiles ->
                    Optional.ofNullable(quantiles.estimates().get(Quantiles.Point.P99)).stream())
            .forEach(estimate -> points.add(new LinePlot.Point(at, estimate)));
      }
      lines.add(new LinePlot.Line(contender.label(), contender.order(), points));
    }
    if (lines.stream().allMatch(line -> line.points().isEmpty())) {
      return Optional.empty();
    }
    List<Canvas.Label> positions = new ArrayList<>();
    for (int i = 0; i < n; i++) {
      positions.add(
          new Canvas.Label(
              (i + 0.5) / n, curve.family().position(curve.family().contests().get(i))));
    }
    Unit unit = curve.times().get(0).quantity().unit();
    List<String> knees = new ArrayList<>();
    curve.knees().forEach((who, rate) -> knees.add(who.label() + " from " + rate));
    Frame frame =
        new Frame(
            Findings.ofResponses(curve.family()).headline(),
            "99th percentile of response time against the rate at which operations are due: "
                + curve.setting().title()
                + ", "
                + curve.setting().threadsText()
                + (knees.isEmpty()
                    ? ""
                    : "; not drawn where less than was due was done: " + Words.list(knees)),
            "operations due in a millisecond, on average",
            "99th percentile of response time (less is better)",
            Circumstances.ofTimes(run, curve.times()) + ChartWords.bands(lines));
    return Optional.of(
        () ->
            Chart.of(
                exhibit.anchor(),
                frame,
                LinePlot.draw(
                    frame,
                    positions,
                    lines,
                    Optional.empty(),
                    timeLabel(unit),
                    LinePlot.Intervals.BANDS)));
  }

  /** On an axis of nines, with room at both ends. */
  private static double x(Quantiles.Point point) {
    return (point.nines() + 0.05) / 5.4;
  }

  private static List<LinePlot.Point> points(Quantiles quantiles) {
    List<LinePlot.Point> points = new ArrayList<>();
    for (Quantiles.Point point : Quantiles.Point.values()) {
      Estimate estimate = quantiles.estimates().get(point);
      if (estimate != null) {
        points.add(new LinePlot.Point(x(point), estimate));
      }
    }
    return points;
  }

  private static DoubleFunction<String> timeLabel(Unit unit) {
    return unit.kind() == Unit.Kind.TIME ? Scale.timeLabel(unit.scale()) : Scale.plainLabel();
  }
}
