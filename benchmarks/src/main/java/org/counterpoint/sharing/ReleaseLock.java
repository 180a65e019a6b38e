package org.counterpoint.sharing;

/** x */
final class ReleaseLock extends MutexLock {

  private static final long serialVersionUID = 1;

  ReleaseLock() {}

  ReleaseLock(long spinNanos, long patienceNanos) {
    super(spinNanos, patienceNanos);
  }

  @Override
  void release() {
    STATE.setRelease(this, 0L);
  }

  @Override
  boolean mayOverlook() {
    return true;
  }
}
