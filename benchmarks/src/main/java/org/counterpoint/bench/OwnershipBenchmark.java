package org.counterpoint.bench;

import java.util.concurrent.TimeUnit;
import org.counterpoint.sharing.Arc;
import org.counterpoint.sharing.Rc;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/**
 * What it costs to hand a value out: nothing but a reference, a handle counted within one thread, a
 * handle counted among all threads. A handle is cloned and closed, and the value not dropped.
 *
 * <p>Escape analysis may remove an {@code Rc} handle, though not its counting. An {@code Arc}
 * handle is allocated, and costs three atomic changes: two of the count, and one that sees to it
 * that of several threads only one closes it.
 */
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class OwnershipBenchmark {

  /** A plain reference, which the garbage collector looks after. */
  @Benchmark
  public Object copyReference(PlainState state) {
    return state.value;
  }

  /** Each thread has a count of its own. */
  @Benchmark
  public void copyRc(RcState state) {
    state.rc.cloneHandle().close();
  }

  /** All threads share one count. */
  @Benchmark
  public void copyArc(ArcState state) {
    state.arc.cloneHandle().close();
  }

  /** A value for all threads. */
  @State(Scope.Benchmark)
  public static class PlainState {

    /** What is copied. */
    public Object value = new Object();
  }

  /** A handle a thread. */
  @State(Scope.Thread)
  public static class RcState {

    /** What is copied. */
    public Rc<Object> rc;

    @Setup(Level.Trial)
    public void open() {
      rc = new Rc<>(new Object());
    }

    /** Every copy must have been given back. */
    @TearDown(Level.Trial)
    public void close() {
      HandleCheck.onlyOneLeft(rc.strongCount());
      rc.close();
    }
  }

  /** A handle for all threads. */
  @State(Scope.Benchmark)
  public static class ArcState {

    /** What is copied. */
    public Arc<Object> arc;

    @Setup(Level.Trial)
    public void open() {
      arc = new Arc<>(new Object());
    }

    /** Every copy must have been given back. */
    @TearDown(Level.Trial)
    public void close() {
      HandleCheck.onlyOneLeft(arc.strongCount());
      arc.close();
    }
  }
}
