package org.counterpoint.bench;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.profile.InternalProfiler;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.Result;

/**
 * Ends a fork whose host is gone. JMH's own fork notices that at the end of an iteration at the
 * earliest, and one that hangs never does: it would go on burning a core beside the next run.
 *
 * <p>Costs a look at a process table once a second.
 */
public final class ParentWatch implements InternalProfiler {

  private static final long INTERVAL_MILLIS = 1_000;
  private static final AtomicBoolean BEGUN = new AtomicBoolean();

  @Override
  public String getDescription() {
    return "Ends the fork when the process that started it has ended";
  }

  @Override
  public void beforeIteration(BenchmarkParams benchmark, IterationParams iteration) {
    Optional<ProcessHandle> parent = ProcessHandle.current().parent();
    if (parent.isPresent() && BEGUN.compareAndSet(false, true)) {
      Thread watch = new Thread(() -> endAfter(parent.get()), "parent-watch");
      watch.setDaemon(true);
      watch.start();
    }
  }

  @Override
  public Collection<? extends Result<?>> afterIteration(
      BenchmarkParams benchmark, IterationParams iteration, IterationResult result) {
    return List.of();
  }

  private static void endAfter(ProcessHandle parent) {
    try {
      while (parent.isAlive()) {
        Thread.sleep(INTERVAL_MILLIS);
      }
    } catch (InterruptedException e) {
      // Nobody interrupts this thread but somebody who ends the JVM.
      return;
    }
    // Without hooks: nobody is left to be told anything.
    Runtime.getRuntime().halt(1);
  }
}
