package org.counterpoint.analysis.model;

import java.util.HashMap;
import java.util.Map;

/**
 * A metric's unit as JMH writes it, such as {@code ops/s} or {@code us/op}, and what can be done
 * with it.
 *
 * @param symbol the text in the JSON
 * @param kind whether it is a rate, a time an operation, or something else
 * @param scale what one of it is in operations a second (a rate), in seconds an operation (a time);
 *     1 for anything else
 */
public record Unit(String symbol, Kind kind, double scale) {

  /** What a unit measures. */
  public enum Kind {
    RATE,
    TIME,
    OTHER
  }

  private static final Map<String, Unit> KNOWN = known();

  private static Map<String, Unit> known() {
    Map<String, Unit> known = new HashMap<>();
    Map.of("ns", 1e-9, "us", 1e-6, "ms", 1e-3, "s", 1.0, "min", 60.0, "hr", 3600.0, "day", 86400.0)
        .forEach(
            (name, seconds) -> {
              known.put("ops/" + name, new Unit("ops/" + name, Kind.RATE, 1 / seconds));
              known.put(name, new Unit(name, Kind.TIME, seconds));
              known.put(name + "/op", new Unit(name + "/op", Kind.TIME, seconds));
            });
    return Map.copyOf(known);
  }

  /** Never fails: a unit that is neither a rate nor a time is {@link Kind#OTHER}. */
  public static Unit of(String symbol) {
    Unit known = KNOWN.get(symbol);
    return known == null ? new Unit(symbol, Kind.OTHER, 1) : known;
  }
}
