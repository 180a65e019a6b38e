package org.counterpoint.experiment.jdks;

import java.nio.file.Path;
import java.util.List;
import org.counterpoint.analysis.jmh.RunJdk;

/**
 * A JDK that a run is to measure.
 *
 * @param jdk as {@code run.json} takes it; no other of the choice has its label
 * @param feature 17, 25: what options its JVM takes depends on it
 * @param java its launcher, for JMH's {@code jvm}
 * @param isCurrent whether it is the one that this JVM belongs to
 */
public record ChosenJdk(RunJdk jdk, int feature, Path java, boolean isCurrent) {

  /** The first that warns of what JMH does with {@code sun.misc.Unsafe}, unless told not to. */
  private static final int WARNS_OF_UNSAFE = 24;

  /** What the run calls it. */
  public String label() {
    return jdk.label();
  }

  /** What a fork's JVM is started with. */
  public List<String> arguments() {
    return feature < WARNS_OF_UNSAFE ? List.of() : List.of("--sun-misc-unsafe-memory-access=allow");
  }
}
