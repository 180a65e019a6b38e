package org.counterpoint.experiment;

import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Numbers of threads, as settings and suites write them: {@code 4}, {@code cores}, {@code 2x
 * cores}, {@code up to 2x cores}.
 *
 * @param upTo whether the powers of two below it belong to it
 * @param number of threads, or of threads a core
 * @param perCore which of the two
 */
record ThreadCounts(boolean upTo, int number, boolean perCore) {

  private static final int MOST = 4096;
  private static final int MOST_PER_CORE = 64;

  /** What there is, for a message. */
  static final String VALID =
      "a whole number from 1 to " + MOST + ", or such as cores, 2x cores, up to 2x cores";

  /** 1, 2, 4 … up to twice the cores, and twice the cores itself. */
  static final ThreadCounts DEFAULT = new ThreadCounts(true, 2, true);

  private static final Pattern FORM =
      Pattern.compile("(up to +)?(?:([1-9][0-9]{0,3})|(?:([1-9][0-9]?) *x *)?(cores))");

  /** Empty if the text is none of {@link #VALID}. */
  static Optional<ThreadCounts> of(String text) {
    Matcher form = FORM.matcher(text.strip());
    if (!form.matches()) {
      return Optional.empty();
    }
    boolean perCore = form.group(4) != null;
    String digits = perCore ? form.group(3) : form.group(2);
    int number = digits == null ? 1 : Integer.parseInt(digits);
    return number <= (perCore ? MOST_PER_CORE : MOST)
        ? Optional.of(new ThreadCounts(form.group(1) != null, number, perCore))
        : Optional.empty();
  }

  /** The numbers of threads that are meant on a machine of so many cores. */
  SortedSet<Integer> on(int cores) {
    int last = perCore ? number * cores : number;
    SortedSet<Integer> counts = new TreeSet<>();
    for (int power = 1; upTo && power < last; power *= 2) {
      counts.add(power);
    }
    counts.add(last);
    return counts;
  }
}
