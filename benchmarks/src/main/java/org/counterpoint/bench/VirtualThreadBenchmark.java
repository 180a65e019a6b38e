package org.counterpoint.bench;

import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import org.counterpoint.sharing.CriticalSection;
import org.counterpoint.sharing.SharedCounter;
import org.counterpoint.sharing.Strategy;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Threads;
import org.openjdk.jmh.infra.BenchmarkParams;

/**
 * Increments by virtual threads, which exist from JDK 21 on: how many a microsecond all of them
 * together get through. They live as long as the trial, and take turns; a turn increments once and
 * sleeps once, for 1 ms, since a virtual thread that never waits keeps its carrier from all others.
 * One thread of JMH's waits for the turns to be taken.
 *
 * <p>A sleep of 1 ms is long beside the 50 to 60 µs by which a timer is late. Where they sleep
 * outside the lock, ten threads take 10 turns a millisecond at most, whatever the counter costs;
 * with a thousand the counter and the scheduler of virtual threads are what counts, and with ten
 * thousand there are always some that would run if there were a processor.
 */
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Threads(1)
public class VirtualThreadBenchmark {

  /** The oldest feature release of the JDK that can run it. */
  public static final int SINCE_JDK = TurnTakers.SINCE_JDK;

  /** Few, so that an iteration holds many of them even where there are ten a millisecond. */
  private static final int BATCH = 64;

  private static final long SLEEP_NANOS = 1_000_000;

  /** Ten thousand that sleep inside the locks begin within a second. */
  private static final long LONGEST_BEGINNING_NANOS = 3_000_000_000L;

  /** All increment one counter, and sleep when they have. */
  @Benchmark
  @OperationsPerInvocation(BATCH)
  public void sleepOutside(Outside crowd) throws InterruptedException {
    crowd.takers.await(BATCH);
  }

  /**
   * There are 16 locks, and they sleep while they hold one: at most 16 turns a millisecond, if who
   * sleeps gives its carrier to somebody else, and one for each carrier if it doesn't.
   */
  @Benchmark
  @OperationsPerInvocation(BATCH)
  public void sleepInside(Inside crowd) throws InterruptedException {
    crowd.takers.await(BATCH);
  }

  /** Virtual threads and what they count. */
  @State(Scope.Benchmark)
  public abstract static class Crowd {

    /** How many there are. */
    @Param({"10", "1000", "10000"})
    public int virtualThreads;

    TurnTakers takers;

    SharedCounter[] counters = {};

    /** The counters under test, new. */
    abstract SharedCounter[] create();

    /** One turn of that thread, with its sleep. */
    abstract void takeTurn(int thread);

    @Setup(Level.Trial)
    public void open(BenchmarkParams benchmark) throws InterruptedException {
      if (benchmark.getThreads() != 1) {
        throw new IllegalArgumentException(
            "one thread of JMH's waits for the virtual ones, and there are "
                + benchmark.getThreads()
                + ": leave -t out");
      }
      gather();
    }

    final void gather() throws InterruptedException {
      takers = new TurnTakers(virtualThreads, this::takeTurn);
      counters = create();
      LostUpdateCheck.open(counters[0]);
      takers.start();
      takers.awaitBeginning(LONGEST_BEGINNING_NANOS);
    }

    /** Turns that were taken between two iterations are no part of either. */
    @Setup(Level.Iteration)
    public void begin() {
      takers.forget();
    }

    /** Reads the counters when all threads have ended, so that the check can compare. */
    @TearDown(Level.Trial)
    public void disperse() throws InterruptedException {
      long increments = takers.stop();
      LostUpdateCheck.close(Counters.sum(counters), increments);
      for (SharedCounter counter : counters) {
        counter.close();
      }
    }
  }

  /** Who sleeps when it has incremented the one counter. */
  @State(Scope.Benchmark)
  public static class Outside extends Crowd {

    /** The strategy under test. */
    @Param public Strategy strategy;

    @Override
    SharedCounter[] create() {
      return new SharedCounter[] {strategy.create()};
    }

    @Override
    void takeTurn(int thread) {
      counters[0].increment();
      Doze.nanos(SLEEP_NANOS);
    }
  }

  /** Who sleeps while it holds the lock of its counter, which every 16th thread shares. */
  @State(Scope.Benchmark)
  public static class Inside extends Crowd implements Runnable {

    private static final int LOCKS = 16;

    /** The strategy under test; one that has a lock. */
    @Param({"SYNCHRONIZED", "REENTRANT_LOCK", "MUTEX", "MUTEX_STRICT"})
    public Strategy strategy;

    @Override
    SharedCounter[] create() {
      if (!Strategy.locks().contains(strategy)) {
        throw new IllegalArgumentException(strategy + " has no lock to hold");
      }
      SharedCounter[] created = new SharedCounter[LOCKS];
      Arrays.setAll(created, i -> strategy.create());
      return created;
    }

    @Override
    void takeTurn(int thread) {
      ((CriticalSection) counters[thread % LOCKS]).increment(this);
    }

    /** What is done inside. At the end nobody sleeps, since thousands may wait for the lock. */
    @Override
    public void run() {
      if (!takers.isStopping()) {
        Doze.nanos(SLEEP_NANOS);
      }
    }
  }
}
