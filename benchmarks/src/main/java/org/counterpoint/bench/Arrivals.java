package org.counterpoint.bench;

import org.counterpoint.sharing.SharedCounter;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.infra.Control;
import org.openjdk.jmh.infra.ThreadParams;

/** One thread's share of the arrivals, and their response times. */
@State(Scope.Thread)
public class Arrivals {

  private static final double NANOS_PER_MILLI = 1e6;
  private static final double MICROS_PER_MILLI = 1e3;

  private final ThreadTimes times = new ThreadTimes(TimesOfThreads.RESPONSE);
  private final Draw draw = new Draw();

  /** Operations that are due in a millisecond, at all threads together, on average. */
  @Param({"100", "1000", "2000", "5000"})
  public int rate;

  private OpenLoop loop;

  @Setup(Level.Trial)
  public void begin(BenchmarkParams benchmark, ThreadParams thread) {
    if (rate < 1) {
      throw new IllegalArgumentException("rate: " + rate + " operations a millisecond");
    }
    draw.seed(thread.getThreadIndex());
    TimesOfThreads.RESPONSE.offer(rate / MICROS_PER_MILLI);
    double perNano = rate / NANOS_PER_MILLI / benchmark.getThreads();
    loop = new OpenLoop(OpenLoop.MachineClock.INSTANCE, OpenLoop.poisson(perNano, draw));
  }

  @Setup(Level.Iteration)
  public void reset() {
    times.reset();
    loop.reset();
  }

  /** Increments when the next increment is due. */
  void increment(SharedCounter counter, Control control) {
    long due = loop.arrival();
    counter.increment();
    times.record(loop.since(due), control);
  }

  @TearDown(Level.Iteration)
  public void publish() {
    times.publish();
  }
}
