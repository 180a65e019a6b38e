package org.counterpoint.analysis.report;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * What somebody looks for by name: parts with commas between them, all of which a name must have,
 * in upper or lower case. A part is found at the start of a word, capitals within a name included;
 * where some names have it as whole words, only those count, so that {@code MUTEX} is not {@code
 * MUTEX_STRICT}, and {@code 1 thread} not {@code 11 threads}.
 */
final class Wanted {

  private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;
  private static final String START = "(?-i:(?<![\\p{L}\\p{N}_])|(?<=\\p{Ll})(?=\\p{Lu}))";
  private static final String END = "(?![\\p{L}\\p{N}_])";

  private final List<String> parts;

  private Wanted(List<String> parts) {
    this.parts = parts;
  }

  /** An empty text is in every name. */
  static Wanted of(String text) {
    return new Wanted(
        Arrays.stream(text.split(",", -1)).map(String::strip).filter(p -> !p.isEmpty()).toList());
  }

  /** Those that have it in their names, in their order. */
  <T> List<T> in(List<T> all, Function<T, String> name) {
    List<T> left = all;
    for (String part : parts) {
      String start = START + Pattern.quote(part);
      List<T> whole = having(left, name, start + END);
      left = whole.isEmpty() ? having(left, name, start) : whole;
    }
    return left;
  }

  private static <T> List<T> having(List<T> all, Function<T, String> name, String regex) {
    Pattern pattern = Pattern.compile(regex, FLAGS);
    return all.stream().filter(one -> pattern.matcher(name.apply(one)).find()).toList();
  }
}
