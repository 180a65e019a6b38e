package org.counterpoint.sharing;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.infra.Status;
import org.openjdk.jcstress.infra.TestInfo;
import org.openjdk.jcstress.infra.collectors.TestResult;

/** What all runs of one test came to. */
final class StressVerdict {

  private final TestInfo info;
  private final boolean mustFail;

  private int runs;
  private int errors;
  private long tries;
  private final Map<String, Long> forbidden = new TreeMap<>();

  StressVerdict(TestInfo info, boolean mustFail) {
    this.info = info;
    this.mustFail = mustFail;
  }

  String test() {
    return info.name();
  }

  void add(TestResult result) {
    runs++;
    if (result.status() != Status.NORMAL || result.getTotalCount() == 0) {
      errors++;
      return;
    }
    tries += result.getTotalCount();
    result
        .grading()
        .gradingResults
        .forEach(
            (state, graded) -> {
              boolean allowed =
                  graded.expect == Expect.ACCEPTABLE
                      || graded.expect == Expect.ACCEPTABLE_INTERESTING;
              if (!allowed && graded.count > 0) {
                forbidden.merge(state, graded.count, Long::sum);
              }
            });
  }

  /** Whether it has more actors than jcstress finds cores for. Two there must be. */
  boolean skipped() {
    return runs == 0 && info.threads() > 2;
  }

  /** Broken code must be seen to do what is forbidden: a crash doesn't count as found. */
  boolean failed() {
    if (skipped()) {
      return false;
    }
    return runs == 0 || errors > 0 || forbidden.isEmpty() == mustFail;
  }

  String line() {
    String name = info.name().substring(info.name().lastIndexOf("sharing.") + "sharing.".length());
    if (skipped()) {
      return name + ": skipped, its " + info.threads() + " actors need as many cores";
    }
    return String.format(
        Locale.ROOT,
        "%s: %s, %d runs, %d errors, %,d tries, %s%s",
        name,
        failed() ? "FAILED" : "passed",
        runs,
        errors,
        tries,
        forbidden.isEmpty() ? "nothing forbidden" : "forbidden " + forbidden,
        mustFail ? ", and must be found" : "");
  }
}
