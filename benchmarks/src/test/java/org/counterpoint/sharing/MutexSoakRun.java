package org.counterpoint.sharing;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.function.ToLongFunction;

/** The long soak, with what it came across. */
public final class MutexSoakRun {

  private static final int PLATFORM_THREADS = 8;
  private static final int VIRTUAL_THREADS = 1_000;

  private MutexSoakRun() {}

  /** Argument: how many seconds. Exits with 1 if something broke, or somebody is stuck. */
  public static void main(String[] args) {
    if (args.length != 1 || !args[0].matches("[1-9]\\d{0,5}")) {
      System.err.println("MutexSoakRun: expected SECONDS, got " + List.of(args));
      System.exit(2);
    }
    System.exit(run(Duration.ofSeconds(Long.parseLong(args[0]))) ? 0 : 1);
  }

  private static boolean run(Duration length) {
    int virtualThreads = VirtualThreads.exist() ? VIRTUAL_THREADS : 0;
    print(
        "JDK %s: %d platform threads, virtual threads: %s, %d s",
        Runtime.version(),
        PLATFORM_THREADS,
        virtualThreads == 0 ? VirtualThreads.missing() : String.valueOf(virtualThreads),
        length.toSeconds());
    List<MutexSoakTest.Gear> gears = MutexSoakTest.gears().toList();
    MutexSoak.Result result =
        MutexSoak.run(
            gears.stream().map(MutexSoakTest.Gear::lock).toList(),
            System.nanoTime(),
            PLATFORM_THREADS,
            virtualThreads,
            MutexSoak.Stint.of(length),
            length.plus(Await.LIMIT));
    List<MutexSoak.Tally> all = result.tallies();
    print(
        "%,d stays, counted %,d; %,d refused or timed out, %,d interrupted, %,d found poison"
            + " of %,d poisonings",
        result.stays(),
        result.counted(),
        sum(all, tally -> tally.refused),
        sum(all, tally -> tally.interrupted),
        sum(all, tally -> tally.foundPoison),
        result.poisonings());
    printThreads("platform", all.subList(0, PLATFORM_THREADS));
    if (virtualThreads > 0) {
      printThreads("virtual", all.subList(PLATFORM_THREADS, all.size()));
    }
    gears.stream()
        .filter(gear -> gear.lock().mayOverlook())
        .forEach(
            gear -> print("%s: overlooked at most %,d times", gear.name(), gear.lock().rescues()));
    result.breaches().stream().distinct().forEach(System.out::println);
    result.stuck().forEach(System.out::println);
    print(
        "%s: %d threads stuck, %d breaches",
        result.holds() ? "held" : "FAILED", result.stuck().size(), result.breaches().size());
    return result.holds();
  }

  private static void printThreads(String kind, List<MutexSoak.Tally> tallies) {
    print(
        "%s threads: %,d to %,d turns each, longest wait %.1f ms",
        kind,
        tallies.stream().mapToInt(tally -> tally.turns).min().orElseThrow(),
        tallies.stream().mapToInt(tally -> tally.turns).max().orElseThrow(),
        tallies.stream().mapToLong(tally -> tally.longestWaitNanos).max().orElseThrow() / 1e6);
  }

  private static long sum(List<MutexSoak.Tally> tallies, ToLongFunction<MutexSoak.Tally> figure) {
    return tallies.stream().mapToLong(figure).sum();
  }

  private static void print(String format, Object... arguments) {
    System.out.println(String.format(Locale.ROOT, format, arguments));
  }
}
