package org.counterpoint.analysis.report;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.counterpoint.analysis.model.Cell;

/**
 * The parts of a run that each have tables, and a chart where there is room for it, with the
 * anchors by which the two find each other.
 */
record Exhibits(
    Summary summary,
    RunFindings findings,
    List<OfMap> maps,
    List<OfDifference> differences,
    List<OfTraits> traits,
    List<OfFamily> families,
    List<OfScaling> scalings,
    List<OfOneThread> oneThread,
    List<OfTime> times,
    List<OfResponse> responses) {

  record OfResponse(String anchor, ResponseCurve curve) {}

  record OfMap(String anchor, DecisionMap map) {}

  record OfDifference(String anchor, JdkDifference difference) {}

  /** What speed comes with, in one contest. */
  record OfTraits(
      String anchor, Contest contest, TradeOff tradeOff, List<ScatterPlot.Point> points) {}

  record OfFamily(String anchor, Family family) {}

  record OfScaling(String anchor, Scaling scaling) {}

  /** Time an operation at one thread, beside the controls. */
  record OfOneThread(String anchor, Contest contest) {}

  record OfTime(String anchor, ServiceTime time) {}

  static Exhibits of(Summary summary, Slugs slugs) {
    List<OfMap> maps = new ArrayList<>();
    for (DecisionMap map : DecisionMap.of(summary.contests())) {
      maps.add(
          new OfMap(
              slugs.of(
                  map.title()
                      + " map "
                      + map.setting().mode().code()
                      + " jdk "
                      + map.setting().jdk().label()),
              map));
    }
    List<Compared> compared = Comparisons.of(summary);
    List<Proven> proven = Proven.among(compared);
    List<OfDifference> differences = differences(maps, proven, slugs);
    List<OfTraits> traits = new ArrayList<>();
    for (Contest contest : saturated(summary, maps)) {
      Setting setting = contest.setting();
      String words =
          setting.title() + " jdk " + setting.jdk().label() + " " + setting.threadsText();
      for (TradeOff tradeOff : TradeOff.values()) {
        List<ScatterPlot.Point> points = tradeOff.points(contest);
        if (points.size() > 1) {
          traits.add(
              new OfTraits(slugs.of(words + " " + tradeOff.words()), contest, tradeOff, points));
        }
      }
    }
    List<OfFamily> families = new ArrayList<>();
    List<OfScaling> scalings = new ArrayList<>();
    List<OfOneThread> oneThread = new ArrayList<>();
    for (Family family : summary.families()) {
      Setting setting = family.first().setting();
      String words = family.title() + " " + setting.mode().code() + " jdk " + setting.jdk().label();
      families.add(
          new OfFamily(
              slugs.of(
                  words
                      + (family.isSingle() ? " " + setting.threadsText() : " by " + family.axis())),
              family));
      if (!isMapped(family, maps)) {
        Scaling.of(family, Circumstances.cores(summary.run()))
            .ifPresent(
                scaling -> scalings.add(new OfScaling(slugs.of(words + " scalability"), scaling)));
      }
      if ((family.isAlongThreads() || family.isSingle()) && !isMapped(family, maps)) {
        family.contests().stream()
            .filter(contest -> contest.setting().threads() == 1)
            .filter(contest -> !contest.measured().isEmpty())
            .filter(contest -> showsTimePerOperation(summary, contest))
            .forEach(
                contest ->
                    oneThread.add(new OfOneThread(slugs.of(words + " time at 1 thread"), contest)));
      }
    }
    List<OfTime> times = new ArrayList<>();
    for (ServiceTime time : summary.serviceTimes()) {
      Setting setting = time.setting();
      times.add(
          new OfTime(
              slugs.of(
                  setting.title()
                      + " "
                      + time.quantity().name()
                      + " jdk "
                      + setting.jdk().label()
                      + " "
                      + setting.threadsText()),
              time));
    }
    List<OfResponse> responses = new ArrayList<>();
    for (ResponseCurve curve : ResponseCurve.of(summary.serviceTimes())) {
      Setting setting = curve.setting();
      responses.add(
          new OfResponse(
              slugs.of(
                  setting.title()
                      + " response time by rate jdk "
                      + setting.jdk().label()
                      + " "
                      + setting.threadsText()),
              curve));
    }
    RunFindings findings =
        RunFindings.of(
            summary,
            compared,
            proven,
            contest -> chartOf(contest, maps, families, times, responses));
    return new Exhibits(
        summary,
        findings,
        maps,
        differences,
        traits,
        families,
        scalings,
        oneThread,
        times,
        responses);
  }

  private static List<OfDifference> differences(
      List<OfMap> maps, List<Proven> proven, Slugs slugs) {
    Set<Contest> led = Collections.newSetFromMap(new IdentityHashMap<>());
    Proven.of(proven, Compared.Lead.class).forEach(lead -> led.add(lead.contest()));
    List<OfDifference> differences = new ArrayList<>();
    for (JdkDifference difference :
        JdkDifference.of(maps.stream().map(OfMap::map).toList(), led::contains)) {
      differences.add(
          new OfDifference(
              slugs.of(
                  difference.after().title()
                      + " difference "
                      + difference.after().setting().mode().code()
                      + " jdk "
                      + difference.after().setting().jdk().label()
                      + " against "
                      + difference.before().setting().jdk().label()),
              difference));
    }
    return differences;
  }

  /** The chart that shows who leads in a contest: the widest first. */
  private static String chartOf(
      Contest contest,
      List<OfMap> maps,
      List<OfFamily> families,
      List<OfTime> times,
      List<OfResponse> responses) {
    return Stream.of(
            maps.stream()
                .filter(exhibit -> exhibit.map().contests().contains(contest))
                .map(OfMap::anchor),
            responses.stream()
                .filter(exhibit -> exhibit.curve().family().contests().contains(contest))
                .map(OfResponse::anchor),
            times.stream()
                .filter(exhibit -> exhibit.time().contest().equals(contest))
                .map(OfTime::anchor),
            families.stream()
                .filter(exhibit -> exhibit.family().contests().contains(contest))
                .map(OfFamily::anchor))
        .flatMap(anchors -> anchors)
        .findFirst()
        .orElse("");
  }

  /**
   * Of each family along the threads the contest that keeps all cores busy and no more, or else the
   * one with the fewest threads above one. Not of those that are a column of a map: they are many.
   */
  private static List<Contest> saturated(Summary summary, List<OfMap> maps) {
    int cores = Circumstances.cores(summary.run()).orElse(1);
    List<Contest> chosen = new ArrayList<>();
    for (Family family : summary.families()) {
      if (family.isAlongThreads() && !isMapped(family, maps)) {
        List<Contest> several =
            family.contests().stream().filter(one -> one.setting().threads() > 1).toList();
        several.stream()
            .filter(one -> one.setting().threads() <= cores)
            .reduce((fewer, more) -> more)
            .or(() -> several.stream().findFirst())
            .ifPresent(chosen::add);
      }
    }
    return chosen;
  }

  /** Whether a map shows who leads there: then a chart of its own comes last. */
  boolean isMapped(Family family) {
    return isMapped(family, maps);
  }

  private static boolean isMapped(Family family, List<OfMap> maps) {
    return maps.stream().anyMatch(map -> map.map().contests().contains(family.first()));
  }

  /** In a run of ours, what one thread pays is a question of its own, where one thread works. */
  private static boolean showsTimePerOperation(Summary summary, Contest contest) {
    return summary.run().plan().isPresent()
        && !contest.setting().params().containsKey(Cell.VIRTUAL_THREADS)
        && contest.measured().stream()
            .allMatch(
                entry ->
                    TimePerOperation.of(entry.estimate().orElseThrow(), contest.quantity().unit())
                        .isPresent());
  }
}
