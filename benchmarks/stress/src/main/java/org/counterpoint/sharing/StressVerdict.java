package org.counterpoint.sharing;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.infra.Status;
import org.openjdk.jcstress.infra.collectors.TestResult;

/** What all runs of one trial came to. */
final class StressVerdict {

  private final Trial trial;
  private final int planned;

  private int runs;
  private long tries;
  private long forbiddenTries;
  private final Map<String, Long> outcomes = new TreeMap<>();
  private final List<String> errors = new ArrayList<>();

  /**
   * @param planned in how many JVMs the trial is to run
   */
  StressVerdict(Trial trial, int planned) {
    this.trial = trial;
    this.planned = planned;
  }

  void add(TestResult result) {
    runs++;
    if (result.status() != Status.NORMAL || result.getTotalCount() == 0) {
      errors.add(result.status() + " " + result.getMessages() + " " + result.getVmErr());
      return;
    }
    tries += result.getTotalCount();
    result.grading().gradingResults.values().stream()
        .filter(graded -> graded.count > 0)
        .forEach(
            graded -> {
              boolean allowed =
                  graded.expect == Expect.ACCEPTABLE
                      || graded.expect == Expect.ACCEPTABLE_INTERESTING;
              if (!allowed) {
                forbiddenTries += graded.count;
              }
              outcomes.merge((allowed ? "" : "!") + graded.id, graded.count, Long::sum);
            });
  }

  /** Broken code must be seen to do what is forbidden: a crash doesn't count as found. */
  boolean failed() {
    return !isComplete() || !errors.isEmpty() || (forbiddenTries > 0) != trial.broken();
  }

  Trial trial() {
    return trial;
  }

  /** Whether all runs have ended. */
  boolean isComplete() {
    return runs == planned;
  }

  long tries() {
    return tries;
  }

  /** One line, and one more an error; forbidden outcomes are marked. */
  String line() {
    String verdict =
        String.format(
            Locale.ROOT,
            "%-7s %-36s %,11d tries, %,d forbidden%s: %s",
            failed() ? "FAILED" : trial.broken() ? "caught" : "passed",
            trial.name(),
            tries,
            forbiddenTries,
            trial.broken() ? " (some must be)" : "",
            isComplete() ? printed(outcomes) : "ran " + runs + " times of " + planned);
    return errors.isEmpty() ? verdict : verdict + "\n  " + String.join("\n  ", errors);
  }

  private static String printed(Map<String, Long> outcomes) {
    return String.join(
        "; ",
        outcomes.entrySet().stream()
            .map(
                outcome ->
                    String.format(Locale.ROOT, "%s: %,d", outcome.getKey(), outcome.getValue()))
            .toList());
  }
}
