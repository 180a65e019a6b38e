package org.counterpoint.sharing;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Two threads, two mutexes, opposite order. */
@Timeout(value = 60, threadMode = ThreadMode.SEPARATE_THREAD) // What is broken may hang.
@SuppressWarnings("MustBeClosed") // Guards are held across steps and threads here, on purpose.
@ParameterizedClass
@EnumSource(Protocol.class)
class MutexDeadlockTest {

  private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
  private final MutexLock lock;
  private final Mutex<String> left;
  private final Mutex<String> right;
  private final CyclicBarrier bothHoldOne = new CyclicBarrier(2);

  MutexDeadlockTest(Protocol protocol) {
    lock = protocol.create();
    left = new Mutex<>("left", protocol.create());
    right = new Mutex<>("right", lock);
  }

  @Test
  void isSeenByTheJvm() {
    Task one = Task.start(() -> lockBoth(left, right));
    Task two = Task.start(() -> lockBoth(right, left));
    long first = one.thread().getId();
    long second = two.thread().getId();
    try {
      Await.until("the JVM sees the deadlock", () -> threads.findDeadlockedThreads() != null);
      assertThat(threads.findDeadlockedThreads()).containsExactlyInAnyOrder(first, second);

      ThreadInfo waiting = threads.getThreadInfo(first);
      assertThat(waiting.getLockOwnerId()).isEqualTo(second);
      assertThat(waiting.getLockName()).startsWith(lock.getClass().getName() + "@");
    } finally {
      one.interrupt();
      two.interrupt();
    }
    // The first to be released gives up; the other may then get both, or give up too.
    one.outcome();
    two.outcome();
    assertThat(threads.findDeadlockedThreads()).isNull();
  }

  private void lockBoth(Mutex<String> mine, Mutex<String> other) throws Exception {
    try (Guard<String> held = mine.lock()) {
      bothHoldOne.await();
      try (Guard<String> wanted = other.lockInterruptibly()) {
        assertThat(wanted.get()).isNotEqualTo(held.get());
      }
    }
  }

  @Test
  void whoeverWaitsForAThreadThatWorksIsNoDeadlock() {
    Guard<String> guard = left.lock();
    Task waiter = Task.start(() -> left.update(String::trim)).awaitParked();
    awaitShown(waiter, Thread.currentThread());
    assertThat(threads.findDeadlockedThreads()).isNull();
    guard.close();
    waiter.join();
  }

  @Test
  void whoeverBecomesTheFirstToWaitAsleepShowsTheNextHolder() {
    CountDownLatch holds = new CountDownLatch(1);
    CountDownLatch enough = new CountDownLatch(1);
    Guard<String> guard = left.lock();
    Task first =
        Task.start(
                () -> {
                  try (Guard<String> next = left.lock()) {
                    assertThat(next.get()).isNotNull();
                    holds.countDown();
                    enough.await();
                  }
                })
            .awaitParked();
    Task second = Task.start(() -> left.update(String::trim)).awaitParked();
    guard.close();
    Await.until("the first has it", () -> holds.getCount() == 0);
    awaitShown(second, first.thread());
    enough.countDown();
    first.join();
    second.join();
  }

  /** On a busy machine the waiter may look by itself before the next one does: then once more. */
  @Test
  void whoeverIsNotWokenShowsTheNextHolderAllTheSame() {
    int tries = 0;
    while (!isShownTheNextHolder()) {
      assertThat(++tries).as("tries in which the waiter was first").isLessThan(100);
    }
  }

  /** False if the waiter had the lock before there was a next holder. */
  private boolean isShownTheNextHolder() {
    // Nor is a head woken while somebody contends. It would be handed the lock, but for a patience
    // of a day.
    MutexLock lock =
        new MutexLock(MutexLock.SPIN_NANOS, Duration.ofDays(1).toNanos()) {
          private static final long serialVersionUID = 1;

          @Override
          void wakeHead() {}
        };
    CountDownLatch holds = new CountDownLatch(1);
    CountDownLatch enough = new CountDownLatch(1);
    AtomicBoolean waiterHadIt = new AtomicBoolean();
    lock.lock();
    Task waiter =
        Task.start(
                () -> {
                  lock.lock();
                  waiterHadIt.set(true);
                  lock.unlock();
                })
            .awaitParked();
    awaitShown(waiter, Thread.currentThread());
    Task next =
        Task.start(
            () -> {
              while (!lock.tryLock()) {
                Thread.onSpinWait();
              }
              holds.countDown();
              enough.await();
              lock.unlock();
            });
    lock.unlock();
    Await.until("the next has it", () -> holds.getCount() == 0);
    // As long as the next one holds it, this can't change.
    boolean inTime = !waiterHadIt.get();
    if (inTime) {
      awaitShown(waiter, next.thread());
    }
    enough.countDown();
    next.join();
    waiter.join();
    return inTime;
  }

  /** The owner is shown by who has waited for some time. */
  private void awaitShown(Task waiter, Thread holder) {
    Await.until(
        "the waiter shows whom it waits for",
        () -> threads.getThreadInfo(waiter.thread().getId()).getLockOwnerId() == holder.getId());
  }
}
