package org.counterpoint.analysis.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.counterpoint.analysis.model.Jdk;
import org.counterpoint.analysis.model.Mode;

/**
 * Who is best where, one sentence a workload: of every JDK that measured it, or, where nothing
 * holds on all of them, of the one on which most holds; and where another JDK has another winner.
 */
final class LeadFindings {

  /** A workload, whichever JDK it is measured on. */
  private record Workload(String title, String role, Mode mode, Quantity quantity, String flags) {

    static Workload of(Plane plane) {
      return new Workload(
          plane.title(),
          plane.setting().role(),
          plane.setting().mode(),
          plane.quantity(),
          plane.setting().flags());
    }
  }

  /** A contest, whichever JDK it is on. */
  private record Place(SortedMap<String, String> params, int threads) {

    static Place of(Contest contest) {
      return new Place(contest.setting().params(), contest.setting().threads());
    }
  }

  private record Win(Place place, Contender winner) {}

  private final boolean namesJdks;
  private final Function<Contest, String> chartOf;
  private final IdentityHashMap<Contest, Proven> proven = new IdentityHashMap<>();
  private final Map<Workload, List<Plane>> workloads = new LinkedHashMap<>();

  /**
   * From what is proven.
   *
   * @param chartOf the chart in which a contest is
   */
  LeadFindings(Summary summary, List<Proven> all, Function<Contest, String> chartOf) {
    this.namesJdks = MachineTable.jdks(summary.run()).size() > 1;
    this.chartOf = chartOf;
    for (Proven one : all) {
      if (one.compared() instanceof Compared.Lead lead) {
        proven.put(lead.contest(), one);
      }
    }
    for (Plane plane : Plane.of(Comparisons.contests(summary))) {
      workloads.computeIfAbsent(Workload.of(plane), key -> new ArrayList<>()).add(plane);
    }
  }

  /** At most so many, those that hold most widely, in the order of the plan, timed ones last. */
  List<Finding> winners(int most) {
    List<List<Plane>> told =
        workloads.values().stream().flatMap(planes -> told(planes).stream()).toList();
    List<List<Plane>> widest =
        told.stream()
            .sorted(Comparator.comparingInt(planes -> -common(planes).size()))
            .limit(most)
            .toList();
    return told.stream().filter(widest::contains).map(this::finding).toList();
  }

  /** All planes where something holds on each, or else the one on which most does. */
  private Optional<List<Plane>> told(List<Plane> planes) {
    if (!common(planes).isEmpty()) {
      return Optional.of(planes);
    }
    return planes.stream()
        .map(List::of)
        .filter(one -> !common(one).isEmpty())
        .max(Comparator.comparingInt(one -> common(one).size()));
  }

  private Set<Win> common(List<Plane> planes) {
    Set<Win> common = new LinkedHashSet<>(wins(planes.get(0)));
    planes.forEach(plane -> common.retainAll(wins(plane)));
    return common;
  }

  private List<Win> wins(Plane plane) {
    return leads(plane).map(lead -> new Win(Place.of(lead.contest()), lead.first())).toList();
  }

  private Stream<Compared.Lead> leads(Plane plane) {
    return plane.contests().stream().filter(proven::containsKey).map(this::lead);
  }

  private Compared.Lead lead(Contest contest) {
    if (proven(contest).compared() instanceof Compared.Lead lead) {
      return lead;
    }
    throw new IllegalStateException("not proven: " + contest.setting());
  }

  private Proven proven(Contest contest) {
    return Optional.ofNullable(proven.get(contest)).orElseThrow();
  }

  private Finding finding(List<Plane> planes) {
    Set<Win> common = common(planes);
    Plane shown = planes.get(planes.size() - 1);
    SortedMap<Contender, List<Contest>> won = new TreeMap<>();
    List<Compared.Lead> leads =
        planes.stream()
            .flatMap(this::leads)
            .filter(lead -> common.contains(new Win(Place.of(lead.contest()), lead.first())))
            .toList();
    leads(shown)
        .filter(leads::contains)
        .forEach(
            lead ->
                won.computeIfAbsent(lead.first(), key -> new ArrayList<>()).add(lead.contest()));
    String does = ServiceTime.isTail(shown.quantity()) ? " has the shortest p99 " : " leads alone ";
    List<String> clauses = new ArrayList<>();
    won.forEach(
        (winner, contests) ->
            clauses.add(winner.label() + (clauses.isEmpty() ? does : " ") + shown.where(contests)));
    Compared.Lead narrowest =
        leads.stream().min(Comparator.comparingDouble(lead -> lead.ratio().value())).orElseThrow();
    return new Finding(
        shown.title()
            + jdks(planes)
            + ": "
            + Words.list(clauses)
            + ", by a factor of "
            + Numbers.brief(narrowest.ratio())
            + (leads.size() > 1 ? " where it is least" : ""),
        chartOf.apply(narrowest.contest()),
        leads.stream().map(lead -> (Proof) proven(lead.contest())).toList());
  }

  private String jdks(List<Plane> planes) {
    if (!namesJdks) {
      return "";
    }
    List<String> names =
        planes.stream().map(plane -> Circumstances.jdkText(plane.setting().jdk())).toList();
    return " (" + Words.list(names) + ")";
  }

  /** Where the winner on one JDK is another than on the one before it, both being proven. */
  List<Finding> differences() {
    List<Finding> findings = new ArrayList<>();
    for (List<Plane> planes : workloads.values()) {
      for (int i = 1; i < planes.size(); i++) {
        findings.addAll(difference(planes.get(i - 1), planes.get(i)));
      }
    }
    return findings;
  }

  private List<Finding> difference(Plane before, Plane after) {
    Map<Place, Compared.Lead> old = new LinkedHashMap<>();
    leads(before).forEach(lead -> old.put(Place.of(lead.contest()), lead));
    record Turn(Contender from, Contender to) {}
    Map<Turn, List<Compared.Lead>> turns = new LinkedHashMap<>();
    leads(after)
        .forEach(
            lead -> {
              Compared.Lead was = old.get(Place.of(lead.contest()));
              if (was != null && !was.first().equals(lead.first())) {
                turns
                    .computeIfAbsent(new Turn(was.first(), lead.first()), key -> new ArrayList<>())
                    .add(lead);
              }
            });
    List<Finding> findings = new ArrayList<>();
    turns.forEach(
        (turn, leads) -> {
          List<Proof> proofs = new ArrayList<>();
          for (Compared.Lead lead : leads) {
            proofs.add(proven(lead.contest()));
            Compared.Lead was = old.get(Place.of(lead.contest()));
            if (was != null) {
              proofs.add(proven(was.contest()));
            }
          }
          List<Contest> where = leads.stream().map(Compared.Lead::contest).toList();
          findings.add(
              new Finding(
                  after.title()
                      + ": "
                      + after.where(where)
                      + " "
                      + turn.to().label()
                      + " leads alone on "
                      + Circumstances.jdkText(jdk(after))
                      + ", and "
                      + turn.from().label()
                      + " on "
                      + Circumstances.jdkText(jdk(before)),
                  chartOf.apply(where.get(0)),
                  proofs));
        });
    return findings;
  }

  private static Jdk jdk(Plane plane) {
    return plane.setting().jdk();
  }
}
