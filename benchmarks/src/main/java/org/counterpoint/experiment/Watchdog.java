package org.counterpoint.experiment;

import java.time.Duration;
import java.util.Timer;
import java.util.TimerTask;

/** Ends forked JVMs that would never end by themselves. */
final class Watchdog implements AutoCloseable {

  private final Timer timer = new Timer("fork-watchdog", true);
  private volatile boolean bitten;

  private Watchdog() {}

  static Watchdog killingChildrenAfter(Duration limit) {
    Watchdog watchdog = new Watchdog();
    watchdog.timer.schedule(
        new TimerTask() {
          @Override
          public void run() {
            watchdog.bitten = true;
            killChildren();
          }
        },
        limit.toMillis());
    return watchdog;
  }

  /** Whether the time was up. */
  boolean hasBitten() {
    return bitten;
  }

  /** Kills every process that this one has started, and theirs. */
  static void killChildren() {
    ProcessHandle.current().descendants().forEach(ProcessHandle::destroyForcibly);
  }

  @Override
  public void close() {
    timer.cancel();
  }
}
