package org.counterpoint.sharing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;
import org.openjdk.jcstress.JCStress;
import org.openjdk.jcstress.Options;
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

  private final Path folder;
  private final String filter;

  private StressRun(Path folder, String filter) {
    this.folder = folder;
    this.filter = filter;
  }

  /**
   * Arguments: seconds for the sound tests together, a regular expression that selects tests, the
   * folder for reports. Exits with 1 if a test fails, or a broken one passes.
   */
  public static void main(String[] args) throws Exception {
    if (args.length != 3 || !args[0].matches("[1-9]\\d{0,5}")) {
      System.err.println("StressRun: expected SECONDS TESTS FOLDER, got " + List.of(args));
      System.exit(2);
    }
    boolean passed = new StressRun(Path.of(args[2]), args[1]).run(Integer.parseInt(args[0]));
    System.exit(passed ? 0 : 1);
  }

  private boolean run(int seconds) throws Exception {
    Files.createDirectories(folder);
    List<StressVerdict> verdicts = new ArrayList<>();
    for (String test : selected(TestList.tests(), filter)) {
      verdicts.add(new StressVerdict(TestList.getInfo(test), isBroken(test)));
    }
    stress(verdicts, "plain", Stride.PLAIN, seconds * 3 / 4);
    stress(verdicts, "with-owner", Stride.WITH_OWNER, Math.max(1, seconds / 4));
    stress(verdicts, "broken", Stride.PLAIN, Math.max(1, seconds / 3));
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

  private void stress(List<StressVerdict> verdicts, String group, Stride stride, int seconds)
      throws Exception {
    List<StressVerdict> mine =
        verdicts.stream().filter(verdict -> group(verdict.test()).equals(group)).toList();
    if (mine.isEmpty()) {
      return;
    }
    String tests = String.join("|", mine.stream().map(v -> "^\\Q" + v.test() + "\\E$").toList());
    Options options =
        new Options(
            new String[] {
              "-t",
              tests,
              "-tb",
              seconds + "s",
              "-r",
              folder.resolve(group).toString(),
              "-strideSize",
              stride.size,
              "-strideCount",
              stride.count,
              // One compilation for all actors, and no pinning: fewer forks, more tries in each.
              "-sc",
              "false",
              "-af",
              "NONE"
            });
    if (!options.parse()) {
      throw new IllegalStateException("jcstress refuses its options");
    }
    try {
      new JCStress(options).run();
    } catch (AssertionError e) {
      // That tests failed: judged below, from the results.
      System.out.println(e.getMessage());
    }
    for (TestResult result : results(Path.of(options.getResultFile()))) {
      for (StressVerdict verdict : mine) {
        if (verdict.test().equals(result.getName())) {
          verdict.add(result);
        }
      }
    }
  }

  private static Collection<TestResult> results(Path file)
      throws IOException, ClassNotFoundException {
    if (!Files.exists(file)) {
      return List.of();
    }
    InProcessCollector collector = new InProcessCollector();
    DiskReadCollector reader = new DiskReadCollector(file.toString(), collector);
    reader.dump();
    reader.close();
    Files.delete(file);
    return collector.getTestResults();
  }
}
