package org.counterpoint.bench;

import org.counterpoint.sharing.SharedCounter;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.infra.Control;

/**
 * One thread's service times: every {@link #STRIDE}th operation is timed, whatever it took.
 *
 * <p>JMH's own sample mode can't be used for operations this fast: its buffer halves the counts of
 * what it has when it fills, never to zero, so that rare values weigh more by orders of magnitude.
 * A fixed stride has no such bias, and most operations run at full speed.
 */
@State(Scope.Thread)
public class Stopwatch {

  /** A prime, so that the stride doesn't march in step with a queue's or a batch's size. */
  public static final int STRIDE = 61;

  private final ThreadTimes times = new ThreadTimes(TimesOfThreads.SERVICE);
  private final int stride;
  private int untilTimed;

  public Stopwatch() {
    this(STRIDE);
  }

  private Stopwatch(int stride) {
    this.stride = stride;
    untilTimed = stride;
  }

  /** Times every operation, so that the longest one is not missed. */
  @State(Scope.Thread)
  public static class OfEach extends Stopwatch {
    public OfEach() {
      super(1);
    }
  }

  @Setup(Level.Iteration)
  public void reset() {
    times.reset();
  }

  /** Increments, and times it when it is this operation's turn. */
  public void increment(SharedCounter counter, Control control) {
    if (--untilTimed > 0) {
      counter.increment();
      return;
    }
    untilTimed = stride;
    long start = now();
    counter.increment();
    long nanos = now() - start;
    times.record(nanos, control);
  }

  /** In nanoseconds since whenever. */
  long now() {
    return System.nanoTime();
  }

  @TearDown(Level.Iteration)
  public void publish() {
    times.publish();
  }
}
