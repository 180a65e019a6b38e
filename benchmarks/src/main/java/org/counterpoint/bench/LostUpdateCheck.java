package org.counterpoint.bench;

import java.util.OptionalLong;
import org.counterpoint.sharing.CountCheck;
import org.counterpoint.sharing.SharedCounter;
import org.jspecify.annotations.Nullable;

/**
 * The trial that runs in this JVM: how many increments were made, and what the counter says.
 *
 * <p>JMH counts every call of the measured method anyway, warm-up and the synchronisation of
 * iterations included, so the check costs the measured loop nothing. Where others than JMH's
 * threads increment, the benchmark states how many increments they made.
 */
final class LostUpdateCheck {

  private static @Nullable LostUpdateCheck current;

  private final int bits;
  private long performed;
  private OptionalLong stated = OptionalLong.empty();
  private long value;
  private boolean closed;

  private LostUpdateCheck(int bits) {
    this.bits = bits;
  }

  /** A trial of that counter begins; whatever was before is forgotten. */
  static void open(SharedCounter counter) {
    open(counter.bits());
  }

  /** A trial of a count of so many bits begins; whatever was before is forgotten. */
  static synchronized void open(int bits) {
    current = new LostUpdateCheck(bits);
  }

  /** All threads of the trial have finished. */
  static void close(SharedCounter counter) {
    close(counter.value());
  }

  /**
   * All threads of the trial have finished, and this is the count.
   *
   * @param increments that they made, by their own account: what JMH performed doesn't count
   */
  static synchronized void close(long value, long increments) {
    if (current != null) {
      current.stated = OptionalLong.of(increments);
    }
    close(value);
  }

  /** All threads of the trial have finished, and this is the count. */
  static synchronized void close(long value) {
    if (current != null) {
      current.value = value;
      current.closed = true;
    }
  }

  /** Of the operations that JMH counts, so many are no increments. */
  static synchronized void noIncrements(long operations) {
    if (current != null) {
      current.performed -= operations;
    }
  }

  /**
   * Adds an iteration's operations; after the last one, compares.
   *
   * @return whether the trial is over and was found right
   * @throws LostUpdateException if the counter doesn't hold what was added to it
   */
  static synchronized boolean performed(long operations) {
    if (current == null) {
      return false;
    }
    current.performed += operations;
    return current.closed && current.verify();
  }

  private boolean verify() {
    CountCheck check = new CountCheck(stated.orElse(performed), value, bits);
    if (!check.exact()) {
      throw new LostUpdateException(check);
    }
    return true;
  }
}
