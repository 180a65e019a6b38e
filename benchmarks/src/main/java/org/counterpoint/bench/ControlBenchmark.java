package org.counterpoint.bench;

import java.util.concurrent.TimeUnit;
import org.counterpoint.sharing.AtomicIntegerCounter;
import org.counterpoint.sharing.SharedCounter;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.infra.Blackhole;
import org.openjdk.jmh.infra.Control;

/** What the instrument itself costs, and how steady the machine is, beside the strategies. */
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class ControlBenchmark {

  /** The floor: JMH's loop around nothing. */
  @Benchmark
  public void nothing() {}

  /**
   * The twin of {@link IncrementBenchmark} with {@code ATOMIC_INTEGER}, called by its class and not
   * through the interface. Were dispatch not free, the two would differ.
   */
  @Benchmark
  public void direct(DirectState state) {
    state.counter.increment();
  }

  /** The timer's floor: the service time of an operation that does nothing. */
  @Benchmark
  public void timer(Stopwatch stopwatch, Control control) {
    stopwatch.increment(Nothing.INSTANCE, control);
  }

  /**
   * The same work every time, in registers and alone: what varies in it is the machine. The report
   * knows it by this name.
   */
  @Benchmark
  public long fixedWork(FixedWork work) {
    return work.perform();
  }

  /**
   * So many tokens of the work that other benchmarks do inside a lock and outside it: what they
   * take here, alone, is what they are in time. The report knows it by this name, and by that of
   * the param.
   */
  @Benchmark
  public void work(Tokens work) {
    Blackhole.consumeCPU(work.tokens);
  }

  /** How much work. */
  @State(Scope.Benchmark)
  public static class Tokens {

    /** In the tokens of {@link Blackhole#consumeCPU}. */
    @Param({"20", "100"})
    public int tokens;
  }

  /** A chain of shifts, each of which waits for the one before it: Marsaglia's xorshift. */
  @State(Scope.Thread)
  public static class FixedWork {

    private static final int STEPS = 1000;

    /** Kept from call to call, so that no call is like the one before it to a compiler. */
    private long value = 88_172_645_463_325_252L;

    long perform() {
      long x = value;
      for (int i = 0; i < STEPS; i++) {
        x ^= x << 13;
        x ^= x >>> 7;
        x ^= x << 17;
      }
      value = x;
      return x;
    }
  }

  /** The cheapest of the counters, under its own type. */
  @State(Scope.Benchmark)
  public static class DirectState {

    /** The counter under test. */
    public AtomicIntegerCounter counter;

    @Setup(Level.Trial)
    public void open() {
      counter = new AtomicIntegerCounter();
      LostUpdateCheck.open(counter);
    }

    @TearDown(Level.Trial)
    public void close() {
      LostUpdateCheck.close(counter);
      counter.close();
    }
  }

  /** Takes increments and does nothing with them. */
  private enum Nothing implements SharedCounter {
    INSTANCE;

    @Override
    public void increment() {}

    @Override
    public long value() {
      return 0;
    }
  }
}
