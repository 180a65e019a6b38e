package org.counterpoint.experiment.jdks;

/** The JDKs of this machine. */
public final class Jdks {

  /** The setting that says which JDKs a run measures. */
  public static final String SETTING = "bench.jdks";

  private Jdks() {}

  /**
   * The JDKs that are asked for, each proven to run. Takes a second or two for each JDK of the
   * machine, unless only the current one is asked for.
   *
   * @param setting separated by commas: {@code current} (as is a blank setting), {@code all},
   *     feature numbers such as {@code 17}, paths
   * @throws InvalidJdks if the setting makes no sense, or a JDK that is asked for can't be measured
   */
  public static Choice choose(String setting) throws InvalidJdks {
    return choose(setting, Surroundings.ofThisProcess());
  }

  static Choice choose(String setting, Surroundings surroundings) throws InvalidJdks {
    return Selection.of(Request.parse(setting, surroundings.userHome()), surroundings);
  }
}
