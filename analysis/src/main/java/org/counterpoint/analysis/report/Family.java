package org.counterpoint.analysis.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.counterpoint.analysis.model.Cell;

/**
 * Contests that differ in one thing, which becomes the x axis: the threads, else the one numeric
 * param that varies, else nothing.
 *
 * @param axis {@code threads}, the param's name, or empty for a contest that stands alone
 * @param contests in ascending order along the axis; at least one
 */
record Family(String axis, List<Contest> contests) {

  static final String THREADS = "threads";

  Family {
    contests = List.copyOf(contests);
    if (contests.isEmpty()) {
      throw new IllegalArgumentException("a family without a contest");
    }
  }

  /** Contests in the settings' order, each in exactly one family. */
  static List<Family> of(List<Contest> contests) {
    record Key(Setting oneThread, Quantity quantity) {}
    Map<Key, List<Contest>> byRest = new LinkedHashMap<>();
    for (Contest contest : contests) {
      byRest
          .computeIfAbsent(
              new Key(contest.setting().withThreads(1), contest.quantity()),
              key -> new ArrayList<>())
          .add(contest);
    }
    List<Family> families = new ArrayList<>();
    List<Contest> single = new ArrayList<>();
    byRest
        .values()
        .forEach(
            group -> {
              if (group.size() > 1) {
                families.add(new Family(THREADS, group));
              } else {
                single.addAll(group);
              }
            });
    families.addAll(alongParams(single));
    return families;
  }

  private static List<Family> alongParams(List<Contest> contests) {
    record Key(String workload, String role, Quantity quantity, Object jdk, int threads) {}
    Map<Key, List<Contest>> groups = new LinkedHashMap<>();
    for (Contest contest : contests) {
      Setting setting = contest.setting();
      groups
          .computeIfAbsent(
              new Key(
                  setting.workload(),
                  setting.role(),
                  contest.quantity(),
                  setting.jdk(),
                  setting.threads()),
              key -> new ArrayList<>())
          .add(contest);
    }
    List<Family> families = new ArrayList<>();
    groups.values().forEach(group -> families.addAll(split(group)));
    return families;
  }

  private static List<Family> split(List<Contest> group) {
    SortedMap<String, SortedSet<String>> values = new TreeMap<>();
    for (Contest contest : group) {
      contest
          .setting()
          .params()
          .forEach((name, value) -> values.computeIfAbsent(name, k -> new TreeSet<>()).add(value));
    }
    List<String> numeric =
        values.entrySet().stream()
            .filter(param -> param.getValue().size() > 1)
            .filter(param -> param.getValue().stream().allMatch(Params::isNumber))
            .map(Map.Entry::getKey)
            .toList();
    if (numeric.size() != 1) {
      return group.stream().map(contest -> new Family("", List.of(contest))).toList();
    }
    String axis = numeric.get(0);
    Map<SortedMap<String, String>, List<Contest>> byRest = new LinkedHashMap<>();
    for (Contest contest : group) {
      TreeMap<String, String> rest = new TreeMap<>(contest.setting().params());
      rest.remove(axis);
      byRest.computeIfAbsent(rest, key -> new ArrayList<>()).add(contest);
    }
    return byRest.values().stream()
        .map(part -> part.size() > 1 ? new Family(axis, part) : new Family("", part))
        .toList();
  }

  boolean isAlongThreads() {
    return axis.equals(THREADS);
  }

  boolean isSingle() {
    return axis.isEmpty();
  }

  private boolean isAlongVirtualThreads() {
    return axis.equals(Cell.VIRTUAL_THREADS);
  }

  /** The axis in a sentence. */
  String axisWords() {
    return isAlongVirtualThreads() ? "virtual threads" : axis;
  }

  /** How many threads all of its contests have, in a list behind its title; else nothing. */
  String sameThreads() {
    return isAlongThreads() || isAlongVirtualThreads()
        ? ""
        : ", " + first().setting().threadsText();
  }

  /** Whether two contenders were measured anywhere, so that there is a question. */
  boolean isContested() {
    return contests.stream().anyMatch(contest -> contest.entries().size() > 1);
  }

  Contest first() {
    return contests.get(0);
  }

  Quantity quantity() {
    return first().quantity();
  }

  /** What the axis has at a contest: {@code 4}, the param's value, or the threads. */
  String position(Contest contest) {
    return isAlongThreads() || isSingle()
        ? Integer.toString(contest.setting().threads())
        : contest.setting().params().getOrDefault(axis, "");
  }

  /** Where a contest stands, in a sentence: {@code 2 and 4 threads}, {@code size 10 and 100}. */
  String where(List<Contest> some) {
    String positions = Words.list(some.stream().map(this::position).toList());
    if (isAlongVirtualThreads()) {
      return positions + " virtual threads";
    }
    if (!isAlongThreads() && !isSingle()) {
      return axis + " " + positions;
    }
    return isSingle()
        ? first().setting().threadsText()
        : positions + (positions.equals("1") ? " thread" : " threads");
  }

  /** What all of its contests share: the workload and the params that are not the axis. */
  String title() {
    Setting setting = first().setting();
    return (isAlongThreads() ? setting : setting.without(axis)).title();
  }

  /** Every contender that appears, in the registry's order. */
  List<Contender> contenders() {
    return contests.stream()
        .flatMap(contest -> contest.entries().stream())
        .map(Entry::contender)
        .distinct()
        .sorted()
        .toList();
  }
}
