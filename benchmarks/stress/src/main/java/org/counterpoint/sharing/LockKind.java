package org.counterpoint.sharing;

/**
 * The locks under the mutex's tests. To add one: a constant here; if it is broken, {@link
 * StressPlan} says which tests must catch it. Constant bodies, so that a JVM loads one of them
 * only.
 */
enum LockKind {

  /** The strict protocol. */
  STRICT {
    @Override
    MutexLock create() {
      return new MutexLock();
    }
  },

  /** The strict protocol, parking at once, and relying on being woken. */
  STRICT_PARKS {
    @Override
    MutexLock create() {
      return new MutexLock(0, MutexLock.ENDLESS_PATIENCE_NANOS);
    }
  },

  /** The strict protocol, parking at once, and handed over whenever it can be. */
  STRICT_HANDS_OVER {
    @Override
    MutexLock create() {
      return new MutexLock(0, -1);
    }
  },

  /** The release protocol, the default. */
  RELEASE {
    @Override
    MutexLock create() {
      return new ReleaseMutexLock();
    }
  },

  /** The release protocol, parking at once. */
  RELEASE_PARKS {
    @Override
    MutexLock create() {
      return new ReleaseMutexLock(0, MutexLock.PATIENCE_NANOS);
    }
  },

  /** The release protocol, parking at once, and handed over whenever it can be. */
  RELEASE_HANDS_OVER {
    @Override
    MutexLock create() {
      return new ReleaseMutexLock(0, -1);
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
