package org.counterpoint.experiment;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.counterpoint.bench.Roles;
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
    return kind.benchmark();
  }

  /** Whether that strategy can do it. */
  boolean isFor(Strategy strategy) {
    return kind.demand().isMetBy(strategy);
  }

  /**
   * JMH's params for so many threads, but for the strategy; empty where it wants more, or fewer.
   */
  Optional<SortedMap<String, String>> params(int threads) {
    if (threads > mostThreads) {
      return Optional.empty();
    }
    SortedMap<String, String> params = new TreeMap<>();
    if (kind == WorkloadKind.ROLES) {
      if (threads < 2) {
        return Optional.empty();
      }
      boolean oneWriter = values.containsValue(WorkloadKind.WRITER);
      params.put(Roles.WRITERS, String.valueOf(oneWriter ? 1 : threads - 1));
      return Optional.of(params);
    }
    for (WorkloadKind.Parameter parameter : kind.parameters()) {
      String value = values.getOrDefault(parameter.key(), "");
      params.put(
          parameter.param(), parameter.isNumber() ? value : WorkloadKind.Parameter.constant(value));
    }
    return Optional.of(params);
  }

  /** Whether the threads do the same, however often it is measured. */
  boolean isLike(Workload other) {
    return kind == other.kind && values.equals(other.values);
  }
}
