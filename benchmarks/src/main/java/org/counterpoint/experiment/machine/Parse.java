package org.counterpoint.experiment.machine;

import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/** Numbers out of texts that may hold anything. */
final class Parse {

  private Parse() {}

  /** The words of a line; none of a blank one. */
  static List<String> words(String line) {
    String stripped = line.strip();
    return stripped.isEmpty() ? List.of() : List.of(stripped.split("\\s+", -1));
  }

  /** A whole number of at least 0; empty for anything else, or for one that no long holds. */
  static OptionalLong count(String word) {
    try {
      long value = Long.parseLong(word);
      return value >= 0 ? OptionalLong.of(value) : OptionalLong.empty();
    } catch (NumberFormatException e) {
      return OptionalLong.empty();
    }
  }

  /** A number of at least 0 in plain digits; empty for anything else. */
  static OptionalDouble amount(String word) {
    if (!word.matches("\\d{1,15}(\\.\\d{1,15})?")) {
      return OptionalDouble.empty();
    }
    return OptionalDouble.of(Double.parseDouble(word));
  }
}
