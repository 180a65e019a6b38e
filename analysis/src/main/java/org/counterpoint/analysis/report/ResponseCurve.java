package org.counterpoint.analysis.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Response times of one workload over the rate at which its operations were due.
 *
 * @param times ascending by rate; at least two
 */
record ResponseCurve(List<ServiceTime> times) {

  /** The param by which a benchmark says how often its operations are due. */
  static final String RATE = "rate";

  ResponseCurve {
    times = List.copyOf(times);
  }

  /** One for each setting of which only the rate varies. */
  static List<ResponseCurve> of(List<ServiceTime> all) {
    Map<Setting, List<ServiceTime>> curves = new LinkedHashMap<>();
    for (ServiceTime time : all) {
      if (time.setting().params().containsKey(RATE)) {
        curves.computeIfAbsent(time.setting().without(RATE), key -> new ArrayList<>()).add(time);
      }
    }
    return curves.values().stream()
        .filter(times -> times.size() > 1)
        .map(ResponseCurve::new)
        .toList();
  }

  /** The contests of the 99th percentile along the rate. */
  Family family() {
    return new Family(RATE, times.stream().map(ServiceTime::contest).toList());
  }

  /** What they have in common. */
  Setting setting() {
    return times.get(0).setting().without(RATE);
  }

  /** Every contender, in the registry's order. */
  List<Contender> contenders() {
    return times.stream()
        .flatMap(time -> time.lines().stream())
        .map(ServiceTime.Line::contender)
        .distinct()
        .sorted()
        .toList();
  }

  /** Those that had to give up at some rate, each with the lowest such rate. */
  Map<Contender, String> knees() {
    Map<Contender, String> knees = new LinkedHashMap<>();
    for (ServiceTime time : times) {
      for (ServiceTime.Line line : time.lines()) {
        if (line.quantiles().isPresent() && !line.quantiles().get().isKeepingUp()) {
          knees.putIfAbsent(line.contender(), time.setting().params().getOrDefault(RATE, ""));
        }
      }
    }
    return knees;
  }
}
