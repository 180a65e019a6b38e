package org.counterpoint.sharing;

/**
 * Broken on purpose: frees the state by a plain store. Nothing keeps the processor from reading
 * whether somebody is to be woken while that store still waits in its buffer.
 */
final class UnorderedLock extends MutexLock {

  private static final long serialVersionUID = 1;

  UnorderedLock() {
    super(0, ENDLESS_PATIENCE_NANOS);
  }

  @Override
  void release() {
    STATE.set(this, 0L);
  }
}
