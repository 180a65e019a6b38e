package org.counterpoint.bench;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.Collection;
import java.util.List;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.profile.InternalProfiler;
import org.openjdk.jmh.results.AggregationPolicy;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.ScalarResult;

/**
 * Processor time of the whole JVM, which tells a thread that sleeps while it waits from one that
 * spins: for one operation ({@code cpuTime}), and for a second of the clock ({@code processors},
 * how many were kept busy).
 *
 * <p>The second is no product of the first and the score. An iteration begins before all of its
 * threads have started and ends after the first has stopped; the score is of the time between, the
 * processor time of the whole. So both clocks are read at the same moments. The system counts
 * processor time in ticks, of 10 ms on many: one iteration is off by as much, their mean by less.
 */
public final class CpuTimeProfiler implements InternalProfiler {

  private static final double NANOS_PER_MICRO = 1e3;

  private final OperatingSystemMXBean system =
      ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
  private long cpuBefore;
  private long clockBefore;

  @Override
  public String getDescription() {
    return "Processor time of the JVM for one operation and for a second";
  }

  @Override
  public void beforeIteration(BenchmarkParams benchmark, IterationParams iteration) {
    clockBefore = System.nanoTime();
    cpuBefore = system.getProcessCpuTime();
  }

  @Override
  public Collection<ScalarResult> afterIteration(
      BenchmarkParams benchmark, IterationParams iteration, IterationResult result) {
    long cpu = system.getProcessCpuTime() - cpuBefore;
    long clock = System.nanoTime() - clockBefore;
    ScalarResult processors =
        new ScalarResult("processors", (double) cpu / clock, "s/s", AggregationPolicy.AVG);
    long operations = result.getMetadata().getAllOps();
    return operations == 0
        ? List.of(processors)
        : List.of(
            processors,
            new ScalarResult(
                "cpuTime", cpu / NANOS_PER_MICRO / operations, "us/op", AggregationPolicy.AVG));
  }
}
