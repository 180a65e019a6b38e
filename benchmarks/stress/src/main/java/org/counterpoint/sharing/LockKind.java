package org.counterpoint.sharing;

/**
 * The locks under the mutex's tests. To add one: a constant here; if it is broken, {@link
 * StressPlan} says which tests must catch it. Constant bodies, so that a JVM loads one of them
 * only.
 */
enum LockKind {

  /** The lock as it is. */
  AS_IT_IS {
    @Override
    MutexLock create() {
      return new MutexLock();
    }
  },

  /** Parks at once, and relies on being woken. */
  PARKS {
    @Override
    MutexLock create() {
      return new MutexLock(0, MutexLock.ENDLESS_PATIENCE_NANOS);
    }
  },

  /** Parks at once, and is handed over whenever it can be. */
  HANDS_OVER {
    @Override
    MutexLock create() {
      return new MutexLock(0, -1);
    }
  },

  /** The lock with the other protocol. */
  RELEASE {
    @Override
    MutexLock create() {
      return new ReleaseLock();
    }
  },

  /** The other protocol, parking at once. */
  RELEASE_PARKS {
    @Override
    MutexLock create() {
      return new ReleaseLock(0, MutexLock.PATIENCE_NANOS);
    }
  },

  /** The other protocol, handed over whenever it can be. */
  RELEASE_HANDS_OVER {
    @Override
    MutexLock create() {
      return new ReleaseLock(0, -1);
    }
  },

  /** Broken: the acquisition is not atomic. */
  RACY {
    @Override
    MutexLock create() {
      return new RacyLock();
    }
  },

  /** Broken: the release orders nothing. */
  UNORDERED {
    @Override
    MutexLock create() {
      return new UnorderedLock();
    }
  },

  /** Broken: the release wakes nobody. */
  FORGETFUL {
    @Override
    MutexLock create() {
      return new ForgetfulLock();
    }
  };

  abstract MutexLock create();
}
