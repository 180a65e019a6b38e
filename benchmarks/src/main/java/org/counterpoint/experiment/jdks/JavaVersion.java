package org.counterpoint.experiment.jdks;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A version of Java, old style ({@code 1.8.0_402}) or new ({@code 17.0.15}, {@code 26-ea}). {@link
 * Runtime.Version} knows the new one only.
 *
 * @param text as it was given
 * @param numbers feature first, without zeros at the end
 * @param stage {@code ea}, {@code internal}; empty for a release
 */
record JavaVersion(String text, List<Integer> numbers, String stage)
    implements Comparable<JavaVersion> {

  private static final Pattern FORMAT =
      Pattern.compile("(\\d{1,9}(?:[._]\\d{1,9})*)(?:-([A-Za-z0-9.-]+))?(?:\\+.*)?");

  JavaVersion {
    numbers = List.copyOf(numbers);
    if (numbers.isEmpty()) {
      throw new IllegalArgumentException("a version without a number: " + text);
    }
  }

  /** Empty if it is no version. */
  static Optional<JavaVersion> parse(String text) {
    Matcher matcher = FORMAT.matcher(text.strip());
    if (!matcher.matches()) {
      return Optional.empty();
    }
    List<Integer> numbers =
        new ArrayList<>(
            Arrays.stream(matcher.group(1).split("[._]", -1)).map(Integer::valueOf).toList());
    if (numbers.size() > 1 && numbers.get(0) == 1) {
      numbers.remove(0);
    }
    while (numbers.size() > 1 && numbers.get(numbers.size() - 1) == 0) {
      numbers.remove(numbers.size() - 1);
    }
    String stage = matcher.group(2) == null ? "" : matcher.group(2);
    return Optional.of(new JavaVersion(text.strip(), numbers, stage));
  }

  /** 8, 17, 25. */
  int feature() {
    return numbers.get(0);
  }

  /** By numbers; what is not released yet comes before the release of the same numbers. */
  @Override
  public int compareTo(JavaVersion other) {
    int byNumbers =
        Arrays.compare(numbers.toArray(Integer[]::new), other.numbers.toArray(Integer[]::new));
    if (byNumbers != 0) {
      return byNumbers;
    }
    int byRelease = Boolean.compare(stage.isEmpty(), other.stage.isEmpty());
    if (byRelease != 0) {
      return byRelease;
    }
    int byStage = stage.compareTo(other.stage);
    return byStage != 0 ? byStage : text.compareTo(other.text);
  }

  @Override
  public String toString() {
    return text;
  }
}
