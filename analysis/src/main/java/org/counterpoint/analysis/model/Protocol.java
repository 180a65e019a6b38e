package org.counterpoint.analysis.model;

import java.util.List;

/**
 * How a cell was measured, as JMH's JSON says it.
 *
 * @param forks the forks that were asked for; 0 when it ran inside JMH's own JVM
 * @param warmupTime such as {@code 100 ms}; empty when the file does not say
 * @param measurementTime likewise
 */
public record Protocol(
    int forks,
    int warmupIterations,
    String warmupTime,
    int measurementIterations,
    String measurementTime,
    List<String> jvmArgs) {

  public Protocol {
    jvmArgs = List.copyOf(jvmArgs);
  }
}
