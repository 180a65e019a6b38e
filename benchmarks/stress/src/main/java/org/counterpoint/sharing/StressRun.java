package org.counterpoint.sharing;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;
import org.openjdk.jcstress.Main;
import org.openjdk.jcstress.infra.collectors.DiskReadCollector;
import org.openjdk.jcstress.infra.collectors.InProcessCollector;
import org.openjdk.jcstress.infra.collectors.TestResult;
import org.openjdk.jcstress.infra.runners.TestList;

/**
 * Runs jcstress and judges it: all sound tests must pass, and all broken ones must be found broken.
 * jcstress itself takes a test that didn't run for one that passed.
 */
public final class StressRun {

  /** How many tries jcstress keeps at the same time, each of them a state. */
  private enum Stride {
    // As jcstress has it, unless told otherwise.
    PLAIN("256", "40"),
    // Each state has a thread.
    WITH_OWNER("16", "2");

    private final String size;
    private final String count;

    Stride(String size, String count) {
      this.size = size;
      this.count = count;
    }
  }

  private static final String BROKEN = "\\.Broken$";
  private static final String WITH_OWNER = "\\.Channel\\w+$|\\.(MessagePassing|MessageRoundTrip)$";

  private static final String RESULTS = "jcstress-results-*.bin.gz";

  /** The second compiler only, with its passes in random order. */
  private static final String SHUFFLING_JVM =
      "-XX:-TieredCompilation -XX:+UnlockDiagnosticVMOptions -XX:+StressLCM -XX:+StressGCM"
          + " -XX:+StressIGVN -XX:+StressCCP";

  private final Path folder;
  private final boolean everyJvm;
  private final String filter;

  private StressRun(Path folder, String filter, boolean everyJvm) {
    this.folder = folder;
    this.filter = filter;
    this.everyJvm = everyJvm;
  }

  /**
   * Arguments: milliseconds for each of the two iterations of a test in a JVM; {@code quick} for
   * one kind of JVM, {@code all} for all that jcstress knows; a regular expression that selects
   * tests; the folder for reports. Exits with 1 if a test fails, or a broken one passes.
   */
  public static void main(String[] args) throws Exception {
    if (args.length != 4
        || !args[0].matches("[1-9]\\d{0,5}")
        || !List.of("quick", "all").contains(args[1])) {
      System.err.println(
          "StressRun: expected MILLISECONDS quick|all TESTS FOLDER, got " + List.of(args));
      System.exit(2);
    }
    boolean passed =
        new StressRun(Path.of(args[3]).toAbsolutePath(), args[2], args[1].equals("all"))
            .run(Integer.parseInt(args[0]));
    System.exit(passed ? 0 : 1);
  }

  private boolean run(int millis) throws Exception {
    Files.createDirectories(folder);
    List<StressVerdict> verdicts = new ArrayList<>();
    for (String test : selected(TestList.tests(), filter)) {
      verdicts.add(new StressVerdict(TestList.getInfo(test), isBroken(test)));
    }
    stress(verdicts, "plain", Stride.PLAIN, millis);
    stress(verdicts, "with-owner", Stride.WITH_OWNER, millis);
    // Longer, since each must be caught.
    stress(verdicts, "broken", Stride.PLAIN, 4 * millis);
    System.out.println();
    verdicts.forEach(verdict -> System.out.println(verdict.line()));
    long failed = verdicts.stream().filter(StressVerdict::failed).count();
    long skipped = verdicts.stream().filter(StressVerdict::skipped).count();
    System.out.printf(
        "%d passed, %d failed, %d skipped%n", verdicts.size() - failed - skipped, failed, skipped);
    if (verdicts.isEmpty()) {
      System.err.println("StressRun: no test matches " + filter);
    }
    return failed == 0 && verdicts.size() > skipped;
  }

  private static List<String> selected(Collection<String> tests, String pattern) {
    Pattern selector = Pattern.compile(pattern);
    return tests.stream().filter(test -> selector.matcher(test).find()).sorted().toList();
  }

  private static boolean isBroken(String test) {
    return !selected(List.of(test), BROKEN).isEmpty();
  }

  private static String group(String test) {
    if (isBroken(test)) {
      return "broken";
    }
    return selected(List.of(test), WITH_OWNER).isEmpty() ? "plain" : "with-owner";
  }

  private void stress(List<StressVerdict> verdicts, String group, Stride stride, int millis)
      throws Exception {
    List<StressVerdict> mine =
        verdicts.stream().filter(verdict -> group(verdict.test()).equals(group)).toList();
    if (mine.isEmpty()) {
      return;
    }
    String tests = String.join("|", mine.stream().map(v -> "^\\Q" + v.test() + "\\E$").toList());
    Path reports = folder.resolve(group);
    Files.createDirectories(reports);
    deleteResults(reports);
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName(),
                "-t",
                tests,
                "-time",
                Integer.toString(millis),
                "-iters",
                "2",
                "-f",
                "1",
                "-fsm",
                "1",
                "-r",
                reports.toString(),
                "-strideSize",
                stride.size,
                "-strideCount",
                stride.count,
                // One compilation for all actors, and no pinning: fewer forks, more tries in each.
                "-sc",
                "false",
                "-af",
                "NONE"));
    if (!everyJvm) {
      command.add("-jvmArgs");
      command.add(SHUFFLING_JVM);
    }
    // A process of its own, since jcstress keeps what it found out about JVMs in static fields. Its
    // exit code says less than its results do, which are judged below.
    new ProcessBuilder(command).directory(reports.toFile()).inheritIO().start().waitFor();
    for (TestResult result : results(reports)) {
      for (StressVerdict verdict : mine) {
        if (verdict.test().equals(result.getName())) {
          verdict.add(result);
        }
      }
    }
  }

  private static Collection<TestResult> results(Path reports)
      throws IOException, ClassNotFoundException {
    InProcessCollector collector = new InProcessCollector();
    try (DirectoryStream<Path> files = Files.newDirectoryStream(reports, RESULTS)) {
      for (Path file : files) {
        DiskReadCollector reader = new DiskReadCollector(file.toString(), collector);
        reader.dump();
        reader.close();
      }
    }
    return collector.getTestResults();
  }

  private static void deleteResults(Path reports) throws IOException {
    try (DirectoryStream<Path> files = Files.newDirectoryStream(reports, RESULTS)) {
      for (Path file : files) {
        Files.delete(file);
      }
    }
  }
}
