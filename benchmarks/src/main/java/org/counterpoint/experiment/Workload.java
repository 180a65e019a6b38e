package org.counterpoint.experiment;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.counterpoint.sharing.Strategy;

/**
 * What the threads of a cell do.
 *
 * @param values of the kind's parameters, by their keys in a suite
 * @param forks of every cell
 * @param mostThreads it is not measured at more, whatever else is
 */
public record Workload(
    WorkloadKind kind, SortedMap<String, String> values, int forks, int mostThreads) {

  public Workload {
    values = Collections.unmodifiableSortedMap(new TreeMap<>(values));
    if (forks < 1) {
      throw new IllegalArgumentException("forks: " + forks);
    }
  }

  /** At any number of threads. */
  Workload(WorkloadKind kind, SortedMap<String, String> values, int forks) {
    this(kind, values, forks, Integer.MAX_VALUE);
  }

  /** They increment, and nothing else: how many a second. */
  static Workload increment(int forks) {
    return new Workload(WorkloadKind.INCREMENT, new TreeMap<>(), forks);
  }

  /** They increment, and nothing else: how long each takes. */
  static Workload serviceTime(int forks) {
    return new Workload(WorkloadKind.SERVICE_TIME, new TreeMap<>(), forks);
  }

  /** They increment, with work inside the lock and think time outside, in JMH's tokens. */
  static Workload section(int inside, int outside, int forks) {
    return new Workload(
        WorkloadKind.SECTION,
        new TreeMap<>(Map.of("inside", String.valueOf(inside), "outside", String.valueOf(outside))),
        forks);
  }

  /** The strategies that can do one of them, in the registry's order. */
  static List<Strategy> able(List<Workload> workloads) {
    return Arrays.stream(Strategy.values())
        .filter(strategy -> workloads.stream().anyMatch(workload -> workload.isFor(strategy)))
        .toList();
  }

  /** JMH's full name of the method. */
  String benchmark() {
    return kind.benchmark(values);
  }

  /** Whether that strategy can do it. */
  boolean isFor(Strategy strategy) {
    return demand().isMetBy(strategy);
  }

  /** What it asks of a strategy. */
  Demand demand() {
    return kind.demand(values);
  }

  /** The numbers of threads at which it is measured, where these are asked for. */
  List<Integer> threads(List<Integer> asked) {
    return kind.threads(asked.stream().filter(number -> number <= mostThreads).toList());
  }

  /** What competes in it, where these strategies are asked for: values of the kind's contest. */
  List<String> contenders(List<Strategy> asked) {
    return kind.contenders(asked.stream().filter(this::isFor).toList());
  }

  /** JMH's params for one that competes in it. */
  SortedMap<String, String> params(String contender) {
    SortedMap<String, String> params = new TreeMap<>();
    for (WorkloadKind.Parameter parameter : kind.parameters()) {
      if (!parameter.param().isEmpty()) {
        String value = values.getOrDefault(parameter.key(), "");
        params.put(parameter.param(), parameter.translation().apply(value));
      }
    }
    params.put(kind.contest(), contender);
    return params;
  }

  /** Whether the threads do the same, however often it is measured. */
  boolean isLike(Workload other) {
    return kind == other.kind && values.equals(other.values);
  }
}
