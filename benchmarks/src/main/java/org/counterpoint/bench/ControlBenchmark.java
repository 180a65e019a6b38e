package org.counterpoint.bench;

import org.openjdk.jmh.annotations.Benchmark;

/** Controls. */
public class ControlBenchmark {

  /** The floor: JMH's own loop. */
  @Benchmark
  public void nothing() {}
}
