package org.counterpoint.analysis.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleFunction;
import org.counterpoint.analysis.model.Run;
import org.counterpoint.analysis.model.Unit;
import org.counterpoint.analysis.stats.Estimate;
import org.counterpoint.analysis.stats.Quantiles;

/** Decides which charts a run gets, and what each says. */
final class Charts {

  /** More than this nobody looks at; the tables have everything. */
  static final int MOST = 32;

  private final Summary summary;
  private final Run run;
  private final List<Chart> charts = new ArrayList<>();
  private int leftOut;

  private Charts(Summary summary) {
    this.summary = summary;
    this.run = summary.run();
  }

  /**
   * What was drawn.
   *
   * @param leftOut how many charts there was no room for
   */
  record Drawn(List<Chart> charts, int leftOut) {
    Drawn {
      charts = List.copyOf(charts);
    }
  }

  static Drawn of(Exhibits exhibits) {
    Charts plan = new Charts(exhibits.summary());
    exhibits.maps().forEach(plan::map);
    exhibits.differences().forEach(plan::difference);
    exhibits.traits().forEach(plan::tradeOff);
    exhibits.families().stream()
        .filter(exhibit -> !exhibit.family().isSingle())
        .filter(exhibit -> !exhibits.isMapped(exhibit.family()))
        .forEach(plan::along);
    exhibits.scalings().forEach(plan::scaling);
    exhibits.oneThread().forEach(plan::oneThread);
    exhibits.families().stream()
        .filter(exhibit -> exhibit.family().isSingle())
        .filter(
            exhibit ->
                exhibits.oneThread().stream()
                    .noneMatch(one -> one.contest().equals(exhibit.family().first())))
        .forEach(plan::single);
    exhibits.responses().forEach(plan::responses);
    exhibits.times().forEach(plan::percentiles);
    exhibits.families().stream()
        .filter(exhibit -> !exhibit.family().isSingle())
        .filter(exhibit -> exhibits.isMapped(exhibit.family()))
        .forEach(plan::along);
    return new Drawn(plan.charts, plan.leftOut);
  }

  private boolean isFull() {
    if (charts.size() < MOST) {
      return false;
    }
    leftOut++;
    return true;
  }

  private void map(Exhibits.OfMap exhibit) {
    DecisionMap map = exhibit.map();
    if (isFull()) {
      return;
    }
    Frame frame =
        new Frame(
            map.headline(),
            "Who leads in "
                + map.quantity().name()
                + ": "
                + map.title()
                + "; several names in a field: not separated"
                + unranked(map.contests()),
            Params.withUnits(run, map.params()),
            "",
            Circumstances.of(run, map.contests()) + beyondCores(map));
    add(exhibit.anchor(), frame, MapPlot.draw(frame, map));
  }

  private void difference(Exhibits.OfDifference exhibit) {
    JdkDifference difference = exhibit.difference();
    if (difference.isOpen() || isFull()) {
      return;
    }
    DecisionMap map = difference.after();
    Frame frame =
        new Frame(
            difference.headline(),
            "Who leads in "
                + map.quantity().name()
                + ": "
                + map.title()
                + "; open: no winner is proven on one of them, or on both"
                + unranked(map.contests()),
            Params.withUnits(run, map.params()),
            "",
            difference.jdks() + "; " + Circumstances.ofMachine(run) + beyondCores(map));
    add(exhibit.anchor(), frame, MapPlot.draw(frame, difference));
  }

  private void tradeOff(Exhibits.OfTraits exhibit) {
    if (isFull()) {
      return;
    }
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
                + "; dashed: those that no other beats in both"
                + unranked(List.of(contest)),
            tradeOff.axis(),
            contest.quantity().text(),
            Circumstances.of(run, List.of(contest)) + intervals(List.of(contest)));
    add(exhibit.anchor(), frame, tradeOff.draw(frame, exhibit.points()));
  }

  private String beyondCores(DecisionMap map) {
    return Circumstances.cores(run)
        .filter(cores -> map.threads().stream().anyMatch(threads -> threads > cores))
        .map(
            cores ->
                ". Beyond " + Words.count(cores, "thread") + " the scheduler is measured as well")
        .orElse("");
  }

  private void along(Exhibits.OfFamily exhibit) {
    Family family = exhibit.family();
    List<LinePlot.Line> lines = new ArrayList<>();
    for (Contender contender : family.contenders()) {
      lines.add(new LinePlot.Line(contender.label(), contender.order(), points(family, contender)));
    }
    if (lines.stream().allMatch(line -> line.points().isEmpty()) || isFull()) {
      return;
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
                + unranked(family.contests()),
            Params.withUnits(run, List.of(family.axisWords())),
            family.quantity().text(),
            Circumstances.of(run, family.contests()) + intervals(family.contests()));
    add(
        exhibit.anchor(),
        frame,
        LinePlot.draw(
            frame, positions, lines, shade(family), Scale.plainLabel(), LinePlot.Intervals.BARS));
  }

  private void scaling(Exhibits.OfScaling exhibit) {
    Scaling scaling = exhibit.scaling();
    if (!scaling.hasCurve() || isFull()) {
      return;
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
                + unranked(family.contests()),
            "threads, log scale",
            family.quantity().text(),
            Circumstances.of(run, family.contests())
                + intervals(family.contests())
                + (scaling.hasCertainPeak() ? ", of throughput and of the peak" : ""));
    add(exhibit.anchor(), frame, ScalingPlot.draw(frame, scaling, Circumstances.cores(run)));
  }

  private void add(String anchor, Frame frame, Canvas canvas) {
    charts.add(new Chart(anchor, "data-" + anchor, frame.title(), frame.caption(), canvas));
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

  private void oneThread(Exhibits.OfOneThread exhibit) {
    if (isFull()) {
      return;
    }
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
                + unranked(List.of(contest)),
            "ns/op (less is better)",
            "",
            Circumstances.of(run, List.of(contest)) + intervals(List.of(contest)));
    add(exhibit.anchor(), frame, DotPlot.draw(frame, rows, Scale.plainLabel()));
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

  private void single(Exhibits.OfFamily exhibit) {
    Contest contest = exhibit.family().first();
    if (contest.measured().isEmpty() || isFull()) {
      return;
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
                + unranked(List.of(contest)),
            contest.quantity().text(),
            "",
            Circumstances.of(run, List.of(contest)) + intervals(List.of(contest)));
    add(exhibit.anchor(), frame, DotPlot.draw(frame, rows, Scale.plainLabel()));
  }

  private void percentiles(Exhibits.OfTime exhibit) {
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
    if (lines.stream().allMatch(line -> line.points().isEmpty()) || isFull()) {
      return;
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
                + brokenNames(
                    time.lines().stream()
                        .filter(line -> line.status() == Entry.Status.BROKEN)
                        .map(ServiceTime.Line::contender)
                        .toList()),
            "percentile of the operations that were timed (max: the longest of a fork)",
            time.quantity().name() + " (less is better)",
            Circumstances.of(run, time) + bands(lines));
    add(
        exhibit.anchor(),
        frame,
        LinePlot.draw(
            frame,
            positions,
            lines,
            Optional.empty(),
            timeLabel(time.quantity().unit()),
            LinePlot.Intervals.BANDS));
  }

  private void responses(Exhibits.OfResponse exhibit) {
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
    if (lines.stream().allMatch(line -> line.points().isEmpty()) || isFull()) {
      return;
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
            Circumstances.ofTimes(run, curve.times()) + bands(lines));
    add(
        exhibit.anchor(),
        frame,
        LinePlot.draw(
            frame, positions, lines, Optional.empty(), timeLabel(unit), LinePlot.Intervals.BANDS));
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

  private static String intervals(String shownAs, boolean any) {
    return any ? ". " + shownAs + ": 95 % intervals over forks" : ". Too few forks for intervals";
  }

  private static String bands(List<LinePlot.Line> lines) {
    return intervals(
        "Bands",
        lines.stream()
            .flatMap(line -> line.points().stream())
            .anyMatch(point -> point.estimate().interval().isPresent()));
  }

  private static String intervals(List<Contest> contests) {
    return intervals(
        "Bars",
        contests.stream()
            .flatMap(contest -> contest.measured().stream())
            .flatMap(entry -> entry.estimate().stream())
            .anyMatch(estimate -> estimate.interval().isPresent()));
  }

  private static String unranked(List<Contest> contests) {
    return brokenNames(
        contests.stream()
            .flatMap(contest -> contest.entries().stream())
            .filter(entry -> entry.status() == Entry.Status.BROKEN)
            .map(Entry::contender)
            .distinct()
            .toList());
  }

  private static String brokenNames(List<Contender> broken) {
    return broken.isEmpty()
        ? ""
        : "; not drawn, BROKEN: " + Words.list(broken.stream().map(Contender::label).toList());
  }
}
