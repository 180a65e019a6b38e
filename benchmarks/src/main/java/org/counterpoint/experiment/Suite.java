package org.counterpoint.experiment;

import java.util.List;
import org.counterpoint.analysis.model.Iterations;
import org.counterpoint.analysis.model.JvmVariant;
import org.counterpoint.sharing.Strategy;

/**
 * What a run measures unless its settings say otherwise, and how thoroughly.
 *
 * @param id a word, for the name of the run's folder
 * @param setting what asks for it: a name, or the path of a file
 * @param text the YAML that it was read from
 * @param supportsVerdicts false of one that is too short to conclude anything from
 * @param strategies in the registry's order
 * @param threads ascending
 * @param forks of every control
 * @param withControls whether the instrument and the machine are measured, too
 * @param precision how far from its figure a cell's interval may reach: 0.1 is up to a tenth more,
 *     and as much less; 0 where no cell is forked for that
 * @param finerPrecision the same for when no cell waits for {@code precision} any more; 0 for none
 * @param limitSeconds of wall time on each JDK under each of the flags; 0 where there is no limit
 * @param jvms the flags under which each cell is measured; at least one
 */
public record Suite(
    String id,
    String setting,
    String text,
    boolean supportsVerdicts,
    List<Strategy> strategies,
    List<Workload> workloads,
    List<Integer> threads,
    int forks,
    boolean withControls,
    double precision,
    double finerPrecision,
    double limitSeconds,
    List<JvmVariant> jvms,
    Iterations iterations) {

  public Suite {
    strategies = List.copyOf(strategies);
    workloads = List.copyOf(workloads);
    threads = List.copyOf(threads);
    jvms = List.copyOf(jvms);
  }

  /** The strategies that can do one of its workloads, in the registry's order. */
  List<Strategy> able() {
    return Workload.able(workloads);
  }

  /** Whether it measures everything twice, to see what comparisons are worth. */
  boolean calibrates() {
    return jvms.contains(JvmVariant.AGAIN);
  }

  /**
   * The same, with everything measured twice in the same blocks, as if it were two things.
   *
   * @throws Settings.Invalid if it compares JVM flags of its own
   */
  Suite twice() throws Settings.Invalid {
    if (!jvms.equals(List.of(JvmVariant.NONE))) {
      throw new Settings.Invalid(
          "-Dbench.calibrate: the suite compares JVM flags already: take one without");
    }
    return new Suite(
        id + "-calibrate",
        setting,
        text,
        supportsVerdicts,
        strategies,
        workloads,
        threads,
        forks,
        withControls,
        precision,
        finerPrecision,
        limitSeconds,
        List.of(JvmVariant.NONE, JvmVariant.AGAIN),
        iterations);
  }
}
