package org.counterpoint.analysis.report;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Contests of one workload on one JDK, as one speaks of them together: the fields of a map, or what
 * lies along an axis.
 */
sealed interface Plane permits Plane.Fields, Plane.Line {

  List<Contest> contests();

  /** The workload, and the params that are the same everywhere in it. */
  String title();

  /** Where those of its contests are, in words that go on behind a verb. */
  String where(List<Contest> some);

  default Setting setting() {
    return contests().get(0).setting();
  }

  default Quantity quantity() {
    return contests().get(0).quantity();
  }

  /**
   * All that contests can be divided into, each in one plane, in the order of their first contests.
   */
  static List<Plane> of(List<Contest> contests) {
    List<Plane> planes = new ArrayList<>();
    List<DecisionMap> maps = DecisionMap.of(contests);
    maps.forEach(map -> planes.add(new Fields(map)));
    Predicate<Contest> isMapped =
        contest -> maps.stream().anyMatch(map -> map.contests().contains(contest));
    Family.of(contests.stream().filter(isMapped.negate()).toList())
        .forEach(family -> planes.add(new Line(family)));
    IdentityHashMap<Contest, Plane> planeOf = new IdentityHashMap<>();
    planes.forEach(plane -> plane.contests().forEach(contest -> planeOf.put(contest, plane)));
    Set<Plane> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    return contests.stream()
        .flatMap(contest -> Optional.ofNullable(planeOf.get(contest)).stream())
        .filter(seen::add)
        .toList();
  }

  /** A map's. */
  record Fields(DecisionMap map) implements Plane {

    /** More places than this in one sentence nobody follows: then it is their number. */
    private static final int MOST_PLACES = 4;

    @Override
    public List<Contest> contests() {
      return map.contests();
    }

    @Override
    public String title() {
      return map.title();
    }

    @Override
    public String where(List<Contest> some) {
      if (some.size() == contests().size()) {
        return "everywhere";
      }
      Map<List<Integer>, List<DecisionMap.Column>> columnsByThreads = new LinkedHashMap<>();
      map.fields()
          .forEach(
              (column, fields) -> {
                List<Integer> threads = threads(fields, some);
                if (!threads.isEmpty()) {
                  columnsByThreads.computeIfAbsent(threads, key -> new ArrayList<>()).add(column);
                }
              });
      if (columnsByThreads.size() > MOST_PLACES) {
        return "in " + some.size() + " of " + contests().size() + " fields";
      }
      List<String> places = new ArrayList<>();
      columnsByThreads.forEach(
          (threads, columns) -> places.add("at " + text(threads) + " " + columns(columns)));
      return Words.list(places);
    }

    private static List<Integer> threads(SortedMap<Integer, Contest> fields, List<Contest> some) {
      return fields.entrySet().stream()
          .filter(field -> some.contains(field.getValue()))
          .map(Map.Entry::getKey)
          .toList();
    }

    private static String text(List<Integer> threads) {
      String list = Words.list(threads.stream().map(String::valueOf).toList());
      return list + (list.equals("1") ? " thread" : " threads");
    }

    private String columns(List<DecisionMap.Column> columns) {
      if (columns.size() == map.columns().size()) {
        return "whatever " + map.axis() + " is";
      }
      List<String> varying = varying(columns);
      return "with "
          + (varying.size() == 1
              ? text(columns, varying.get(0))
              : columns.stream().map(Fields::text).collect(Collectors.joining(" or ")));
    }

    private static List<String> varying(List<DecisionMap.Column> columns) {
      return columns.get(0).params().keySet().stream()
          .filter(
              name -> columns.stream().map(one -> one.params().get(name)).distinct().count() > 1)
          .toList();
    }

    /** Such as {@code counters=16 and layout PACKED or PADDED}: what is the same is said once. */
    private static String text(List<DecisionMap.Column> columns, String varying) {
      SortedMap<String, String> same = new TreeMap<>(columns.get(0).params());
      same.remove(varying);
      return (same.isEmpty() ? "" : Params.text(same) + " and ")
          + varying
          + " "
          + columns.stream()
              .map(column -> column.params().getOrDefault(varying, ""))
              .collect(Collectors.joining(" or "));
    }

    /** Such as {@code reads 50}, or {@code inside=0, outside=100}. */
    private static String text(DecisionMap.Column column) {
      return column.params().size() == 1
          ? column.params().firstKey() + " " + column.text()
          : Params.text(column.params());
    }
  }

  /** A family's. */
  record Line(Family family) implements Plane {

    @Override
    public List<Contest> contests() {
      return family.contests();
    }

    @Override
    public String title() {
      return family.title();
    }

    @Override
    public String where(List<Contest> some) {
      return (family.isAlongThreads() || family.isSingle() ? "at " : "with ") + family.where(some);
    }
  }
}
