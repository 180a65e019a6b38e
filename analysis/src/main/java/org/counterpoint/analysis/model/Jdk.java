package org.counterpoint.analysis.model;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

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

  private static final Pattern FEATURE = Pattern.compile("\\d{1,4}");

  /**
   * The feature release that a version begins with, or the label of a JDK of a run: 25 of {@code
   * 25.0.1-temurin}; 0 where it begins with none.
   */
  public static int feature(String versionOrLabel) {
    Matcher feature = FEATURE.matcher(versionOrLabel);
    return feature.lookingAt() ? Integer.parseInt(feature.group()) : 0;
  }

  /** As JMH's JSON has it, which does not say how unused results are kept. */
  public Jdk(String label, String version, String vmName, String vmVersion) {
    this(label, version, vmName, vmVersion, "unknown");
  }
}
