package org.counterpoint.analysis.stats;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.counterpoint.analysis.model.Values;

/**
 * Whether the forks had warmed up: per fork, {@code d = mean ln(second half of the iterations) −
 * mean ln(first half)}, and Student's t interval of d over the forks. A middle iteration belongs to
 * neither half.
 *
 * <p>It finds drift, not a plateau below the peak.
 *
 * @param verdict what the interval says
 * @param secondOverFirst the ratio of the halves, 95 %, two-sided; absent where it can't be had:
 *     fewer than {@link Estimate#MIN_FORKS} forks, a fork with a single iteration, or a value not
 *     above zero
 */
public record Steadiness(Verdict verdict, Optional<Interval> secondOverFirst) {

  /** A drift below this between the halves counts as none: 2 %. */
  public static final double MARGIN = 1.02;

  /** What can be said of the drift. */
  public enum Verdict {
    /** The whole interval lies within the margin, be it 0 or not. */
    STEADY,
    /** It does not, and the interval excludes 0. */
    DRIFT,
    /** Neither can be said, or there is no interval. */
    UNCLEAR
  }

  /** The verdict on these forks. */
  public static Steadiness of(List<Values> forks) {
    boolean measurable =
        forks.size() >= Estimate.MIN_FORKS
            && forks.stream().allMatch(fork -> fork.size() >= 2 && LogSample.canBeTakenOf(fork));
    if (!measurable) {
      return new Steadiness(Verdict.UNCLEAR, Optional.empty());
    }
    LogSample drift = LogSample.ofLogs(forks.stream().mapToDouble(Steadiness::drift).toArray());
    double low = drift.mean() - drift.halfWidth();
    double high = drift.mean() + drift.halfWidth();
    double margin = Math.log(MARGIN);
    Verdict verdict = Verdict.UNCLEAR;
    if (-margin < low && high < margin) {
      verdict = Verdict.STEADY;
    } else if (low > 0 || high < 0) {
      verdict = Verdict.DRIFT;
    }
    return new Steadiness(verdict, Optional.of(Interval.ofLogs(drift.mean(), drift.halfWidth())));
  }

  private static double drift(Values fork) {
    double[] logs = LogSample.logs(fork);
    int half = logs.length / 2;
    int second = logs.length - half;
    return IntStream.range(0, half).mapToDouble(i -> logs[second + i] - logs[i]).sum() / half;
  }
}
