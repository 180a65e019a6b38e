package org.counterpoint.experiment.jdks;

/** Ends an examination: the message becomes the reason of an {@link Unusable}. */
final class Unfit extends Exception {
  private static final long serialVersionUID = 1L;

  private final Unusable.Why why;

  Unfit(Unusable.Why why, String reason) {
    super(reason);
    this.why = why;
  }

  Unusable.Why why() {
    return why;
  }

  Unusable verdict() {
    return new Unusable(why, String.valueOf(getMessage()));
  }
}
