package org.counterpoint.analysis.cli;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.counterpoint.analysis.model.Environment;
import org.counterpoint.analysis.model.Run;

/** In which order runs were made. */
final class RunOrder {

  private RunOrder() {}

  /** By the time of their start; as they are given where one of them doesn't say. */
  static <T> List<T> byStart(List<T> given, Function<T, Run> run) {
    record Started<T>(T one, Instant at) {}
    List<Started<T>> started = new ArrayList<>();
    for (T one : given) {
      Optional<Instant> at = start(run.apply(one));
      if (at.isEmpty()) {
        return given;
      }
      started.add(new Started<>(one, at.get()));
    }
    return started.stream().sorted(Comparator.comparing(Started::at)).map(Started::one).toList();
  }

  private static Optional<Instant> start(Run run) {
    return run.environment().map(Environment::startedAt).flatMap(RunOrder::parsed);
  }

  private static Optional<Instant> parsed(String time) {
    try {
      return Optional.of(Instant.parse(time));
    } catch (DateTimeParseException noTime) {
      return Optional.empty();
    }
  }
}
