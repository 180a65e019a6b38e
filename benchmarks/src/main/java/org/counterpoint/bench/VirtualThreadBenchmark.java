package org.counterpoint.bench;

import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
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

/**
 * Increments by virtual threads, which exist from JDK 21 on. One JMH thread starts them anew for
 * each batch and waits for their end, so the score includes that; a virtual thread that doesn't
 * have to wait is not taken from its carrier, so only as many run at a time as there are carriers.
 */
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Threads(1)
public class VirtualThreadBenchmark {

  private static final int BATCH = 1 << 18;

  @Benchmark
  @OperationsPerInvocation(BATCH)
  public void increment(Crowd crowd) throws InterruptedException {
    crowd.executor.invokeAll(crowd.tasks);
  }

  /** A counter and those who want it. */
  @State(Scope.Benchmark)
  public static class Crowd extends LockState {

    /** A power of two. */
    @Param({"8", "64"})
    public int virtualThreads;

    private ExecutorService executor;
    private List<Callable<Void>> tasks = List.of();

    @Setup(Level.Trial)
    public void gather() {
      executor = virtualThreadPerTask();
      int share = BATCH / virtualThreads;
      Callable<Void> task =
          () -> {
            for (int i = 0; i < share; i++) {
              counter.increment();
            }
            return null;
          };
      tasks = Collections.nCopies(virtualThreads, task);
    }

    @TearDown(Level.Trial)
    public void disperse() {
      executor.shutdown();
    }

    // By reflection: the code is compiled for 17.
    private static ExecutorService virtualThreadPerTask() {
      try {
        return (ExecutorService)
            Executors.class.getMethod("newVirtualThreadPerTaskExecutor").invoke(null);
      } catch (ReflectiveOperationException e) {
        throw new IllegalStateException(
            "virtual threads exist from JDK 21 on, this is " + Runtime.version(), e);
      }
    }
  }
}
