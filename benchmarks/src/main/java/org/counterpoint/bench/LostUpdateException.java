package org.counterpoint.bench;

import org.counterpoint.sharing.CountCheck;

/** A counter does not hold what was added to it. Its strategy is broken, however fast it is. */
public final class LostUpdateException extends IllegalStateException {

  private static final long serialVersionUID = 1L;

  /** For a check that failed. */
  public LostUpdateException(CountCheck check) {
    super(
        "lost update: %d increments were performed, the counter says %d (%d %s)"
            .formatted(
                check.increments(),
                check.value(),
                Math.abs(check.lost()),
                check.lost() > 0 ? "lost" : "too many"));
  }

  /** For an update that was seen in part. */
  LostUpdateException(String message) {
    super(message);
  }
}
