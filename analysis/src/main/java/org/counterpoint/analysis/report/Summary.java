package org.counterpoint.analysis.report;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.counterpoint.analysis.model.Plan;
import org.counterpoint.analysis.model.Run;
import org.counterpoint.analysis.stats.Quietness;

/**
 * All that is said of one run. Charts, pages, console and {@code summary.json} draw from this and
 * from nothing else, so that they cannot disagree.
 *
 * @param objection why the run as a whole supports no verdict, if it does not
 * @param contests one a setting, in the settings' order
 * @param serviceTimes percentiles, one a setting
 * @param changes what every JDK and every set of flags changed, where a run compares them
 * @param shortfall of forks that were planned, where there is one
 * @param controls what measures no contender
 * @param broken what is said of each contender that lost updates
 * @param quietness how quiet the machine was
 */
record Summary(
    Run run,
    Optional<String> objection,
    List<Contest> contests,
    List<ServiceTime> serviceTimes,
    List<Changes> changes,
    Optional<Shortfall> shortfall,
    List<Control> controls,
    SortedMap<Contender, String> broken,
    Quietness quietness) {

  private static final List<String> AT_WORK = List.of(Plan.FIXED_WORK, Plan.WORK);

  Summary {
    contests = List.copyOf(contests);
    serviceTimes = List.copyOf(serviceTimes);
    changes = List.copyOf(changes);
    controls = List.copyOf(controls);
    broken = Collections.unmodifiableSortedMap(new TreeMap<>(broken));
  }

  static Summary of(Run run) {
    return new SummaryBuilder(run).build();
  }

  /** Whether the run's own blocks decide, and not a comparison of all forks with all others. */
  boolean isDecidedInPairs() {
    return objection.isEmpty() && run.plan().isPresent();
  }

  /**
   * The controls that can be put beside the contenders of one thread in that setting; not those
   * that do some work, which has nothing to do with theirs.
   */
  List<Control> controlsBeside(Setting setting) {
    return controls.stream()
        .filter(control -> setting.isBeside(control.setting()) && control.threads() == 1)
        .filter(control -> !AT_WORK.contains(control.method()))
        .toList();
  }

  /** All that competes: by the score, and then by the 99th percentile of what was timed. */
  List<Contest> allContests() {
    return Stream.concat(contests.stream(), serviceTimes.stream().map(ServiceTime::contest))
        .toList();
  }

  /** The families of contests, each of which fits into one chart. */
  List<Family> families() {
    return Family.of(contests);
  }

  /**
   * Those of the first workload, on each JDK: in a run of a plan that is what the plan asks first,
   * the plainest question.
   */
  List<Family> firstAsked() {
    return families().stream()
        .filter(family -> workload(family.first()).equals(workload(contests.get(0))))
        .toList();
  }

  private static String workload(Contest contest) {
    return contest.setting().workload();
  }

  /** Service times of one workload on one JDK, by threads. */
  List<List<ServiceTime>> serviceTimesByWorkload() {
    Map<Setting, List<ServiceTime>> groups = new LinkedHashMap<>();
    serviceTimes.forEach(
        time ->
            groups
                .computeIfAbsent(time.setting().withThreads(1), key -> new ArrayList<>())
                .add(time));
    return List.copyOf(groups.values());
  }
}
