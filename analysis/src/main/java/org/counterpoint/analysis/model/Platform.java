package org.counterpoint.analysis.model;

/**
 * What bounds and steers the processors of a machine. A text that could not be read says {@link
 * #UNSAID}.
 *
 * @param kernel release and build
 * @param physicalCores of the machine, whatever the JVM may use of them; 0 when unknown
 * @param logicalCores likewise
 * @param cpuQuota how many processors' worth of time the control group allows; 0 where it sets no
 *     limit, negative when unknown
 * @param memoryLimitBytes of the control group; 0 where it sets no limit, negative when unknown
 * @param turbo {@code on} or {@code off}: whether the processor may exceed its nominal frequency
 * @param clockSource of the kernel, such as {@code tsc}; {@code System.nanoTime} costs accordingly
 * @param transparentHugePages such as {@code madvise}
 */
public record Platform(
    String kernel,
    int physicalCores,
    int logicalCores,
    double cpuQuota,
    long memoryLimitBytes,
    String turbo,
    String clockSource,
    String transparentHugePages) {

  /** What stands for a text that could not be read. */
  public static final String UNSAID = "unknown";

  /** Where nothing could be read. */
  public static final Platform UNKNOWN = new Platform(UNSAID, 0, 0, -1, -1, UNSAID, UNSAID, UNSAID);
}
