package org.counterpoint.analysis.model;

import java.util.List;
import java.util.Optional;

/**
 * Everything that was read from one run folder or one JMH JSON file.
 *
 * @param name the folder's or the file's name
 * @param plan absent for a plain JMH file
 * @param environment absent for a plain JMH file
 * @param jdks all that were to be measured, in the order in which they were named; in that order
 *     they are compared
 * @param warnings what a reader of any conclusion should know, one sentence each
 * @param watched every fork in the order in which they ran; empty for a plain JMH file
 * @param groups as JMH wrote them, what has several roles of threads: the sum over them, which
 *     ranks nobody and is compared with nothing; each role is among the measurements
 */
public record Run(
    String name,
    Optional<Plan> plan,
    Optional<Environment> environment,
    List<Jdk> jdks,
    List<Measurement> measurements,
    List<Failure> failures,
    List<String> warnings,
    List<Watched> watched,
    List<Measurement> groups) {

  public Run {
    jdks = List.copyOf(jdks);
    measurements = List.copyOf(measurements);
    failures = List.copyOf(failures);
    warnings = List.copyOf(warnings);
    watched = List.copyOf(watched);
    groups = List.copyOf(groups);
    if (measurements.stream().anyMatch(measurement -> !measurement.roles().isEmpty())) {
      throw new IllegalArgumentException("a sum over roles among the measurements of " + name);
    }
  }

  /** Of measurements as they were read: those that have roles are divided. */
  public Run(
      String name,
      Optional<Plan> plan,
      Optional<Environment> environment,
      List<Jdk> jdks,
      List<Measurement> measurements,
      List<Failure> failures,
      List<String> warnings,
      List<Watched> watched) {
    this(
        name,
        plan,
        environment,
        jdks,
        measurements.stream().flatMap(measurement -> measurement.byRole().stream()).toList(),
        failures,
        warnings,
        watched,
        measurements.stream().filter(measurement -> !measurement.roles().isEmpty()).toList());
  }
}
