package org.counterpoint.experiment;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.counterpoint.sharing.Strategy;

/** The names by which settings and suites choose strategies. */
final class Strategies {

  /** Names that stand for several. */
  static final List<String> SETS = List.of("core", "extended", "all", "locks");

  private Strategies() {}

  /** The members of the set of that name. */
  static Optional<List<Strategy>> set(String name) {
    return switch (name.strip().toLowerCase(Locale.ROOT)) {
      case "core" -> Optional.of(Strategy.core());
      case "extended" -> Optional.of(Strategy.extended());
      case "all" -> Optional.of(Arrays.asList(Strategy.values()));
      case "locks" -> Optional.of(Strategy.locks());
      default -> Optional.empty();
    };
  }

  /** The strategy of that name, in capitals or not, with hyphens or spaces for underscores. */
  static Optional<Strategy> one(String name) {
    String wanted = name.strip().toUpperCase(Locale.ROOT).replace('-', '_').replace(' ', '_');
    return Arrays.stream(Strategy.values())
        .filter(strategy -> strategy.name().equals(wanted))
        .findFirst();
  }

  static List<String> names(List<Strategy> strategies) {
    return strategies.stream().map(Strategy::name).toList();
  }
}
