package org.counterpoint.analysis.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Where one JDK has another winner than another JDK: the same fields on both. A field differs only
 * where both winners are {@link Proven}, since among dozens of fields the rankings of two JDKs
 * would disagree somewhere by chance alone.
 *
 * @param isProven whether the lead in a contest is
 */
record JdkDifference(DecisionMap before, DecisionMap after, Predicate<Contest> isProven) {

  /** What may be said of a field. */
  enum Verdict {
    OTHER_WINNER,
    SAME_WINNER,
    /** One winner or none is proven. */
    OPEN,
    /** On at least one of the two. */
    NOT_MEASURED
  }

  /** Of maps that differ in the JDK alone; those of neighbours in the order given. */
  static List<JdkDifference> of(List<DecisionMap> maps, Predicate<Contest> isProven) {
    List<JdkDifference> differences = new ArrayList<>();
    for (int i = 0; i < maps.size(); i++) {
      DecisionMap before = maps.get(i);
      maps.subList(i + 1, maps.size()).stream()
          .filter(after -> isOfTheSame(before, after))
          .findFirst()
          .ifPresent(after -> differences.add(new JdkDifference(before, after, isProven)));
    }
    return List.copyOf(differences);
  }

  private static boolean isOfTheSame(DecisionMap one, DecisionMap other) {
    Setting first = one.setting();
    Setting second = other.setting();
    return one.title().equals(other.title())
        && first.mode().equals(second.mode())
        && first.role().equals(second.role())
        && first.flags().equals(second.flags())
        && one.quantity().equals(other.quantity())
        && !first.jdk().equals(second.jdk());
  }

  List<DecisionMap.Column> columns() {
    return after.columns();
  }

  List<Integer> threads() {
    return after.threads();
  }

  Verdict verdict(DecisionMap.Column column, int threads) {
    Optional<Contest> was = before.field(column, threads);
    Optional<Contest> is = after.field(column, threads);
    if (was.isEmpty() || is.isEmpty()) {
      return Verdict.NOT_MEASURED;
    }
    if (!isProven.test(was.get()) || !isProven.test(is.get())) {
      return Verdict.OPEN;
    }
    return was.get().leaders().equals(is.get().leaders())
        ? Verdict.SAME_WINNER
        : Verdict.OTHER_WINNER;
  }

  /** Who leads on the one and on the other, where both are proven. */
  String text(DecisionMap.Column column, int threads) {
    return switch (verdict(column, threads)) {
      case OTHER_WINNER -> leader(before, column, threads) + " → " + leader(after, column, threads);
      case SAME_WINNER -> "the same: " + leader(after, column, threads);
      case OPEN -> "open";
      case NOT_MEASURED -> "not measured";
    };
  }

  private static String leader(DecisionMap map, DecisionMap.Column column, int threads) {
    return map.field(column, threads).orElseThrow().leaders().get(0).label();
  }

  long count(Verdict verdict) {
    return columns().stream()
        .flatMap(column -> threads().stream().map(threads -> verdict(column, threads)))
        .filter(verdict::equals)
        .count();
  }

  /** Whether there is nothing to see. */
  boolean isOpen() {
    return count(Verdict.OTHER_WINNER) + count(Verdict.SAME_WINNER) == 0;
  }

  /** The finding. */
  String headline() {
    long others = count(Verdict.OTHER_WINNER);
    long same = count(Verdict.SAME_WINNER);
    long open = count(Verdict.OPEN);
    String of = " of " + Words.count((int) (columns().size() * (long) threads().size()), "field");
    List<String> clauses = new ArrayList<>();
    if (others > 0) {
      clauses.add("another winner in " + others + of);
    }
    if (same > 0) {
      clauses.add("the same winner in " + same + (others == 0 ? of : ""));
    }
    if (open > 0) {
      clauses.add("open in " + open + (others + same == 0 ? of : ""));
    }
    return jdk(after) + " against " + jdk(before) + ": " + String.join("; ", clauses);
  }

  String jdks() {
    return jdk(before) + " and " + jdk(after);
  }

  private static String jdk(DecisionMap map) {
    return Circumstances.jdkText(map.setting().jdk());
  }
}
