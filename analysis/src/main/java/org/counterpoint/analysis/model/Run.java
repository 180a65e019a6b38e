package org.counterpoint.analysis.model;

import java.util.List;
import java.util.Optional;

/**
 * Everything that was read from one run folder or one JMH JSON file.
 *
 * @param name the folder's or the file's name
 * @param plan absent for a plain JMH file
 * @param environment absent for a plain JMH file
 * @param warnings what a reader of any conclusion should know, one sentence each
 */
public record Run(
    String name,
    Optional<Plan> plan,
    Optional<Environment> environment,
    List<Measurement> measurements,
    List<Failure> failures,
    List<String> warnings) {

  public Run {
    measurements = List.copyOf(measurements);
    failures = List.copyOf(failures);
    warnings = List.copyOf(warnings);
  }
}
