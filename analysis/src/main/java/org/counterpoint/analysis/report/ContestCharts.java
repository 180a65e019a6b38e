package org.counterpoint.analysis.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.counterpoint.analysis.model.Run;

/** How contenders compare: over threads or a param, at one point of it, and in what that costs. */
final class ContestCharts {

  private final Summary summary;
  private final Run run;

  ContestCharts(Summary summary) {
    this.summary = summary;
    this.run = summary.run();
  }

  Optional<Supplier<Chart>> along(Exhibits.OfFamily exhibit) {
    Family family = exhibit.family();
    List<LinePlot.Line> lines = new ArrayList<>();
    for (Contender contender : family.contenders()) {
      lines.add(new LinePlot.Line(contender.label(), contender.order(), points(family, contender)));
    }
    if (lines.stream().allMatch(line -> line.points().isEmpty())) {
      return Optional.empty();
    }
    List<Canvas.Label> positions = new ArrayList<>();
    int n = family.contests().size();
    for (int i = 0; i < n; i++) {
      positions.add(new Canvas.Label((i + 0.5) / n, family.position(family.contests().get(i))));
    }
    Frame frame =
        new Frame(
            Findings.of(family).headline(),
            Words.capital(family.quantity().name())
                + " against "
                + family.axisWords()
                + ": "
                + family.title()
                + family.sameThreads()
                + ChartWords.unranked(family.contests()),
            Params.withUnits(run, List.of(family.axisWords())),
            family.quantity().text(),
            Circumstances.of(run, family.contests()) + ChartWords.intervals(family.contests()));
    return Optional.of(
        () ->
            Chart.of(
                exhibit.anchor(),
                frame,
                LinePlot.draw(
                    frame,
                    positions,
                    lines,
                    shade(family),
                    Scale.plainLabel(),
                    LinePlot.Intervals.BARS)));
  }

  private static List<LinePlot.Point> points(Family family, Contender contender) {
    List<LinePlot.Point> points = new ArrayList<>();
    int n = family.contests().size();
    for (int i = 0; i < n; i++) {
      for (Entry entry : family.contests().get(i).measured()) {
        if (entry.contender().equals(contender)) {
          points.add(new LinePlot.Point((i + 0.5) / n, entry.estimate().orElseThrow()));
        }
      }
    }
    return points;
  }

  private Optional<LinePlot.Shade> shade(Family family) {
    Optional<Integer> cores = Circumstances.cores(run);
    if (!family.isAlongThreads() || cores.isEmpty()) {
      return Optional.empty();
    }
    long within =
        family.contests().stream()
            .filter(contest -> contest.setting().threads() <= cores.get())
            .count();
    return within == family.contests().size()
        ? Optional.empty()
        : Optional.of(
            new LinePlot.Shade(
                (double) within / family.contests().size(),
                "shaded: more threads than the "
                    + Words.count(cores.get(), "core")
                    + ", measures the scheduler too"));
  }

  Optional<Supplier<Chart>> scaling(Exhibits.OfScaling exhibit) {
    Scaling scaling = exhibit.scaling();
    if (!scaling.hasCurve()) {
      return Optional.empty();
    }
    Family family = scaling.family();
    Frame frame =
        new Frame(
            ScalingWords.headline(scaling, summary.objection()),
            "Universal Scalability Law fitted to "
                + family.quantity().name()
                + ": "
                + family.title()
                + (scaling.hasCertainPeak() ? "; dotted: a peak that is certain" : "")
                + ChartWords.unranked(family.contests()),
            "threads, log scale",
            family.quantity().text(),
            Circumstances.of(run, family.contests())
                + ChartWords.intervals(family.contests())
                + (scaling.hasCertainPeak() ? ", of throughput and of the peak" : ""));
    return Optional.of(
        () ->
            Chart.of(
                exhibit.anchor(),
                frame,
                ScalingPlot.draw(frame, scaling, Circumstances.cores(run))));
  }

  Optional<Supplier<Chart>> oneThread(Exhibits.OfOneThread exhibit) {
    Contest contest = exhibit.contest();
    List<DotPlot.Row> rows = new ArrayList<>();
    for (Entry entry : contest.measured()) {
      TimePerOperation.of(entry.estimate().orElseThrow(), contest.quantity().unit())
          .ifPresent(
              estimate ->
                  rows.add(
                      new DotPlot.Row(
                          entry.contender().label(),
                          contest.ladder().isPresent()
                              ? DotPlot.Row.STEP
                              : entry.contender().order(),
                          estimate,
                          bytes(entry))));
    }
    for (Control control : summary.controlsBeside(contest.setting())) {
      control
          .time()
          .ifPresent(
              estimate ->
                  rows.add(new DotPlot.Row("control: " + control.name(), -1, estimate, "")));
    }
    Frame frame =
        new Frame(
            Findings.ofTimePerOperation(contest).headline(),
            "Time of one operation at 1 thread: "
                + contest.setting().title()
                + (summary.controlsBeside(contest.setting()).isEmpty()
                    ? ""
                    : "; controls in grey: what the instrument itself costs")
                + ChartWords.unranked(List.of(contest)),
            "ns/op (less is better)",
            "",
            Circumstances.of(run, List.of(contest)) + ChartWords.intervals(List.of(contest)));
    return Optional.of(
        () -> Chart.of(exhibit.anchor(), frame, DotPlot.draw(frame, rows, Scale.plainLabel())));
  }

  /** What it allocates, where that is more than JMH's own odds and ends. */
  private static String bytes(Entry entry) {
    return entry
        .traits()
        .flatMap(Traits::allocation)
        .filter(allocation -> allocation.center() >= 1)
        .map(allocation -> Numbers.of(allocation.center()) + " B/op")
        .orElse("");
  }

  Optional<Supplier<Chart>> single(Exhibits.OfFamily exhibit) {
    Contest contest = exhibit.family().first();
    if (contest.measured().isEmpty()) {
      return Optional.empty();
    }
    List<DotPlot.Row> rows =
        contest.measured().stream()
            .map(
                entry ->
                    new DotPlot.Row(
                        entry.contender().label(),
                        entry.contender().order(),
                        entry.estimate().orElseThrow(),
                        ""))
            .toList();
    Frame frame =
        new Frame(
            Findings.of(exhibit.family()).headline(),
            Words.capital(contest.quantity().name())
                + ": "
                + contest.setting().title()
                + ", "
                + contest.setting().threadsText()
                + ChartWords.unranked(List.of(contest)),
            contest.quantity().text(),
            "",
            Circumstances.of(run, List.of(contest)) + ChartWords.intervals(List.of(contest)));
    return Optional.of(
        () -> Chart.of(exhibit.anchor(), frame, DotPlot.draw(frame, rows, Scale.plainLabel())));
  }

  Optional<Supplier<Chart>> tradeOff(Exhibits.OfTraits exhibit) {
    Contest contest = exhibit.contest();
    TradeOff tradeOff = exhibit.tradeOff();
    String threads = contest.setting().threadsText();
    Frame frame =
        new Frame(
            tradeOff.question() + ", at " + threads + "?",
            Words.capital(contest.quantity().name())
                + " against "
                + tradeOff.words()
                + ": "
                + contest.setting().title()
                + ", "
                + threads
                + (tradeOff.hasFrontier(exhibit.points())
                    ? "; dashed: those that no other beats in both"
                    : "")
                + ChartWords.unranked(List.of(contest)),
            tradeOff.axis(contest.setting().threads()),
            contest.quantity().text(),
            Circumstances.of(run, List.of(contest)) + ChartWords.intervals(List.of(contest)));
    return Optional.of(
        () ->
            Chart.of(
                exhibit.anchor(),
                frame,
                tradeOff.draw(frame, exhibit.points(), contest.setting().threads())));
  }
}
