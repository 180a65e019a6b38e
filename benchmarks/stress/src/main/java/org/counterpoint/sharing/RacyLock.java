package org.counterpoint.sharing;

/** Broken on purpose: looks whether it is free, and then takes it, in two steps. */
final class RacyLock extends MutexLock {

  private static final long serialVersionUID = 1;

  @Override
  boolean tryAcquire(long id) {
    if (state != 0) {
      return false;
    }
    state = id;
    return true;
  }
}
