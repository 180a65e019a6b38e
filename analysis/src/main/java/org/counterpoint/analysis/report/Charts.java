package org.counterpoint.analysis.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Which charts a run gets, and in which order. */
final class Charts {

  /** More than this nobody looks at; the tables have everything. */
  static final int MOST = 32;

  private final List<Chart> drawn = new ArrayList<>();
  private int leftOut;

  private Charts() {}

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
    Charts charts = new Charts();
    MapCharts maps = new MapCharts(exhibits.summary().run());
    ContestCharts contests = new ContestCharts(exhibits.summary());
    TimeCharts times = new TimeCharts(exhibits.summary().run());
    List<Exhibits.OfFamily> mapped =
        exhibits.families().stream().filter(one -> exhibits.isMapped(one.family())).toList();
    List<Exhibits.OfFamily> others = without(exhibits.families(), mapped::contains);
    List<Exhibits.OfFamily> lines = without(others, one -> one.family().isSingle());
    // The plainest question, on every JDK, comes before what takes longer to read.
    List<Family> plainest = exhibits.summary().firstAsked();
    List<Exhibits.OfFamily> firstAsked =
        lines.stream().filter(one -> plainest.contains(one.family())).toList();
    charts.add(firstAsked, contests::along);
    charts.add(exhibits.maps(), maps::map);
    charts.add(exhibits.differences(), maps::difference);
    charts.add(exhibits.traits(), contests::tradeOff);
    charts.add(without(lines, firstAsked::contains), contests::along);
    charts.add(exhibits.scalings(), contests::scaling);
    charts.add(exhibits.oneThread(), contests::oneThread);
    charts.add(
        without(
            exhibits.families(),
            one -> !one.family().isSingle() || isAtOneThread(exhibits, one.family().first())),
        contests::single);
    charts.add(exhibits.responses(), times::responses);
    charts.add(exhibits.times(), times::percentiles);
    charts.add(without(mapped, one -> one.family().isSingle()), contests::along);
    return new Drawn(charts.drawn, charts.leftOut);
  }

  private <T> void add(List<T> exhibits, Function<T, Optional<Supplier<Chart>>> chartOf) {
    for (T exhibit : exhibits) {
      chartOf
          .apply(exhibit)
          .ifPresent(
              chart -> {
                if (drawn.size() < MOST) {
                  drawn.add(chart.get());
                } else {
                  leftOut++;
                }
              });
    }
  }

  private static <T> List<T> without(List<T> exhibits, Predicate<T> some) {
    return exhibits.stream().filter(some.negate()).toList();
  }

  private static boolean isAtOneThread(Exhibits exhibits, Contest contest) {
    return exhibits.oneThread().stream().anyMatch(one -> one.contest().equals(contest));
  }
}
