package org.counterpoint.analysis.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.function.Function;

/**
 * What a param with two values does to the contenders, such as a layout in memory that lets threads
 * share a cache line.
 */
final class TwinFindings {

  private record Subject(
      String param, String better, String worse, SortedMap<String, String> rest, Contest first) {}

  private TwinFindings() {}

  /** One for each setting of which something is proven; the largest effect first. */
  static List<Finding> of(Summary summary, List<Proven> proven, Function<Contest, String> chartOf) {
    boolean namesJdks = MachineTable.jdks(summary.run()).size() > 1;
    Map<Subject, List<Proven>> subjects = new LinkedHashMap<>();
    for (Proven one : proven) {
      if (one.compared() instanceof Compared.Twin twin) {
        subjects.computeIfAbsent(subject(twin), key -> new ArrayList<>()).add(one);
      }
    }
    record Sized(Finding finding, double size) {}
    List<Sized> findings = new ArrayList<>();
    subjects.forEach(
        (subject, twins) -> {
          List<String> clauses =
              Proven.of(twins, Compared.Twin.class)
                  .map(twin -> Numbers.brief(twin.ratio()) + " for " + twin.contender().label())
                  .toList();
          Setting setting = subject.first().setting();
          findings.add(
              new Sized(
                  new Finding(
                      setting.without(subject.param()).title()
                          + ", "
                          + setting.threadsText()
                          + (namesJdks ? " (" + Circumstances.jdkText(setting.jdk()) + ")" : "")
                          + ": "
                          + subject.param()
                          + " "
                          + subject.better()
                          + " is better than "
                          + subject.worse()
                          + " by a factor of "
                          + Words.list(clauses),
                      chartOf.apply(subject.first()),
                      List.copyOf(twins)),
                  Proven.of(twins, Compared.Twin.class)
                      .mapToDouble(twin -> twin.ratio().value())
                      .max()
                      .orElseThrow()));
        });
    return findings.stream()
        .sorted(Comparator.comparingDouble(sized -> -sized.size()))
        .map(Sized::finding)
        .toList();
  }

  private static Subject subject(Compared.Twin twin) {
    return new Subject(
        twin.param(),
        value(twin, twin.better()),
        value(twin, twin.worse()),
        twin.better().setting().without(twin.param()).params(),
        twin.better());
  }

  private static String value(Compared.Twin twin, Contest contest) {
    return contest.setting().params().getOrDefault(twin.param(), "");
  }
}
