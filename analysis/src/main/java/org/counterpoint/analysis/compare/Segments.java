package org.counterpoint.analysis.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Which runs of a history may be compared with each other, by the {@link Contract}: a run that
 * can't be compared with one before begins another segment.
 *
 * @param reasons for each run, why it begins a segment; empty where it doesn't
 */
record Segments(List<List<Difference>> reasons) {

  /**
   * Of the runs in their order.
   *
   * @param sides empty where a run measured nothing on that JDK
   */
  static Segments of(List<Optional<Side>> sides, Claim claim) {
    List<List<Difference>> reasons = new ArrayList<>();
    List<Side> segment = new ArrayList<>();
    for (Optional<Side> side : sides) {
      List<Difference> found =
          side.map(next -> firstReasons(segment, next, claim)).orElse(List.of());
      if (!found.isEmpty()) {
        segment.clear();
      }
      side.ifPresent(segment::add);
      reasons.add(found);
    }
    return new Segments(reasons);
  }

  /** All of a segment are asked: what the last one doesn't know of itself, another may. */
  private static List<Difference> firstReasons(List<Side> segment, Side next, Claim claim) {
    for (int i = segment.size() - 1; i >= 0; i--) {
      List<Difference> reasons =
          Contract.differences(segment.get(i), next).stream()
              .filter(difference -> difference.withholds(claim))
              // Two that are both too short are comparable, and support no verdict.
              .filter(difference -> !difference.base().equals(difference.candidate()))
              .toList();
      if (!reasons.isEmpty()) {
        return reasons;
      }
    }
    return List.of();
  }

  /** What keeps the later of two runs from being compared with the earlier; empty if nothing. */
  List<Difference> between(int earlier, int later) {
    return reasons.subList(earlier + 1, Math.max(earlier, later) + 1).stream()
        .flatMap(List::stream)
        .distinct()
        .toList();
  }
}
