package org.counterpoint.analysis.model;

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

  private static final Map<String, Double> SECONDS =
      Map.of(
          "ns", 1e-9, "us", 1e-6, "ms", 1e-3, "s", 1.0, "min", 60.0, "hr", 3600.0, "day", 86400.0);

  /** Never fails: a unit that is neither a rate nor a time is {@link Kind#OTHER}. */
  public static Unit of(String symbol) {
    if (symbol.startsWith("ops/")) {
      Double seconds = SECONDS.get(symbol.substring("ops/".length()));
      return seconds == null ? other(symbol) : new Unit(symbol, Kind.RATE, 1 / seconds);
    }
    String time = symbol.endsWith("/op") ? symbol.substring(0, symbol.length() - 3) : symbol;
    Double seconds = SECONDS.get(time);
    return seconds == null ? other(symbol) : new Unit(symbol, Kind.TIME, seconds);
  }

  private static Unit other(String symbol) {
    return new Unit(symbol, Kind.OTHER, 1);
  }
}
