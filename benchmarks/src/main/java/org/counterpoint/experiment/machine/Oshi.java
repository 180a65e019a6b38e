package org.counterpoint.experiment.machine;

import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Questions to OSHI. It asks native libraries, which may be missing, be of another version, or not
 * be allowed: then there is no answer, and nothing else happens.
 */
public final class Oshi {

  private Oshi() {}

  /** The answer, if there is one. */
  public static <T> Optional<T> ask(Supplier<? extends @Nullable T> question) {
    try {
      return Optional.ofNullable(question.get());
    } catch (RuntimeException | LinkageError e) {
      return Optional.empty();
    }
  }
}
