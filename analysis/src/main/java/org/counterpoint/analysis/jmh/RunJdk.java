package org.counterpoint.analysis.jmh;

import java.util.Locale;
import org.counterpoint.analysis.model.Jdk;

/**
 * A JDK that a run measures.
 *
 * @param label its folder in the run
 * @param version the JVM's {@code java.version}, which JMH writes as {@code jdkVersion}: a fork of
 *     another version is not taken for this JDK's
 * @param vmName the JVM's {@code java.vm.name}
 * @param vmVersion the JVM's {@code java.vm.version}
 * @param home its folder on the machine that measured
 * @param blackhole the mode that JMH used on it
 */
public record RunJdk(
    String label,
    String version,
    String vmName,
    String vmVersion,
    String home,
    Blackhole blackhole) {

  public RunJdk {
    if (!label.matches("[A-Za-z0-9][A-Za-z0-9._+-]*")) {
      throw new IllegalArgumentException(
          "a JDK's label names a folder, which \"" + label + "\" cannot");
    }
  }

  /** What the measurements call it. */
  public Jdk jdk() {
    return new Jdk(label, version, vmName, vmVersion, blackhole.name().toLowerCase(Locale.ROOT));
  }
}
