package org.counterpoint.analysis.stats;

import java.util.Arrays;
import java.util.Optional;
import org.counterpoint.analysis.model.Measurement;

/** From when to when single operations are timed. */
public enum Timing {
  /** From its start to its end, in a loop that starts the next one when the last has ended. */
  SERVICE("serviceTime.", "service time"),

  /** From when it was due to its end, where operations are due whatever becomes of those before. */
  RESPONSE("responseTime.", "response time");

  private final String prefix;
  private final String words;

  Timing(String prefix, String words) {
    this.prefix = prefix;
    this.words = words;
  }

  /** What a profiler recorded beside the score; empty where it recorded neither. */
  public static Optional<Timing> of(Measurement measurement) {
    return Arrays.stream(values())
        .filter(
            timing ->
                measurement.secondary().keySet().stream()
                    .anyMatch(name -> name.startsWith(timing.prefix)))
        .findFirst();
  }

  /** Before the percentile, in the name of a secondary metric. */
  String prefix() {
    return prefix;
  }

  /** As a sentence says it. */
  public String words() {
    return words;
  }

  /** What measurements of it are judged by, as a sentence says it. */
  public String tailWords() {
    return "99th percentile of " + words;
  }
}
