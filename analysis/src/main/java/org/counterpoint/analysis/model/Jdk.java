package org.counterpoint.analysis.model;

/**
 * The JDK a measurement ran on, as JMH's JSON names it.
 *
 * @param label what a run calls it: its folder in a run, otherwise its version
 * @param version such as {@code 17.0.15}
 * @param vmName such as {@code OpenJDK 64-Bit Server VM}
 * @param vmVersion such as {@code 17.0.15+6-Debian-1deb12u1}
 * @param blackhole how JMH kept the JVM from removing unused results, such as {@code compiler}
 */
public record Jdk(String label, String version, String vmName, String vmVersion, String blackhole) {

  /** Stands where an old or foreign file says nothing of its JVM. */
  public static final Jdk UNKNOWN = new Jdk("unknown", "unknown", "unknown", "unknown");

  /** As JMH's JSON has it, which does not say how unused results are kept. */
  public Jdk(String label, String version, String vmName, String vmVersion) {
    this(label, version, vmName, vmVersion, "unknown");
  }
}
