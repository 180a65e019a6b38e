package org.counterpoint.analysis.report;

import java.util.ArrayList;
import java.util.List;

/**
 * The parts of a run that each have tables, and a chart where there is room for it, with the
 * anchors by which the two find each other.
 */
record Exhibits(
    Summary summary, List<OfFamily> families, List<OfOneThread> oneThread, List<OfTime> times) {

  record OfFamily(String anchor, Family family) {}

  /** Time an operation at one thread, beside the controls. */
  record OfOneThread(String anchor, Contest contest) {}

  record OfTime(String anchor, ServiceTime time) {}

  static Exhibits of(Summary summary, Slugs slugs) {
    List<OfFamily> families = new ArrayList<>();
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
      if (family.isAlongThreads() || family.isSingle()) {
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
                      + " service time jdk "
                      + setting.jdk().label()
                      + " "
                      + setting.threadsText()),
              time));
    }
    return new Exhibits(summary, families, oneThread, times);
  }

  /** In a run of ours, what one thread pays is a question of its own. */
  private static boolean showsTimePerOperation(Summary summary, Contest contest) {
    return summary.run().plan().isPresent()
        && contest.measured().stream()
            .allMatch(
                entry ->
                    TimePerOperation.of(entry.estimate().orElseThrow(), contest.quantity().unit())
                        .isPresent());
  }
}
