package org.counterpoint.analysis.report;

import java.util.List;
import java.util.Locale;

/** Small grammar: lists and plurals. */
final class Words {

  private Words() {}

  /** Such as {@code 1, 2 and 4}. */
  static String list(List<String> words) {
    if (words.size() < 2) {
      return String.join("", words);
    }
    int last = words.size() - 1;
    return String.join(", ", words.subList(0, last)) + " and " + words.get(last);
  }

  /** Such as {@code 1 fork} or {@code 5 forks}. */
  static String count(int n, String noun) {
    return n + " " + noun + (n == 1 ? "" : "s");
  }

  static String capital(String sentence) {
    return sentence.isEmpty()
        ? sentence
        : sentence.substring(0, 1).toUpperCase(Locale.ROOT) + sentence.substring(1);
  }
}
