package org.counterpoint.sharing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.openjdk.jcstress.Options;
import org.openjdk.jcstress.TestExecutor;
import org.openjdk.jcstress.Verbosity;
import org.openjdk.jcstress.infra.TestInfo;
import org.openjdk.jcstress.infra.collectors.InProcessCollector;
import org.openjdk.jcstress.infra.collectors.TestResultCollector;
import org.openjdk.jcstress.infra.grading.HTMLReportPrinter;
import org.openjdk.jcstress.infra.runners.TestConfig;
import org.openjdk.jcstress.infra.runners.TestList;
import org.openjdk.jcstress.os.AffinityMode;
import org.openjdk.jcstress.os.OSSupport;
import org.openjdk.jcstress.os.Scheduler;
import org.openjdk.jcstress.os.SchedulingClass;
import org.openjdk.jcstress.os.topology.PresetRegularTopology;
import org.openjdk.jcstress.util.Environment;
import org.openjdk.jcstress.vm.CompileMode;
import org.openjdk.jcstress.vm.VMSupport;

/**
 * Runs the {@link StressPlan} by jcstress and judges it: all that is sound must pass, and all that
 * is broken must be found broken.
 *
 * <p>It takes jcstress's parts rather than its main class, for three reasons. That one has each
 * test run once in each kind of JVM, whereas here a JVM is told on what. It takes a test that
 * didn't run for one that passed. And it skips tests of more threads than the machine has cores,
 * though on two cores three threads meet as well, if not as often: here, they run.
 */
public final class StressRun {

  // jcstress gives each actor a core. No test has more of them.
  private static final int MOST_ACTORS = 3;

  private static final String ITERATIONS = "2";

  // Short strides, which get fewer tries.
  private static final int TIMES_LONGER = 4;

  /** The second compiler only, with its passes in random order. */
  private static final List<String> SHUFFLING_JVM =
      List.of(
          "-XX:-TieredCompilation",
          "-XX:+UnlockDiagnosticVMOptions",
          "-XX:+StressLCM",
          "-XX:+StressGCM",
          "-XX:+StressIGVN",
          "-XX:+StressCCP");

  private final Path folder;
  private final int millis;
  private final boolean everyJvm;
  private final int processors = Runtime.getRuntime().availableProcessors();
  private final Scheduler scheduler;
  private final int cores;

  private StressRun(Path folder, int millis, boolean everyJvm) throws Exception {
    this.folder = folder;
    this.millis = millis;
    this.everyJvm = everyJvm;
    cores = Math.max(MOST_ACTORS, processors);
    scheduler = new Scheduler(new PresetRegularTopology(1, cores, 1), cores);
  }

  /**
   * Arguments: milliseconds for each of the two iterations of a trial in a JVM; {@code quick} for
   * one kind of JVM, {@code all} for all that jcstress knows; a regular expression that selects
   * trials; the folder for reports. Exits with 1 if a trial fails.
   */
  public static void main(String[] args) throws Exception {
    if (args.length != 4
        || !args[0].matches("[1-9]\\d{0,5}")
        || !List.of("quick", "all").contains(args[1])) {
      throw refuse("expected MILLISECONDS quick|all TRIALS FOLDER, got " + List.of(args));
    }
    List<Trial> trials = selected(args[2]);
    if (trials.isEmpty()) {
      throw refuse("no trial matches " + args[2] + ": see StressPlan, or try TwoIncrement");
    }
    Path folder = Path.of(args[3]).toAbsolutePath();
    boolean passed =
        new StressRun(folder, Integer.parseInt(args[0]), args[1].equals("all")).run(trials);
    System.exit(passed ? 0 : 1);
  }

  private static List<Trial> selected(String pattern) {
    try {
      Pattern selector = Pattern.compile(pattern);
      return StressPlan.trials().stream()
          .filter(trial -> selector.matcher(trial.name()).find())
          .toList();
    } catch (PatternSyntaxException e) {
      throw refuse("not a regular expression: " + pattern + ": " + e.getDescription());
    }
  }

  // Typed, so that the compiler knows that it ends here.
  private static IllegalArgumentException refuse(String message) {
    System.err.println("StressRun: " + message);
    System.exit(2);
    return new IllegalArgumentException(message);
  }

  private boolean run(List<Trial> trials) throws Exception {
    long start = System.nanoTime();
    VMSupport.initFlags(options());
    OSSupport.init();
    List<List<String>> jvms = jvms();
    List<StressVerdict> verdicts = new ArrayList<>();
    Map<TestConfig, StressVerdict> byConfig = new HashMap<>();
    for (Trial trial : trials) {
      StressVerdict verdict = new StressVerdict(trial, jvms.size() * trial.forks());
      verdicts.add(verdict);
      for (List<String> jvm : jvms) {
        for (int fork = 0; fork < trial.forks(); fork++) {
          byConfig.put(config(trial, jvm, fork), verdict);
        }
      }
    }
    InProcessCollector sound = new InProcessCollector();
    InProcessCollector broken = new InProcessCollector();
    // Called by any thread.
    TestResultCollector judge =
        result -> {
          synchronized (verdicts) {
            StressVerdict verdict = Objects.requireNonNull(byConfig.get(result.getConfig()));
            verdict.add(result);
            // For the pages.
            result.setEnv(Environment.getInstance());
            (verdict.trial().broken() ? broken : sound).add(result);
            if (verdict.isComplete()) {
              System.out.println(verdict.line());
            }
          }
        };
    new TestExecutor(new Verbosity(0), judge, scheduler).runAll(List.copyOf(byConfig.keySet()));
    printPages("sound", sound);
    printPages("broken", broken);
    long seconds = Duration.ofNanos(System.nanoTime() - start).toSeconds();
    return summarize(verdicts, seconds);
  }

  private static boolean summarize(List<StressVerdict> verdicts, long seconds) {
    List<StressVerdict> failed = verdicts.stream().filter(StressVerdict::failed).toList();
    List<StressVerdict> held = verdicts.stream().filter(verdict -> !verdict.failed()).toList();
    long caught = held.stream().filter(verdict -> verdict.trial().broken()).count();
    System.out.println();
    failed.forEach(verdict -> System.out.println(verdict.line()));
    System.out.printf(
        Locale.ROOT,
        "%,d tries in %d s on JDK %s: %d trials passed, %d caught what is broken, %d failed%n",
        verdicts.stream().mapToLong(StressVerdict::tries).sum(),
        seconds,
        Runtime.version(),
        held.size() - caught,
        caught,
        failed.size());
    return failed.isEmpty();
  }

  private List<List<String>> jvms() {
    if (!everyJvm) {
      return List.of(SHUFFLING_JVM);
    }
    VMSupport.detectAvailableVMConfigs(/* splitCompilation= */ false, List.of(), List.of());
    return VMSupport.getAvailableVMConfigs().stream().map(VMSupport.Config::args).toList();
  }

  private TestConfig config(Trial trial, List<String> jvm, int fork) throws IOException {
    TestInfo info = TestList.getInfo(trial.test().getCanonicalName());
    List<String> arguments = new ArrayList<>(jvm);
    arguments.add(Subject.option(trial.subject()));
    // jcstress takes configurations for the same that differ in nothing else.
    arguments.add("-Dcounterpoint.fork=" + fork);
    // Any core will do: which ones share a cache matters less here than many tries.
    SchedulingClass cores =
        scheduler.scheduleClasses(info.threads(), this.cores, AffinityMode.NONE).get(0);
    return new TestConfig(
        options(trial, info.threads()), info, 0, arguments, CompileMode.UNIFIED, cores);
  }

  private Options options(Trial trial, int actors) throws IOException {
    boolean longer = trial.stride() == Trial.Stride.SHORT;
    return options(
        "-time",
        Integer.toString(longer ? TIMES_LONGER * millis : millis),
        "-iters",
        ITERATIONS,
        "-strideSize",
        Integer.toString(trial.stride().size()),
        "-strideCount",
        Integer.toString(trial.stride().count()),
        "-spinStyle",
        // Who waits for a thread that has no core must not keep it from one.
        actors > processors ? "THREAD_YIELD" : "THREAD_SPIN_WAIT");
  }

  private static Options options(String... arguments) throws IOException {
    Options options = new Options(arguments);
    if (!options.parse()) {
      throw new IllegalStateException("jcstress refuses " + List.of(arguments));
    }
    return options;
  }

  private void printPages(String name, InProcessCollector results) throws IOException {
    if (results.getTestResults().isEmpty()) {
      return;
    }
    Path pages = folder.resolve(name);
    Files.createDirectories(pages);
    new HTMLReportPrinter(options("-r", pages.toString()), results, System.out).work();
  }
}
