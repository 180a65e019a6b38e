package org.counterpoint.analysis.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.counterpoint.analysis.model.Cell;
import org.counterpoint.analysis.model.Environment;
import org.counterpoint.analysis.model.Jdk;
import org.counterpoint.analysis.model.Run;
import org.counterpoint.analysis.stats.Quantiles;

/** No number without its circumstances: the line below every table and chart. */
final class Circumstances {

  private Circumstances() {}

  /** Such as {@code JDK 17.0.15; Xeon; 2 cores; 1, 2 and 4 threads; 10 forks}. */
  static String of(Run run, Jdk jdk, IntStream threads, IntStream forks) {
    return of(run, List.of(jdk), threads, forks);
  }

  static String of(Run run, Changes changes) {
    return ofSettings(
        run,
        changes.jdks(),
        changes.cells().stream().map(ChangedCell::setting).toList(),
        changes.cells().stream().mapToInt(ChangedCell::forks));
  }

  /** Such as {@code JDK 17.0.15 and JDK 25.0.1; Xeon; 2 cores; 1 and 2 threads; 10 forks}. */
  static String of(Run run, List<Jdk> jdks, IntStream threads, IntStream forks) {
    return of(run, jdks, numbered(threads.boxed(), "thread"), forks);
  }

  /** The same of settings, some of which may have virtual threads. */
  static String ofSettings(Run run, List<Jdk> jdks, List<Setting> settings, IntStream forks) {
    Map<Boolean, List<Setting>> byKind =
        settings.stream().collect(Collectors.partitioningBy(Circumstances::isVirtual));
    List<String> threads = new ArrayList<>();
    threads.add(
        numbered(byKind.getOrDefault(false, List.of()).stream().map(Setting::threads), "thread"));
    threads.add(
        numbered(
            byKind.getOrDefault(true, List.of()).stream()
                .map(setting -> setting.params().getOrDefault(Cell.VIRTUAL_THREADS, "")),
            "virtual thread"));
    threads.removeIf(String::isEmpty);
    return of(run, jdks, String.join("; ", threads), forks);
  }

  private static boolean isVirtual(Setting setting) {
    return setting.params().containsKey(Cell.VIRTUAL_THREADS);
  }

  private static String numbered(Stream<?> numbers, String noun) {
    List<String> each =
        numbers.map(Object::toString).distinct().sorted(Setting.NUMBERS_FIRST).toList();
    if (each.isEmpty()) {
      return "";
    }
    return Words.list(each) + " " + noun + (each.equals(List.of("1")) ? "" : "s");
  }

  private static String of(Run run, List<Jdk> jdks, String threads, IntStream forks) {
    List<String> parts = new ArrayList<>();
    parts.add(Words.list(jdks.stream().map(Circumstances::jdkText).toList()));
    parts.add(ofMachine(run));
    parts.add(threads);
    parts.add(forksText(forks));
    run.plan()
        .filter(plan -> !plan.supportsVerdicts())
        .ifPresent(plan -> parts.add(plan.suite() + " run: supports no verdict"));
    return String.join("; ", parts);
  }

  /** Such as {@code Xeon; 2 cores}. */
  static String ofMachine(Run run) {
    return run.environment().map(Environment::cpu).map(Circumstances::known).orElse("CPU unknown")
        + "; "
        + cores(run).map(cores -> Words.count(cores, "core")).orElse("number of cores unknown");
  }

  /** With what work takes that is given in tokens, where there is some. */
  static String of(Run run, List<Contest> contests) {
    List<Setting> settings = contests.stream().map(Contest::setting).toList();
    String tokens = TokenTime.words(run, settings);
    return ofSettings(
            run,
            List.of(settings.get(0).jdk()),
            settings,
            contests.stream()
                .flatMap(contest -> contest.measured().stream())
                .mapToInt(entry -> entry.forks().size()))
        + (tokens.isEmpty() ? "" : "; " + tokens);
  }

  static String of(Run run, ServiceTime time) {
    return ofTimes(run, List.of(time));
  }

  static String ofTimes(Run run, List<ServiceTime> times) {
    return of(
        run,
        times.get(0).setting().jdk(),
        times.stream().mapToInt(time -> time.setting().threads()),
        times.stream()
            .flatMap(time -> time.lines().stream())
            .flatMap(line -> line.quantiles().stream())
            .mapToInt(Quantiles::forks));
  }

  /** Such as {@code JDK 17.0.15}, with the run's own label where that says more. */
  static String jdkText(Jdk jdk) {
    if (jdk.equals(Jdk.UNKNOWN)) {
      return "JDK unknown";
    }
    return jdk.version().startsWith(jdk.label())
        ? "JDK " + jdk.version()
        : "JDK " + jdk.label() + " (" + jdk.version() + ")";
  }

  /** The same, and the flags where a run or a file has several sets of them. */
  static String jdkAndFlags(Setting setting) {
    return jdkText(setting.jdk())
        + (setting.params().containsKey(Setting.JVM_FLAGS)
            ? ", " + Setting.JVM_FLAGS + " " + setting.flags()
            : "");
  }

  /** Logical processors, where the run says. */
  static Optional<Integer> cores(Run run) {
    return run.environment().map(Environment::cores).filter(cores -> cores > 0);
  }

  private static String known(String cpu) {
    return cpu.isBlank() || cpu.equals("unknown") ? "CPU unknown" : cpu.strip();
  }

  private static String forksText(IntStream forks) {
    int[] sorted = forks.sorted().toArray();
    if (sorted.length == 0) {
      return "no fork";
    }
    int low = sorted[0];
    int high = sorted[sorted.length - 1];
    return low == high ? Words.count(low, "fork") : low + " to " + high + " forks";
  }
}
