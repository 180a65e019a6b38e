package org.counterpoint.sharing;

/** The locks that the tests of waiting go through. */
enum Protocol {
  STRICT {
    @Override
    MutexLock create() {
      return new MutexLock();
    }
  },
  RELEASE {
    @Override
    MutexLock create() {
      return new ReleaseMutexLock();
    }
  };

  abstract MutexLock create();
}
