package org.counterpoint.analysis.report;

import java.util.Collections;
import java.util.Comparator;
import java.util.SortedMap;
import java.util.TreeMap;
import org.counterpoint.analysis.model.Cell;
import org.counterpoint.analysis.model.Jdk;
import org.counterpoint.analysis.model.JvmVariant;
import org.counterpoint.analysis.model.Mode;

/**
 * What is held equal while contenders compete: only within one setting of one run is anything
 * ranked.
 *
 * @param workload the benchmark's class, with the method where that is not what competes
 * @param params those that are no contender
 * @param role of the threads that are meant; empty where all are
 */
public record Setting(
    String workload, SortedMap<String, String> params, Mode mode, Jdk jdk, int threads, String role)
    implements Comparable<Setting> {

  /** The flags that JVMs had, among the params; only where a run or a file has several. */
  static final String JVM_FLAGS = "JVM flags";

  /** Numbers by size and before words; equal numbers that are written otherwise stay apart. */
  public static final Comparator<String> NUMBERS_FIRST =
      Comparator.comparing((String text) -> !Params.isNumber(text))
          .thenComparingDouble(text -> Params.isNumber(text) ? Double.parseDouble(text) : 0)
          .thenComparing(Comparator.naturalOrder());

  /** No flags before any others. */
  static final Comparator<String> NONE_FIRST =
      Comparator.comparing((String text) -> !text.equals(JvmVariant.NONE.name()))
          .thenComparing(NUMBERS_FIRST);

  private static final Comparator<Setting> ORDER =
      Comparator.comparing(Setting::workload)
          .thenComparing(Setting::mode)
          .thenComparing(setting -> setting.jdk.label(), NUMBERS_FIRST)
          .thenComparing(setting -> setting.jdk.version())
          .thenComparing(Setting::params, Setting::compareParams)
          .thenComparing(Setting::role)
          .thenComparingInt(Setting::threads);

  public Setting {
    params = Collections.unmodifiableSortedMap(new TreeMap<>(params));
  }

  /** Of all threads. */
  public Setting(
      String workload, SortedMap<String, String> params, Mode mode, Jdk jdk, int threads) {
    this(workload, params, mode, jdk, threads, "");
  }

  /**
   * The workload without its package, the role and the params: {@code MapBenchmark, size=10}, or
   * {@code QueueBenchmark.queue, role poll, size=10}.
   */
  public String title() {
    String name = Params.withoutPackage(workload) + (role.isEmpty() ? "" : ", role " + role);
    return params.isEmpty() ? name : name + ", " + Params.text(params);
  }

  /** Whether what was measured there can be put beside this. */
  boolean isOn(Jdk other, JvmVariant jvm) {
    return jdk.equals(other) && jvm.name().equals(flags());
  }

  /** Whether both are on the same JDK and of the same flags. */
  boolean isBeside(Setting other) {
    return jdk.equals(other.jdk) && flags().equals(other.flags());
  }

  /** Their name; that of none where there are none. */
  String flags() {
    return params.getOrDefault(JVM_FLAGS, JvmVariant.NONE.name());
  }

  /** Such as {@code 2 threads}, or {@code 1000 virtual threads} where those do the work. */
  public String threadsText() {
    String virtual = params.get(Cell.VIRTUAL_THREADS);
    return virtual == null
        ? Words.count(threads, "thread")
        : virtual + " virtual thread" + (virtual.equals("1") ? "" : "s");
  }

  Setting withThreads(int other) {
    return new Setting(workload, params, mode, jdk, other, role);
  }

  /** The same without that param. */
  Setting without(String param) {
    TreeMap<String, String> fewer = new TreeMap<>(params);
    fewer.remove(param);
    return new Setting(workload, fewer, mode, jdk, threads, role);
  }

  /** The same of all threads: where a fork fails, it fails in all roles. */
  Setting whole() {
    return new Setting(workload, params, mode, jdk, threads);
  }

  /** The same, marked as the {@code n}-th entry of its kind in a file. */
  Setting repeated(int n) {
    TreeMap<String, String> marked = new TreeMap<>(params);
    marked.put("repeat", Integer.toString(n));
    return new Setting(workload, marked, mode, jdk, threads, role);
  }

  @Override
  public int compareTo(Setting other) {
    return ORDER.compare(this, other);
  }

  private static int compareParams(SortedMap<String, String> a, SortedMap<String, String> b) {
    if (!a.keySet().equals(b.keySet())) {
      return a.keySet().toString().compareTo(b.keySet().toString());
    }
    for (String name : a.keySet()) {
      Comparator<String> order = name.equals(JVM_FLAGS) ? NONE_FIRST : NUMBERS_FIRST;
      int compared = order.compare(a.getOrDefault(name, ""), b.getOrDefault(name, ""));
      if (compared != 0) {
        return compared;
      }
    }
    return 0;
  }
}
