package org.counterpoint.sharing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Waiting for the mutex: order, interrupts, time limits, giving up. */
@Timeout(value = 60, threadMode = ThreadMode.SEPARATE_THREAD) // What is broken may hang.
@SuppressWarnings("MustBeClosed") // Guards are held across steps and threads here, on purpose.
@ParameterizedClass
@EnumSource(Protocol.class)
class MutexWaitTest {

  private static final Duration LONG = Duration.ofHours(1);

  private final MutexLock lock;
  private final Mutex<Integer> mutex;

  MutexWaitTest(Protocol protocol) {
    lock = protocol.create();
    mutex = new Mutex<>(0, lock);
  }

  @Test
  void aWaiterGetsItWhenItIsReleased() {
    Guard<Integer> guard = mutex.lock();
    Task waiter = Task.start(() -> mutex.update(n -> n + 1)).awaitParked();
    guard.set(41);
    guard.close();
    waiter.join();
    assertThat(mutex.intoInner()).isEqualTo(42);
  }

  @Test
  void tryLockDoesNotWait() {
    try (Guard<Integer> guard = mutex.lock()) {
      Task.start(
              () -> {
                assertThat(mutex.tryLock()).isNull();
                assertThat(mutex.tryLock(Duration.ZERO)).isNull();
                assertThat(mutex.tryLock(Duration.ofSeconds(-1))).isNull();
              })
          .join();
      assertThat(guard.get()).isZero();
    }
    assertUnharmed();
  }

  @Test
  void aTimeLimitIsHonoured() {
    Duration limit = Duration.ofMillis(20);
    try (Guard<Integer> guard = mutex.lock()) {
      Task.start(
              () -> {
                long start = System.nanoTime();
                assertThat(mutex.tryLock(limit)).isNull();
                assertThat(System.nanoTime() - start).isGreaterThanOrEqualTo(limit.toNanos());
              })
          .join();
      assertThat(guard.get()).isZero();
    }
    assertUnharmed();
  }

  @Test
  void aTimedWaiterGetsItInTime() {
    Guard<Integer> guard = mutex.lock();
    Task waiter =
        Task.start(
            () -> {
              // As much as a Duration holds, more than nanoseconds can count.
              try (Guard<Integer> mine =
                  Objects.requireNonNull(mutex.tryLock(Duration.ofSeconds(Long.MAX_VALUE)))) {
                mine.set(7);
              }
            });
    Await.until("it queues", () -> lock.queueLength() == 1);
    guard.close();
    waiter.join();
    assertThat(mutex.intoInner()).isEqualTo(7);
  }

  @Test
  void lockKeepsAnInterrupt() {
    Guard<Integer> guard = mutex.lock();
    List<Boolean> interrupted = new CopyOnWriteArrayList<>();
    Task waiter =
        Task.start(
            () -> {
              try (Guard<Integer> mine = mutex.lock()) {
                mine.set(1);
                interrupted.add(Thread.currentThread().isInterrupted());
              }
            });
    waiter.awaitParked().interrupt();
    // It takes notice, and waits on.
    Await.until("the interrupt is taken", () -> !waiter.thread().isInterrupted());
    waiter.awaitParked();
    guard.close();
    waiter.join();
    assertThat(interrupted).containsExactly(true);
    assertUnharmed();
  }

  @Test
  void anInterruptBeforehandIsKeptByLockAndThrownByTheOthers() {
    Task.start(
            () -> {
              Thread.currentThread().interrupt();
              mutex.update(n -> n + 1);
              assertThat(Thread.currentThread().isInterrupted()).isTrue();

              assertThatExceptionOfType(InterruptedException.class)
                  .isThrownBy(mutex::lockInterruptibly);
              assertThat(Thread.currentThread().isInterrupted()).isFalse();

              Thread.currentThread().interrupt();
              assertThatExceptionOfType(InterruptedException.class)
                  .isThrownBy(() -> mutex.tryLock(LONG));
            })
        .join();
    assertUnharmed();
  }

  @Test
  void anInterruptEndsTheOtherWaits() {
    try (Guard<Integer> guard = mutex.lock()) {
      Task waiter = Task.start(mutex::lockInterruptibly);
      Task timed = Task.start(() -> mutex.tryLock(LONG));
      Await.until("both queue", () -> lock.queueLength() == 2);
      waiter.interrupt();
      timed.interrupt();
      assertThat(waiter.outcome()).isInstanceOf(InterruptedException.class);
      assertThat(timed.outcome()).isInstanceOf(InterruptedException.class);
      assertThat(guard.get()).isZero();
    }
    assertUnharmed();
  }

  @Test
  void theQueueIsFirstInFirstOut() {
    assertThat(orderWithout(List.of())).containsExactly(0, 1, 2, 3, 4);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 2, 4})
  void aWaiterThatGivesUpLeavesTheQueueWhole(int place) {
    List<Integer> rest = new ArrayList<>(List.of(0, 1, 2, 3, 4));
    rest.remove(Integer.valueOf(place));
    assertThat(orderWithout(List.of(place))).isEqualTo(rest);
  }

  @Test
  void neighboursMayGiveUp() {
    assertThat(orderWithout(List.of(1, 0, 2))).containsExactly(3, 4);
  }

  /** Five waiters queue up, some give up, the mutex is released: who gets it, in order. */
  private List<Integer> orderWithout(List<Integer> leavers) {
    List<Integer> order = new CopyOnWriteArrayList<>();
    List<Task> waiters = new ArrayList<>();
    Guard<Integer> guard = mutex.lock();
    for (int i = 0; i < 5; i++) {
      int place = i;
      waiters.add(
          Task.start(
              () -> {
                try (Guard<Integer> mine = mutex.lockInterruptibly()) {
                  order.add(place);
                  mine.set(place);
                }
              }));
      Await.until("waiter " + i + " queues", () -> lock.queueLength() == place + 1);
    }
    for (int leaver : leavers) {
      waiters.get(leaver).interrupt();
      assertThat(waiters.get(leaver).outcome()).isInstanceOf(InterruptedException.class);
    }
    assertThat(lock.queueLength()).isEqualTo(5 - leavers.size());
    guard.close();
    for (int i = 0; i < 5; i++) {
      if (!leavers.contains(i)) {
        waiters.get(i).join();
      }
    }
    assertUnharmed();
    return order;
  }

  @Test
  void aWaiterThatGivesUpPassesOnTheWakeUpThatItTook() {
    for (int round = 0; round < 1_000; round++) {
      Guard<Integer> guard = mutex.lock();
      CyclicBarrier release = new CyclicBarrier(2);
      Task head = Task.start(this::lockOrGiveUp);
      Await.until("the head queues", () -> lock.queueLength() == 1);
      Task next = Task.start(() -> mutex.update(n -> n + 1));
      Await.until("the next queues", () -> lock.queueLength() == 2);
      Task interrupter =
          Task.start(
              () -> {
                release.await();
                head.interrupt();
              });
      try {
        release.await();
      } catch (Exception e) {
        throw new AssertionError(e);
      }
      guard.close();
      interrupter.join();
      head.join();
      next.join();
    }
    assertUnharmed();
  }

  private void lockOrGiveUp() {
    try (Guard<Integer> mine = mutex.lockInterruptibly()) {
      mine.set(mine.get() + 1);
    } catch (InterruptedException e) {
      // One of the two things that it may come to.
    }
  }

  @Test
  void aStarvingHeadIsHandedTheLock() {
    MutexLock impatient = new MutexLock(0, -1);
    Mutex<Integer> handing = new Mutex<>(0, impatient);
    Guard<Integer> guard = handing.lock();
    CyclicBarrier end = new CyclicBarrier(2);
    Task starving =
        Task.start(
                () -> {
                  try (Guard<Integer> mine = handing.lock()) {
                    mine.set(1);
                    end.await();
                  }
                })
            .awaitParked();
    guard.close();
    // However quick this thread is, the lock is the other's already.
    assertThat(handing.tryLock()).isNull();
    Task.start(end::await).join();
    starving.join();
    assertThat(handing.intoInner()).isEqualTo(1);
  }

  @Test
  void aWaiterThatHasGivenUpIsNotHandedTheLock() {
    CountDownLatch released = new CountDownLatch(1);
    AtomicReference<Thread> leaver = new AtomicReference<>();
    MutexLock slow =
        new MutexLock(0, -1) {
          private static final long serialVersionUID = 1;

          // Holds the leaver up, out of the queue, before it wakes the next.
          @Override
          void wakeNext() {
            if (Thread.currentThread() == leaver.get()) {
              try {
                released.await();
              } catch (InterruptedException e) {
                throw new AssertionError(e);
              }
            }
            super.wakeNext();
          }
        };
    Mutex<Integer> handing = new Mutex<>(0, slow);
    Guard<Integer> guard = handing.lock();
    Task first = Task.start(handing::lockInterruptibly).awaitParked();
    Task second = Task.start(() -> handing.update(n -> n + 1)).awaitParked();
    leaver.set(first.thread());
    first.interrupt();
    Await.until("the first leaves the queue", () -> slow.queueLength() == 1);
    guard.close();
    second.join();
    released.countDown();
    assertThat(first.outcome()).isInstanceOf(InterruptedException.class);
    assertThat(handing.intoInner()).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(longs = {-1, MutexLock.ENDLESS_PATIENCE_NANOS})
  void everyHandOverIsAWakeUpAndNoneIsLost(long patienceNanos) {
    MutexLock parking = new MutexLock(0, patienceNanos);
    Mutex<Integer> shared = new Mutex<>(0, parking);
    AtomicInteger running = new AtomicInteger(3);
    List<Task> players = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      players.add(
          Task.start(
              () -> {
                for (int n = 0; n < 2_000; n++) {
                  try (Guard<Integer> guard = shared.lock()) {
                    guard.set(guard.get() + 1);
                    while (parking.queueLength() == 0 && running.get() > 1) {
                      Thread.onSpinWait();
                    }
                  }
                }
                running.decrementAndGet();
              }));
    }
    players.forEach(Task::join);
    assertThat(shared.intoInner()).isEqualTo(6_000);
  }

  @Test
  void intoInnerRefusesThoseWhoWaited() {
    Guard<Integer> guard = mutex.lock();
    Task taker = Task.start(mutex::intoInner).awaitParked();
    Task waiter = Task.start(mutex::lock).awaitParked();
    guard.close();
    taker.join();
    assertThat(waiter.outcome()).isInstanceOf(IllegalStateException.class);
    assertThat(mutex.toString()).contains("<taken>");
  }

  @Test
  void poisonReachesThoseWhoWait() {
    Guard<Integer> guard = mutex.lock();
    AtomicInteger poisoned = new AtomicInteger();
    List<Task> waiters = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      waiters.add(
          Task.start(
                  () ->
                      assertThatExceptionOfType(PoisonedException.class)
                          .isThrownBy(mutex::lock)
                          .satisfies(e -> poisoned.incrementAndGet()))
              .awaitParked());
    }
    guard.poison();
    guard.close();
    waiters.forEach(Task::join);
    assertThat(poisoned).hasValue(3);
    mutex.clearPoison();
    assertUnharmed();
  }

  /** Free, nobody in the queue, and can be taken. */
  private void assertUnharmed() {
    assertThat(lock.queueLength()).isZero();
    assertThat(lock.isHeld()).isFalse();
    try (Guard<Integer> guard = mutex.lock()) {
      assertThat(guard).isNotNull();
    }
  }
}
