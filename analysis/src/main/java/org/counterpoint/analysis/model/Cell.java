package org.counterpoint.analysis.model;

import java.util.Collections;
import java.util.Comparator;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One thing that is measured: a benchmark with its params, in one mode, at one number of threads.
 * In a Counterpoint run that is strategy × workload × threads; in anybody's JMH JSON, one entry.
 *
 * @param benchmark JMH's full name: package, class, method
 * @param params JMH's params, by name
 * @param jvm the flags that its JVMs had, and those of other cells had not
 * @param role of those threads whose values are meant, where JMH's {@code @Group} gave the threads
 *     several; empty where all threads are meant
 */
public record Cell(
    String benchmark,
    SortedMap<String, String> params,
    Mode mode,
    int threads,
    JvmVariant jvm,
    String role)
    implements Comparable<Cell> {

  /** The param whose values are the competitors, wherever a benchmark has it. */
  public static final String STRATEGY = "strategy";

  /**
   * The param that says how many virtual threads work, wherever a benchmark has it: its own threads
   * wait for them.
   */
  public static final String VIRTUAL_THREADS = "virtualThreads";

  private static final Comparator<Cell> ORDER =
      Comparator.comparing(Cell::benchmark)
          .thenComparing(Cell::mode)
          .thenComparing(cell -> cell.params.toString())
          .thenComparingInt(Cell::threads)
          .thenComparing(Cell::jvm)
          .thenComparing(Cell::role);

  public Cell {
    if (benchmark.isBlank()) {
      throw new IllegalArgumentException("a cell without a benchmark");
    }
    if (threads < 1) {
      throw new IllegalArgumentException("threads: " + threads);
    }
    params = Collections.unmodifiableSortedMap(new TreeMap<>(params));
  }

  /** One of all threads. */
  public Cell(
      String benchmark, SortedMap<String, String> params, Mode mode, int threads, JvmVariant jvm) {
    this(benchmark, params, mode, threads, jvm, "");
  }

  /** One of all threads that adds no flag to its JVMs. */
  public Cell(String benchmark, SortedMap<String, String> params, Mode mode, int threads) {
    this(benchmark, params, mode, threads, JvmVariant.NONE);
  }

  /** The same, on JVMs with these flags. */
  public Cell on(JvmVariant other) {
    return new Cell(benchmark, params, mode, threads, other, role);
  }

  /** The same at so many threads. */
  public Cell withThreads(int other) {
    return new Cell(benchmark, params, mode, other, jvm, role);
  }

  /** The same without that param. */
  public Cell without(String param) {
    SortedMap<String, String> others = new TreeMap<>(params);
    others.remove(param);
    return new Cell(benchmark, others, mode, threads, jvm, role);
  }

  /** Of the same those threads that have this role. */
  public Cell in(String other) {
    return new Cell(benchmark, params, mode, threads, jvm, other);
  }

  /** The same of all threads: what is planned and forked. */
  public Cell whole() {
    return in("");
  }

  /** The strategy under test, where the benchmark has such a param. */
  public Optional<String> strategy() {
    return Optional.ofNullable(params.get(STRATEGY));
  }

  /** Class and method without the package: {@code IncrementBenchmark.increment}. */
  public String shortName() {
    int method = benchmark.lastIndexOf('.');
    int type = benchmark.lastIndexOf('.', method - 1);
    return benchmark.substring(type + 1);
  }

  /**
   * How a message names it: {@code IncrementBenchmark.increment[strategy=MUTEX] thrpt, 4 threads},
   * with {@code , role read} and {@code , JVM flags ZGC} behind it where it has some.
   */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder(shortName());
    if (!params.isEmpty()) {
      text.append('[');
      params.forEach((name, value) -> text.append(name).append('=').append(value).append(", "));
      text.setLength(text.length() - 2);
      text.append(']');
    }
    return text.append(' ')
        .append(mode.code())
        .append(", ")
        .append(threads)
        .append(threads == 1 ? " thread" : " threads")
        .append(role.isEmpty() ? "" : ", role " + role)
        .append(jvm.equals(JvmVariant.NONE) ? "" : ", JVM flags " + jvm.name())
        .toString();
  }

  @Override
  public int compareTo(Cell other) {
    return ORDER.compare(this, other);
  }
}
