package org.counterpoint.analysis.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a map says in words. A contender is named only for the fields in which the ranking separates
 * it from every other one.
 */
final class MapFindings {

  /** More places than this in one sentence nobody follows: then it is their number. */
  private static final int MOST_PLACES = 4;

  private final DecisionMap map;

  private MapFindings(DecisionMap map) {
    this.map = map;
  }

  /** One sentence for each contender that leads alone somewhere; none where none does. */
  static List<String> of(DecisionMap map) {
    return new MapFindings(map).sentences();
  }

  private List<String> sentences() {
    SortedMap<Contender, Map<DecisionMap.Column, List<Contest>>> fields = new TreeMap<>();
    for (DecisionMap.Column column : map.columns()) {
      for (int threads : map.threads()) {
        map.field(column, threads)
            .filter(contest -> contest.leaders().size() == 1)
            .ifPresent(
                contest ->
                    fields
                        .computeIfAbsent(contest.leaders().get(0), key -> new LinkedHashMap<>())
                        .computeIfAbsent(column, key -> new ArrayList<>())
                        .add(contest));
      }
    }
    List<String> sentences = new ArrayList<>();
    fields.forEach(
        (winner, won) ->
            sentences.add(
                map.title() + ": " + winner.label() + " leads alone " + where(won) + "."));
    return sentences;
  }

  private String where(Map<DecisionMap.Column, List<Contest>> won) {
    int fields = won.values().stream().mapToInt(List::size).sum();
    if (fields == map.contests().size()) {
      return "everywhere";
    }
    Map<List<Integer>, List<String>> columnsByThreads = new LinkedHashMap<>();
    won.forEach(
        (column, contests) ->
            columnsByThreads
                .computeIfAbsent(
                    contests.stream().map(contest -> contest.setting().threads()).toList(),
                    key -> new ArrayList<>())
                .add(column.text()));
    if (columnsByThreads.size() > MOST_PLACES) {
      return "in " + fields + " of " + map.contests().size() + " fields";
    }
    List<String> places = new ArrayList<>();
    columnsByThreads.forEach(
        (threads, columns) -> places.add("at " + threads(threads) + " " + columns(columns)));
    return Words.list(places);
  }

  private static String threads(List<Integer> threads) {
    String list = Words.list(threads.stream().map(String::valueOf).toList());
    return list + (list.equals("1") ? " thread" : " threads");
  }

  private String columns(List<String> columns) {
    return columns.size() == map.columns().size()
        ? "whatever " + map.axis() + " is"
        : "with " + map.axis() + " " + String.join(" or ", columns);
  }
}
