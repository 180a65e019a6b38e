package org.counterpoint.analysis.stats;

import java.util.List;
import org.counterpoint.analysis.model.Cell;

/** What a run is to find out from its forks. */
public sealed interface Question {

  /** What must be forked to answer it. */
  List<Arm> arms();

  /** The direction of the values that answer it. */
  boolean higherIsBetter();

  /** When it may be answered. */
  Looks looks();

  /**
   * Who is better than whom?
   *
   * @param arms the competitors, two or more on one JDK
   */
  record OfRanking(List<Arm> arms, boolean higherIsBetter, Looks looks) implements Question {

    public OfRanking {
      arms = List.copyOf(arms);
      if (arms.size() < 2
          || arms.stream().distinct().count() < arms.size()
          || arms.stream().map(Arm::jdk).distinct().count() > 1) {
        throw new IllegalArgumentException("competitors, several on one JDK: " + arms);
      }
    }
  }

  /**
   * Did another JDK, or did flags of the JVM, change the cell?
   *
   * @param base what it is compared with
   * @param candidate the same cell on another JDK with the same flags, or on the same JDK with
   *     other flags
   */
  record OfChange(Arm base, Arm candidate, boolean higherIsBetter, Looks looks)
      implements Question {

    public OfChange {
      Cell before = base.cell();
      Cell after = candidate.cell();
      boolean sameJdk = base.jdk().equals(candidate.jdk());
      boolean sameFlags = before.jvm().equals(after.jvm());
      if (!before.on(after.jvm()).equals(after) || sameJdk == sameFlags) {
        throw new IllegalArgumentException(
            "one cell, changed in its JDK or in its JVM's flags: " + base + ", " + candidate);
      }
    }

    /** Whether the flags differ, and not the JDK. */
    public boolean isOfFlags() {
      return base.jdk().equals(candidate.jdk());
    }

    @Override
    public List<Arm> arms() {
      return List.of(base, candidate);
    }
  }
}
