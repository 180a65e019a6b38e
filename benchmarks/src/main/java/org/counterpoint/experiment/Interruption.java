package org.counterpoint.experiment;

import java.lang.reflect.Proxy;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Ctrl-C, or a polite kill: the fork that runs is ended, and the run goes on to its report of what
 * there is. Every fork that had finished is on disk already. A second Ctrl-C ends everything.
 *
 * <p>The signals are caught, rather than a shutdown hook added, since a JVM that shuts down can't
 * draw charts any more.
 */
final class Interruption {

  private static final int KILLED = 130;

  private static final long BETWEEN_KILLS_MILLIS = 10;

  private final AtomicBoolean requested = new AtomicBoolean();
  private volatile boolean forksAreOver;

  private Interruption() {}

  /** From here on, the signals are this object's. */
  static Interruption install() {
    Interruption interruption = new Interruption();
    for (String signal : new String[] {"INT", "TERM"}) {
      try {
        handle(signal, interruption::request);
      } catch (ReflectiveOperationException | IllegalArgumentException e) {
        // A JVM that gives no signals away ends at once, which loses no finished fork either.
      }
    }
    Runtime.getRuntime().addShutdownHook(new Thread(Watchdog::killChildren, "end-of-forks"));
    return interruption;
  }

  /** Whether the run is to stop. */
  boolean requested() {
    return requested.get();
  }

  /** No further fork is begun: what was begun meanwhile is gone or has been told to go. */
  void forksAreOver() {
    forksAreOver = true;
  }

  private void request() {
    if (!requested.compareAndSet(false, true)) {
      Runtime.getRuntime().halt(KILLED);
    }
    Thread killer = new Thread(this::killUntilOver, "fork-killer");
    killer.setDaemon(true);
    killer.start();
  }

  /** More than once, since the signal may come just before a fork is begun. */
  private void killUntilOver() {
    while (!forksAreOver) {
      Watchdog.killChildren();
      try {
        Thread.sleep(BETWEEN_KILLS_MILLIS);
      } catch (InterruptedException e) {
        return;
      }
    }
  }

  /**
   * By reflection, since {@code sun.misc.Signal}, which all JDKs have and support, can't be named
   * without a warning.
   */
  private static void handle(String name, Runnable action) throws ReflectiveOperationException {
    Class<?> signal = Class.forName("sun.misc.Signal");
    Class<?> handler = Class.forName("sun.misc.SignalHandler");
    Object proxy =
        Proxy.newProxyInstance(
            handler.getClassLoader(),
            new Class<?>[] {handler},
            (self, method, arguments) -> {
              if (method.getName().equals("handle")) {
                action.run();
              }
              return null;
            });
    signal
        .getMethod("handle", signal, handler)
        .invoke(null, signal.getConstructor(String.class).newInstance(name), proxy);
  }
}
