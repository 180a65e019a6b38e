package org.counterpoint.sharing;

/** Broken on purpose: leaves asleep whom it should wake. */
final class ForgetfulLock extends MutexLock {

  private static final long serialVersionUID = 1;

  ForgetfulLock() {
    super(0, ENDLESS_PATIENCE_NANOS);
  }

  @Override
  void wakeHead() {}
}
