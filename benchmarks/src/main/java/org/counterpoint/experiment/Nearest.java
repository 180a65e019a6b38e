package org.counterpoint.experiment;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Guesses what was meant by a word that is none of those that are understood. */
final class Nearest {

  private Nearest() {}

  /** For a message: {@code did you mean "forks"? there are forks, threads}. */
  static String hint(String word, Collection<String> valid) {
    return to(word, valid).map(near -> "did you mean \"" + near + "\"? ").orElse("")
        + "there are "
        + String.join(", ", valid);
  }

  /** The valid word with the fewest letters to change, a third of them at most. */
  static Optional<String> to(String word, Collection<String> valid) {
    return valid.stream()
        .filter(candidate -> 3 * distance(word, candidate) <= candidate.length() + 1)
        .min(Comparator.comparingInt(candidate -> distance(word, candidate)));
  }

  /** Levenshtein's: letters to insert, to leave out or to replace; capitals count for nothing. */
  private static int distance(String first, String second) {
    String a = first.toLowerCase(Locale.ROOT);
    String b = second.toLowerCase(Locale.ROOT);
    int[] above = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      above[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int[] row = new int[b.length() + 1];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int replaced = above[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        row[j] = Math.min(replaced, 1 + Math.min(row[j - 1], above[j]));
      }
      above = row;
    }
    return above[b.length()];
  }
}
