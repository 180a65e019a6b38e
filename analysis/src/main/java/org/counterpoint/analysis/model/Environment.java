package org.counterpoint.analysis.model;

/**
 * The machine a run was made on. A field that could not be read says {@code unknown}.
 *
 * @param cpu the model's name
 * @param cores logical processors that the JVM may use
 * @param memoryBytes 0 when unknown
 * @param os name and version of the operating system, kernel included
 * @param virtualization such as {@code virtual machine (QEMU), container}, or {@code none seen}
 * @param governor of the CPU's frequency
 * @param loadBefore one-minute load average at the start; negative when unknown
 * @param loadAfter the same at the end
 * @param commit of the checkout, with {@code -dirty} behind it where it was changed
 * @param startedAt ISO-8601, UTC
 * @param finishedAt ISO-8601, UTC; empty while the run goes on
 * @param platform what bounds and steers the processors
 * @param program tells builds of the benchmarks apart by their contents
 */
public record Environment(
    String cpu,
    int cores,
    long memoryBytes,
    String os,
    String virtualization,
    String governor,
    double loadBefore,
    double loadAfter,
    String commit,
    String startedAt,
    String finishedAt,
    Platform platform,
    String program) {

  /** The same machine, when a run that had ended goes on. */
  public Environment resumed() {
    return finished(-1, "");
  }

  /** The same machine, when the run has ended. */
  public Environment finished(double load, String at) {
    return new Environment(
        cpu,
        cores,
        memoryBytes,
        os,
        virtualization,
        governor,
        loadBefore,
        load,
        commit,
        startedAt,
        at,
        platform,
        program);
  }
}
