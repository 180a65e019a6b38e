package org.counterpoint.analysis.report;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.counterpoint.analysis.model.Jdk;
import org.counterpoint.analysis.model.Run;

/**
 * All that is said of one run. Charts, pages, console and {@code summary.json} draw from this and
 * from nothing else, so that they cannot disagree.
 *
 * @param objection why the run as a whole supports no verdict, if it does not
 * @param contests one a setting, in the settings' order
 * @param serviceTimes percentiles, one a setting
 * @param controls what measures no contender
 * @param broken what is said of each contender that lost updates
 */
record Summary(
    Run run,
    Optional<String> objection,
    List<Contest> contests,
    List<ServiceTime> serviceTimes,
    List<Control> controls,
    SortedMap<Contender, String> broken) {

  Summary {
    contests = List.copyOf(contests);
    serviceTimes = List.copyOf(serviceTimes);
    controls = List.copyOf(controls);
    broken = Collections.unmodifiableSortedMap(new TreeMap<>(broken));
  }

  static Summary of(Run run) {
    return new SummaryBuilder(run).build();
  }

  /** The controls that can be put beside the contenders of one thread on that JDK. */
  List<Control> controlsOn(Jdk jdk) {
    return controls.stream()
        .filter(control -> control.jdk().equals(jdk) && control.threads() == 1)
        .toList();
  }

  /** The families of contests, each of which fits into one chart. */
  List<Family> families() {
    return Family.of(contests);
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
