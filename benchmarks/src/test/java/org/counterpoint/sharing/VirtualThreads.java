package org.counterpoint.sharing;

import java.lang.reflect.Method;

/** Virtual threads, by reflection: the code is compiled for 17. */
final class VirtualThreads {

  private VirtualThreads() {}

  static boolean exist() {
    return Runtime.version().feature() >= 21;
  }

  static String missing() {
    return "not on this JDK: "
        + Runtime.version().feature()
        + " has no virtual threads, 21 and newer have";
  }

  static Thread start(Runnable work) {
    try {
      Method start = Thread.class.getMethod("startVirtualThread", Runnable.class);
      return (Thread) start.invoke(null, work);
    } catch (ReflectiveOperationException e) {
      throw new LinkageError(missing(), e);
    }
  }
}
