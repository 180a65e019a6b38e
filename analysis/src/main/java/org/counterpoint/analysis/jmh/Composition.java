package org.counterpoint.analysis.jmh;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.counterpoint.analysis.model.Cell;
import org.counterpoint.analysis.model.Mode;

/**
 * Whether a score is made of parts as JMH makes it of roles: of rates it is the sum; of times the
 * mean over all threads, so of the roles, each with as many threads as it has in all iterations.
 */
final class Composition {

  /** Relative; sums of doubles that differ in their order only come far closer. */
  private static final double ROUNDING = 1e-11;

  /** Of more divisions of the threads among the roles there are too many to try. */
  private static final int MOST_DIVISIONS = 1_000_000;

  /** One iteration. */
  private static final class Point {
    private final double whole;
    private final double[] parts;

    Point(double whole, double[] parts) {
      this.whole = whole;
      this.parts = parts;
    }
  }

  private final Cell cell;
  private final List<Point> points = new ArrayList<>();

  Composition(Cell cell) {
    this.cell = cell;
  }

  /** Adds one iteration; one with something that is no number shows nothing. */
  void add(double whole, double[] parts) {
    if (Arrays.stream(parts).allMatch(Double::isFinite)) {
      points.add(new Point(whole, parts));
    }
  }

  /** Whether all iterations agree, and at least one says something. */
  boolean isShown() {
    if (points.stream().noneMatch(point -> point.whole > 0)) {
      return false;
    }
    int roles = points.get(0).parts.length;
    if (cell.mode() == Mode.THROUGHPUT) {
      int[] once = new int[roles];
      Arrays.fill(once, 1);
      return agrees(once, 1);
    }
    // Where each part is the whole, any division would do, and none is shown.
    boolean isTold =
        points.stream()
            .anyMatch(
                point -> Arrays.stream(point.parts).anyMatch(part -> !isNear(part, point.whole)));
    return isTold
        && divisions(roles) <= MOST_DIVISIONS
        && agreeing(new int[roles], 0, cell.threads()) == 1;
  }

  /** How many divisions of what is left of the threads among the roles from that one on agree. */
  private int agreeing(int[] threads, int role, int left) {
    if (role == threads.length - 1) {
      threads[role] = left;
      return agrees(threads, cell.threads()) ? 1 : 0;
    }
    int agreeing = 0;
    int others = threads.length - 1 - role;
    for (int some = 1; some <= left - others; some++) {
      threads[role] = some;
      agreeing += agreeing(threads, role + 1, left - some);
    }
    return agreeing;
  }

  /** The number of ways to give each of so many roles at least one of the threads. */
  private double divisions(int roles) {
    double ways = 1;
    for (int i = 1; i < roles; i++) {
      ways *= (double) (cell.threads() - i) / i;
    }
    return ways;
  }

  private boolean agrees(int[] weights, int ofWhole) {
    for (Point point : points) {
      double sum = 0;
      for (int i = 0; i < weights.length; i++) {
        sum += weights[i] * point.parts[i];
      }
      if (!isNear(sum, ofWhole * point.whole)) {
        return false;
      }
    }
    return true;
  }

  private static boolean isNear(double a, double b) {
    return Math.abs(a - b) <= ROUNDING * Math.max(Math.abs(a), Math.abs(b));
  }
}
