package org.counterpoint.analysis.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.counterpoint.analysis.model.Failure;
import org.counterpoint.analysis.model.Jdk;
import org.counterpoint.analysis.model.Run;
import org.counterpoint.analysis.stats.Estimate;
import org.counterpoint.analysis.stats.Quantiles;

/** The tables of a report, each with its circumstances in the caption. */
final class Tables {

  private Tables() {}

  /** Who may hold which rank, contenders by positions; empty where nothing is decided. */
  static Optional<Block.Table> ranks(Run run, Family family) {
    List<Contest> decided = family.contests().stream().filter(Contest::isDecided).toList();
    if (decided.isEmpty()) {
      return Optional.empty();
    }
    List<Block.Column> columns = new ArrayList<>();
    columns.add(new Block.Column("Contender", false));
    for (Contest contest : decided) {
      columns.add(new Block.Column(family.where(List.of(contest)), true));
    }
    List<List<Block.Cell>> rows = new ArrayList<>();
    for (Contender contender : family.contenders()) {
      List<Block.Cell> row = new ArrayList<>();
      row.add(Block.Cell.of(contender.label()));
      for (Contest contest : decided) {
        row.add(
            Block.Cell.of(
                contest.entries().stream()
                    .filter(entry -> entry.contender().equals(contender))
                    .map(Entry::rankText)
                    .findFirst()
                    .orElse("-")));
      }
      rows.add(row);
    }
    return Optional.of(
        new Block.Table(
            "Ranks by "
                + family.quantity().name()
                + ": "
                + family.title()
                + ". A range of ranks is a tie: the forks do not separate these contenders. "
                + Circumstances.of(run, decided)
                + ".",
            columns,
            rows));
  }

  /** Who leads in which field, the params in rows, the threads in columns. */
  static Block.Table map(Run run, DecisionMap map) {
    List<Block.Column> columns = new ArrayList<>();
    columns.add(new Block.Column(Params.withUnits(run, map.params()), true));
    map.threads()
        .forEach(threads -> columns.add(new Block.Column(Words.count(threads, "thread"), false)));
    List<List<Block.Cell>> rows = new ArrayList<>();
    for (DecisionMap.Column column : map.columns()) {
      List<Block.Cell> row = new ArrayList<>();
      row.add(Block.Cell.of(column.text()));
      for (int threads : map.threads()) {
        row.add(Block.Cell.of(map.field(column, threads).map(Tables::leaders).orElse("-")));
      }
      rows.add(row);
    }
    return new Block.Table(
        "Who leads in "
            + map.quantity().name()
            + ": "
            + map.title()
            + ". Several names in a field: not separated. "
            + Circumstances.of(run, map.contests())
            + ".",
        columns,
        rows);
  }

  /** Whether another JDK has another winner, in the rows and columns of the map. */
  static Block.Table difference(Run run, JdkDifference difference) {
    List<Block.Column> columns = new ArrayList<>();
    columns.add(new Block.Column(Params.withUnits(run, difference.after().params()), true));
    difference
        .threads()
        .forEach(threads -> columns.add(new Block.Column(Words.count(threads, "thread"), false)));
    List<List<Block.Cell>> rows = new ArrayList<>();
    for (DecisionMap.Column column : difference.columns()) {
      List<Block.Cell> row = new ArrayList<>();
      row.add(Block.Cell.of(column.text()));
      for (int threads : difference.threads()) {
        row.add(Block.Cell.of(difference.text(column, threads)));
      }
      rows.add(row);
    }
    return new Block.Table(
        "Who leads in "
            + difference.after().quantity().name()
            + " on the one and on the other: "
            + difference.after().title()
            + ". Open: the winner on one of the two is not proven, in the family of all that the"
            + " findings rest on. "
            + difference.jdks()
            + "; "
            + Circumstances.ofMachine(run)
            + ".",
        columns,
        rows);
  }

  private static String leaders(Contest contest) {
    return contest.isDecided()
        ? String.join(", ", contest.leaders().stream().sorted().map(Contender::label).toList())
        : "no verdict";
  }

  /** Each contender's speed, and what it comes with. */
  static Block.Table tradeOff(Run run, Exhibits.OfTraits exhibit) {
    Contest contest = exhibit.contest();
    TradeOff tradeOff = exhibit.tradeOff();
    List<Block.Column> columns = new ArrayList<>();
    columns.add(new Block.Column("Contender", false));
    columns.addAll(estimateColumns(contest.quantity().unit().symbol()).subList(0, 2));
    columns.addAll(estimateColumns(tradeOff.column()).subList(0, 2));
    List<List<Block.Cell>> rows = new ArrayList<>();
    for (ScatterPlot.Point point : exhibit.points()) {
      List<Block.Cell> row = new ArrayList<>();
      row.add(Block.Cell.of(point.name()));
      row.addAll(estimate(point.y()).subList(0, 2));
      row.addAll(estimate(point.x()).subList(0, 2));
      rows.add(row);
    }
    return new Block.Table(
        Words.capital(contest.quantity().text())
            + ", and "
            + tradeOff.axis(contest.setting().threads())
            + ": "
            + contest.setting().title()
            + ", "
            + contest.setting().threadsText()
            + ". "
            + Circumstances.of(run, List.of(contest))
            + ".",
        columns,
        rows);
  }

  /** Every contender of one contest. */
  static Block.Table contest(Run run, Contest contest) {
    List<List<Block.Cell>> rows = new ArrayList<>();
    for (Entry entry : contest.entries()) {
      List<Block.Cell> row = new ArrayList<>();
      row.add(new Block.Cell(entry.contender().label(), entry.note()));
      if (contest.isDecided()) {
        row.add(Block.Cell.of(entry.rankText()));
      }
      row.addAll(entry.estimate().map(Tables::estimate).orElse(unmeasured(entry.status())));
      rows.add(row);
    }
    List<Block.Column> columns = new ArrayList<>();
    columns.add(new Block.Column("Contender", false));
    if (contest.isDecided()) {
      columns.add(new Block.Column("Rank", true));
    }
    columns.addAll(estimateColumns(contest.quantity().unit().symbol()));
    String circumstances = Circumstances.of(run, List.of(contest));
    return new Block.Table(
        Words.capital(contest.quantity().text())
            + ": "
            + contest.setting().title()
            + ", "
            + contest.setting().threadsText()
            + ". "
            + (contest.isDecided() || circumstances.contains(contest.why())
                ? ""
                : Findings.noVerdict(contest.why(), "") + ". ")
            + circumstances
            + ".",
        columns,
        rows);
  }

  /** Time an operation at one thread, and what the instrument costs. */
  static Block.Table oneThread(Summary summary, Contest contest) {
    Optional<PriceList> prices = PriceList.of(contest);
    List<List<Block.Cell>> rows = new ArrayList<>();
    for (Entry entry : contest.entries()) {
      List<Block.Cell> row = new ArrayList<>();
      row.add(new Block.Cell(entry.contender().label(), entry.note()));
      row.addAll(
          entry
              .estimate()
              .flatMap(estimate -> TimePerOperation.of(estimate, contest.quantity().unit()))
              .map(Tables::estimate)
              .orElse(unmeasured(entry.status())));
      row.add(
          Block.Cell.of(
              entry
                  .traits()
                  .flatMap(Traits::allocation)
                  .map(allocation -> Numbers.of(allocation.center()))
                  .orElse("-")));
      prices.ifPresent(list -> row.add(times(list.of(entry.contender()))));
      rows.add(row);
    }
    for (Control control : summary.controlsBeside(contest.setting())) {
      List<Block.Cell> row = new ArrayList<>();
      row.add(Block.Cell.of("control: " + control.name()));
      row.addAll(control.time().map(Tables::estimate).orElse(unmeasured(Entry.Status.FAILED)));
      row.add(Block.Cell.of("-"));
      prices.ifPresent(list -> row.add(Block.Cell.of("-")));
      rows.add(row);
    }
    List<Block.Column> columns = new ArrayList<>();
    columns.add(new Block.Column(contest.ladder().map(Words::capital).orElse("Contender"), false));
    columns.addAll(estimateColumns(TimePerOperation.UNIT.symbol()));
    columns.add(new Block.Column("B/op", true));
    prices.ifPresent(list -> columns.add(new Block.Column("Times the one before", true)));
    return new Block.Table(
        "Time of one operation at 1 thread, ns/op (less is better): "
            + contest.setting().title()
            + ". The controls measure no contender and are not ranked. "
            + Circumstances.of(summary.run(), List.of(contest))
            + ".",
        columns,
        rows);
  }

  private static Block.Cell times(Optional<PriceList.Price> price) {
    return price
        .flatMap(PriceList.Price::times)
        .map(
            times ->
                new Block.Cell(
                    Numbers.of(times.value()), Numbers.of(Optional.of(times.interval()))))
        .orElse(Block.Cell.of("-"));
  }

  /** The 99th percentile of every contender at every rate. */
  static Block.Table responses(Run run, ResponseCurve curve) {
    List<Block.Column> columns = new ArrayList<>();
    columns.add(new Block.Column("Contender", false));
    for (ServiceTime time : curve.times()) {
      columns.add(
          new Block.Column(
              time.setting().params().getOrDefault(ResponseCurve.RATE, "") + " ops/ms", true));
    }
    List<List<Block.Cell>> rows = new ArrayList<>();
    for (Contender contender : curve.contenders()) {
      List<Block.Cell> row = new ArrayList<>();
      row.add(Block.Cell.of(contender.label()));
      for (ServiceTime time : curve.times()) {
        row.add(
            Block.Cell.of(
                time.lines().stream()
                    .filter(line -> line.contender().equals(contender))
                    .findFirst()
                    .map(Tables::response)
                    .orElse("-")));
      }
      rows.add(row);
    }
    return new Block.Table(
        Words.capital(curve.family().quantity().text())
            + ": "
            + curve.setting().title()
            + ", "
            + curve.setting().threadsText()
            + ". By operations due in a millisecond. "
            + Circumstances.ofTimes(run, curve.times())
            + ".",
        columns,
        rows);
  }

  private static String response(ServiceTime.Line line) {
    if (line.quantiles().isEmpty()) {
      return line.status().name();
    }
    Quantiles quantiles = line.quantiles().get();
    Estimate tail = quantiles.estimates().get(Quantiles.Point.P99);
    return !quantiles.isKeepingUp()
        ? "does not keep up"
        : tail == null
            ? "-"
            : Numbers.of(tail.center())
                + tail.interval()
                    .map(interval -> " " + Numbers.of(Optional.of(interval)))
                    .orElse("");
  }

  /** Percentiles of every contender in one setting. */
  static Block.Table percentiles(Run run, ServiceTime time) {
    List<Block.Column> columns = new ArrayList<>();
    columns.add(new Block.Column("Contender", false));
    for (Quantiles.Point point : Quantiles.Point.values()) {
      columns.add(new Block.Column(point.label(), true));
    }
    columns.add(new Block.Column("Longest seen", true));
    columns.add(new Block.Column("Samples", true));
    List<List<Block.Cell>> rows = new ArrayList<>();
    for (ServiceTime.Line line : time.lines()) {
      rows.add(
          percentileRow(
              new Block.Cell(line.contender().label(), line.note()),
              line.status(),
              line.quantiles()));
    }
    time.floor()
        .ifPresent(
            floor ->
                rows.add(
                    percentileRow(
                        Block.Cell.of(
                            "control: "
                                + floor.name()
                                + ", "
                                + Words.count(floor.threads(), "thread")),
                        Entry.Status.MEASURED,
                        Optional.of(floor.quantiles()))));
    return new Block.Table(
        Words.capital(time.quantity().name())
            + " of one operation, "
            + time.quantity().unit().symbol()
            + " (less is better): "
            + time.setting().title()
            + ", "
            + time.setting().threadsText()
            + ". Below each value its 95 % interval over forks; max is the longest time of a fork, the"
            + " longest seen that of all forks, both of the operations that were timed, which are not"
            + " all; samples are those of the fork with the fewest. "
            + Circumstances.of(run, time)
            + ".",
        columns,
        rows);
  }

  private static List<Block.Cell> percentileRow(
      Block.Cell name, Entry.Status status, Optional<Quantiles> quantiles) {
    List<Block.Cell> row = new ArrayList<>();
    row.add(name);
    for (Quantiles.Point point : Quantiles.Point.values()) {
      row.add(
          quantiles
              .map(
                  q -> {
                    Estimate estimate = q.estimates().get(point);
                    return estimate == null
                        ? Block.Cell.of("too few samples")
                        : new Block.Cell(
                            Numbers.of(estimate.center()),
                            estimate.interval().isPresent() ? Numbers.of(estimate.interval()) : "");
                  })
              .orElse(Block.Cell.of(status == Entry.Status.MEASURED ? "-" : status.name())));
    }
    OptionalDouble longest = quantiles.map(Quantiles::longest).orElse(OptionalDouble.empty());
    row.add(Block.Cell.of(longest.isPresent() ? Numbers.of(longest.getAsDouble()) : "-"));
    row.add(Block.Cell.of(quantiles.map(q -> Numbers.of(q.samples())).orElse("-")));
    return row;
  }

  /** Controls that stand in no other table, since no contender was measured beside them. */
  static Block.Table controls(Run run, Jdk jdk, List<Control> controls) {
    List<List<Block.Cell>> rows = new ArrayList<>();
    for (Control control : controls) {
      List<Block.Cell> row = new ArrayList<>();
      row.add(Block.Cell.of(control.name()));
      row.add(Block.Cell.of(Integer.toString(control.threads())));
      row.add(Block.Cell.of(control.unit().symbol()));
      row.addAll(estimate(control.estimate()));
      row.addAll(control.time().map(Tables::estimate).orElse(unmeasured("-")).subList(0, 2));
      rows.add(row);
    }
    List<Block.Column> columns = new ArrayList<>();
    columns.add(new Block.Column("Control", false));
    columns.add(new Block.Column("Threads", true));
    columns.add(new Block.Column("Unit", false));
    columns.addAll(estimateColumns("Value"));
    columns.addAll(estimateColumns(TimePerOperation.UNIT.symbol()).subList(0, 2));
    return new Block.Table(
        "Controls: benchmarks that measure no contender but the instrument. "
            + Circumstances.of(
                run,
                jdk,
                controls.stream().mapToInt(Control::threads),
                controls.stream().mapToInt(control -> control.estimate().forks()))
            + ".",
        columns,
        rows);
  }

  /** Every fork that left no measurement. */
  static Block.Table failures(Run run) {
    List<List<Block.Cell>> rows = new ArrayList<>();
    for (Failure failure : run.failures()) {
      rows.add(
          List.of(
              Block.Cell.of(failure.cell().toString()),
              Block.Cell.of(failure.jdk()),
              Block.Cell.of(Integer.toString(failure.block())),
              Block.Cell.of(failure.isLostUpdate() ? "BROKEN: " + failure.kind() : failure.kind()),
              Block.Cell.of(failure.message())));
    }
    return new Block.Table(
        "Forks that left no measurement. "
            + Circumstances.ofMachine(run)
            + "; "
            + Words.count(run.failures().size(), "failure")
            + ".",
        List.of(
            new Block.Column("Cell", false),
            new Block.Column("JDK", false),
            new Block.Column("Block", true),
            new Block.Column("Kind", false),
            new Block.Column("What happened", false)),
        rows);
  }

  /** Of {@link #estimate}. */
  static List<Block.Column> estimateColumns(String unit) {
    return List.of(
        new Block.Column(unit, true),
        new Block.Column("95 % interval", true),
        new Block.Column("Forks", true));
  }

  /** Its value, its interval, and how many forks it is made of. */
  static List<Block.Cell> estimate(Estimate estimate) {
    return List.of(
        Block.Cell.of(Numbers.of(estimate.center())),
        Block.Cell.of(Numbers.of(estimate.interval())),
        Block.Cell.of(Integer.toString(estimate.forks())));
  }

  /** In its place. */
  static List<Block.Cell> unmeasured(Entry.Status status) {
    return unmeasured(status.name());
  }

  private static List<Block.Cell> unmeasured(String why) {
    return List.of(Block.Cell.of(why), Block.Cell.of("-"), Block.Cell.of("-"));
  }
}
