package org.counterpoint.experiment.jdks;

import java.nio.file.Path;
import org.counterpoint.analysis.jmh.Blackhole;

/** Asks the {@code java} of a JDK. */
interface Probe {

  /**
   * What it is; for every version of Java.
   *
   * @throws Unfit if it gives no answer, or none that makes sense
   */
  Identity identify(Path java) throws Unfit;

  /**
   * The blackhole mode that JMH chooses where this JVM hosts it; from 17 on.
   *
   * @throws Unfit if it gives no answer, or none that makes sense
   */
  Blackhole blackhole(Path java) throws Unfit;
}
