package org.counterpoint.sharing;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waits for what must come about sooner or later; only a failure takes as long as the limit. */
final class Await {

  static final Duration LIMIT = Duration.ofSeconds(30);

  private Await() {}

  static void until(String what, BooleanSupplier condition) {
    if (!comesTrue(condition, LIMIT)) {
      throw new AssertionError("not within " + LIMIT.toSeconds() + " s: " + what);
    }
  }

  /** As long as it takes: who opens the latch has a limit. */
  static void open(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  static boolean comesTrue(BooleanSupplier condition, Duration limit) {
    long deadline = System.nanoTime() + limit.toNanos();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() - deadline > 0) {
        return false;
      }
      LockSupport.parkNanos(200_000);
    }
    return true;
  }
}
