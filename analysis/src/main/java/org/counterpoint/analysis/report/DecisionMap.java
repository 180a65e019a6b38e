package org.counterpoint.analysis.report;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Who wins where, over the threads and over what else varies in a workload: a field is a contest,
 * and says what the ranking of that contest says, ties included.
 *
 * @param fields by column, in the columns' order, then by threads; where nothing was measured there
 *     is none
 */
record DecisionMap(Map<Column, SortedMap<Integer, Contest>> fields) {

  /** A point of the params that vary. */
  record Column(SortedMap<String, String> params) {

    /** The values alone, such as {@code 20, 100}. */
    String text() {
      return String.join(", ", params.values());
    }
  }

  DecisionMap {
    fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
  }

  /**
   * One for each workload on each JDK, and under each set of flags, in which params and threads
   * vary and contenders compete.
   */
  static List<DecisionMap> of(List<Contest> contests) {
    record Plane(
        String workload, String role, Object mode, Object jdk, String flags, Quantity quantity) {}
    Map<Plane, List<Contest>> planes = new LinkedHashMap<>();
    for (Contest contest : contests) {
      Setting setting = contest.setting();
      planes
          .computeIfAbsent(
              new Plane(
                  setting.workload(),
                  setting.role(),
                  setting.mode(),
                  setting.jdk(),
                  setting.params().getOrDefault(Setting.JVM_FLAGS, ""),
                  contest.quantity()),
              key -> new ArrayList<>())
          .add(contest);
    }
    return planes.values().stream().flatMap(plane -> map(plane).stream()).toList();
  }

  private static Optional<DecisionMap> map(List<Contest> plane) {
    List<String> varying = varying(plane);
    // In the settings' order, by which numbers come by size.
    Map<Column, SortedMap<Integer, Contest>> fields = new LinkedHashMap<>();
    for (Contest contest : plane.stream().sorted(Comparator.comparing(Contest::setting)).toList()) {
      if (contest.measured().size() > 1) {
        SortedMap<String, String> params = new TreeMap<>(contest.setting().params());
        params.keySet().retainAll(varying);
        fields
            .computeIfAbsent(new Column(params), key -> new TreeMap<>())
            .put(contest.setting().threads(), contest);
      }
    }
    DecisionMap map = new DecisionMap(fields);
    return map.columns().size() < 2 || map.threads().size() < 2
        ? Optional.empty()
        : Optional.of(map);
  }

  /** The params that are not the same in all. */
  private static List<String> varying(List<Contest> plane) {
    Map<String, SortedSet<String>> values = new TreeMap<>();
    for (Contest contest : plane) {
      contest
          .setting()
          .params()
          .forEach(
              (name, value) -> values.computeIfAbsent(name, key -> new TreeSet<>()).add(value));
    }
    return values.entrySet().stream()
        .filter(param -> param.getValue().size() > 1)
        .map(Map.Entry::getKey)
        .toList();
  }

  /** The params that vary. */
  List<String> params() {
    return fields.keySet().stream()
        .flatMap(column -> column.params().keySet().stream())
        .distinct()
        .sorted()
        .toList();
  }

  /** The same in words, such as {@code reads} or {@code inside, outside}. */
  String axis() {
    return String.join(", ", params());
  }

  List<Column> columns() {
    return List.copyOf(fields.keySet());
  }

  /** Ascending. */
  List<Integer> threads() {
    return fields.values().stream()
        .flatMap(column -> column.keySet().stream())
        .distinct()
        .sorted()
        .toList();
  }

  Optional<Contest> field(Column column, int threads) {
    return Optional.ofNullable(fields.get(column))
        .flatMap(ofColumn -> Optional.ofNullable(ofColumn.get(threads)));
  }

  /** All fields, column by column. */
  List<Contest> contests() {
    return fields.values().stream().flatMap(column -> column.values().stream()).toList();
  }

  Setting setting() {
    return contests().get(0).setting();
  }

  Quantity quantity() {
    return contests().get(0).quantity();
  }

  /** The workload without what varies. */
  String title() {
    Setting rest = setting();
    for (String param : columns().get(0).params().keySet()) {
      rest = rest.without(param);
    }
    return rest.title();
  }

  /** How the fields are divided, in a sentence that names winners only where they are decided. */
  String headline() {
    Map<Contender, Long> wins =
        contests().stream()
            .filter(contest -> contest.leaders().size() == 1)
            .map(contest -> contest.leaders().get(0))
            .collect(Collectors.groupingBy(winner -> winner, TreeMap::new, Collectors.counting()));
    int all = contests().size();
    long ties = contests().stream().filter(contest -> contest.leaders().size() > 1).count();
    long open = contests().stream().filter(contest -> !contest.isDecided()).count();
    List<String> clauses = new ArrayList<>();
    wins.entrySet().stream()
        .sorted(Map.Entry.<Contender, Long>comparingByValue().reversed())
        .forEach(
            win ->
                clauses.add(
                    win.getKey().label()
                        + (clauses.isEmpty() ? " wins in " : " in ")
                        + win.getValue()
                        + (clauses.isEmpty() ? " of " + all + " fields" : "")));
    if (ties > 0) {
      clauses.add(
          clauses.isEmpty()
              ? "Nobody wins alone in any of " + all + " fields"
              : "not separated in " + ties);
    }
    if (open > 0) {
      clauses.add(clauses.isEmpty() ? "No verdict in any field" : "no verdict in " + open);
    }
    return (setting().role().isEmpty() ? "" : Words.capital(setting().role()) + ": ")
        + String.join("; ", clauses);
  }
}
