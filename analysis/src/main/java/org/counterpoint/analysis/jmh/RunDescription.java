package org.counterpoint.analysis.jmh;

import java.util.List;
import java.util.Optional;
import org.counterpoint.analysis.model.Environment;
import org.counterpoint.analysis.model.Jdk;
import org.counterpoint.analysis.model.Plan;

/** What {@code run.json} says: what a run set out to do, on which machine, on which JDKs. */
public record RunDescription(Plan plan, Environment environment, List<RunJdk> jdks) {

  public RunDescription {
    jdks = List.copyOf(jdks);
    if (plan.blocks() < 1) {
      throw new IllegalArgumentException("a plan of " + plan.blocks() + " blocks");
    }
    if (jdks.isEmpty()) {
      throw new IllegalArgumentException("a run without a JDK");
    }
    if (jdks.stream().map(RunJdk::label).distinct().count() < jdks.size()) {
      throw new IllegalArgumentException("two JDKs with one label");
    }
    if (plan.cells().stream().anyMatch(planned -> planned.sinceJdk() > 0)) {
      jdks.forEach(RunDescription::requireFeature);
    }
  }

  /** Labels say whether a JDK is new enough for a cell. */
  private static void requireFeature(RunJdk jdk) {
    if (Jdk.feature(jdk.label()) != Jdk.feature(jdk.version())) {
      throw new IllegalArgumentException(
          "a plan in which cells need a JDK, and one of version "
              + jdk.version()
              + " whose label \""
              + jdk.label()
              + "\" begins otherwise");
    }
  }

  /** The JDK of that label, if the run has it. */
  public Optional<RunJdk> jdk(String label) {
    return jdks.stream().filter(jdk -> jdk.label().equals(label)).findFirst();
  }
}
