package org.counterpoint.analysis.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
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
    return of(
        run,
        changes.jdks(),
        changes.cells().stream().mapToInt(cell -> cell.setting().threads()),
        changes.cells().stream().mapToInt(ChangedCell::forks));
  }

  /** Such as {@code JDK 17.0.15 and JDK 25.0.1; Xeon; 2 cores; 1 and 2 threads; 10 forks}. */
  static String of(Run run, List<Jdk> jdks, IntStream threads, IntStream forks) {
    List<String> parts = new ArrayList<>();
    parts.add(Words.list(jdks.stream().map(Circumstances::jdkText).toList()));
    parts.add(ofMachine(run));
    List<String> counts = threads.distinct().sorted().mapToObj(Integer::toString).toList();
    parts.add(Words.list(counts) + (counts.equals(List.of("1")) ? " thread" : " threads"));
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
    String tokens = TokenTime.words(run, contests.stream().map(Contest::setting).toList());
    return of(
            run,
            contests.get(0).setting().jdk(),
            contests.stream().mapToInt(contest -> contest.setting().threads()),
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
