package org.counterpoint.sharing;

/**
 * A holder failed while it held the mutex, so the value may be half-changed.
 *
 * <p>The one who gets this exception doesn't hold the mutex: an exception that is ignored must not
 * leave it locked. {@link Mutex#lockPoisoned()} takes it all the same, {@link Mutex#clearPoison()}
 * declares the value sound.
 */
public final class PoisonedException extends RuntimeException {

  private static final long serialVersionUID = 1;

  PoisonedException() {
    super(
        "a holder of this mutex failed, its value may be half-changed:"
            + " take it with lockPoisoned(), or declare it sound with clearPoison()");
  }
}
