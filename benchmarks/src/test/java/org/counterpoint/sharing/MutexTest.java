package org.counterpoint.sharing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;

/** The mutex without contention: values, guards, poison. */
@Timeout(value = 60, threadMode = ThreadMode.SEPARATE_THREAD) // What is broken may hang.
@SuppressWarnings("MustBeClosed") // Guards are held across steps and threads here, on purpose.
class MutexTest {

  private final Mutex<String> mutex = new Mutex<>("old");

  // Every test leaves the mutex free, whatever it did with it.
  @AfterEach
  void isFree() {
    assertThat(mutex.toString()).doesNotContain("<locked>");
  }

  @Test
  void theGuardGivesAndReplacesTheValue() {
    try (Guard<String> guard = mutex.lock()) {
      assertThat(guard.get()).isEqualTo("old");
      guard.set("new");
      assertThat(guard.get()).isEqualTo("new");
    }
    assertThat(read()).isEqualTo("new");
  }

  @Test
  void whoeverWantsNoLateWakeUpGetsTheStrictProtocol() {
    assertThat(blockerOf(Mutex.strict("value"))).isExactlyInstanceOf(MutexLock.class);
    assertThat(blockerOf(mutex)).isExactlyInstanceOf(ReleaseMutexLock.class);
  }

  /** What a thread that waits for the mutex parks on. */
  private static Object blockerOf(Mutex<String> held) {
    Guard<String> guard = held.lock();
    Task waiter = Task.start(() -> held.with(value -> value)).awaitParked();
    Object blocker = LockSupport.getBlocker(waiter.thread());
    guard.close();
    waiter.join();
    return Objects.requireNonNull(blocker);
  }

  @Test
  void allWaysToLockGiveTheValue() throws Exception {
    try (Guard<String> guard = mutex.lockInterruptibly()) {
      assertThat(guard.get()).isEqualTo("old");
    }
    try (Guard<String> guard = Objects.requireNonNull(mutex.tryLock())) {
      assertThat(guard.get()).isEqualTo("old");
    }
    try (Guard<String> guard = Objects.requireNonNull(mutex.tryLock(Duration.ZERO))) {
      assertThat(guard.get()).isEqualTo("old");
    }
    try (Guard<String> guard = mutex.lockPoisoned()) {
      assertThat(guard.get()).isEqualTo("old");
    }
  }

  @Test
  void valuesAreNotNull() {
    try (Guard<String> guard = mutex.lock()) {
      assertThatNullPointerException().isThrownBy(() -> guard.set(nothing()));
      assertThat(guard.get()).isEqualTo("old");
    }
    assertThatNullPointerException().isThrownBy(() -> new Mutex<>(nothing()));
  }

  @SuppressWarnings("NullAway") // What a caller without a null checker could do.
  private static String nothing() {
    return null;
  }

  @Test
  void aClosedGuardIsRefused() {
    Guard<String> guard = mutex.lock();
    guard.close();
    assertClosed(guard);
  }

  @Test
  void aClosedGuardIsRefusedWhileTheSameThreadHoldsAnother() {
    Guard<String> closed = mutex.lock();
    closed.close();
    try (Guard<String> open = mutex.lock()) {
      assertClosed(closed);
      assertThat(open.get()).isEqualTo("old");
    }
  }

  private static void assertClosed(Guard<String> guard) {
    assertThatIllegalStateException().isThrownBy(guard::get).withMessageContaining("closed");
    assertThatIllegalStateException().isThrownBy(() -> guard.set("x"));
    assertThatIllegalStateException().isThrownBy(guard::poison);
    assertThatIllegalStateException().isThrownBy(guard::close).withMessageContaining("closed");
  }

  @Test
  void aGuardIsRefusedInAnotherThread() {
    try (Guard<String> guard = mutex.lock()) {
      Task.start(
              () -> {
                assertThatIllegalStateException()
                    .isThrownBy(guard::close)
                    .withMessageContaining("the thread that took it");
                assertThatIllegalStateException().isThrownBy(guard::get);
                assertThatIllegalStateException().isThrownBy(() -> guard.set("x"));
                assertThatIllegalStateException().isThrownBy(guard::poison);
              })
          .join();
      assertThat(guard.get()).isEqualTo("old");
      assertThat(mutex.isPoisoned()).isFalse();
    }
  }

  @Test
  void lockingAgainThrowsInsteadOfHanging() {
    try (Guard<String> guard = mutex.lock()) {
      assertThatIllegalStateException()
          .isThrownBy(mutex::lock)
          .withMessageContaining("holds the mutex already");
      assertThatIllegalStateException().isThrownBy(mutex::lockInterruptibly);
      assertThatIllegalStateException().isThrownBy(() -> mutex.tryLock(Duration.ofDays(1)));
      assertThatIllegalStateException().isThrownBy(mutex::lockPoisoned);
      assertThatIllegalStateException().isThrownBy(() -> mutex.with(String::length));
      assertThatIllegalStateException().isThrownBy(mutex::intoInner);
      assertThat(mutex.tryLock()).isNull();
      assertThat(guard.get()).isEqualTo("old");
    }
    assertThat(mutex.isPoisoned()).isFalse();
    assertThat(read()).isEqualTo("old");
  }

  @Test
  void withReturnsWhatTheFunctionMakes() {
    int length = mutex.with(String::length);
    assertThat(length).isEqualTo(3);
  }

  @Test
  void updateReplacesTheValue() {
    mutex.update(value -> value + "er");
    assertThat(read()).isEqualTo("older");
  }

  @Test
  void aFunctionThatThrowsPoisonsAndItsExceptionGoesOn() {
    RuntimeException failure = new RuntimeException("half-way");
    assertThatExceptionOfType(RuntimeException.class)
        .isThrownBy(
            () ->
                mutex.with(
                    value -> {
                      throw failure;
                    }))
        .isSameAs(failure);
    assertPoisoned();
  }

  @Test
  void anUpdateThatThrowsPoisonsAndKeepsTheOldValue() {
    AssertionError failure = new AssertionError("half-way");
    assertThatExceptionOfType(AssertionError.class)
        .isThrownBy(
            () ->
                mutex.update(
                    value -> {
                      throw failure;
                    }))
        .isSameAs(failure);
    assertPoisoned();
    mutex.clearPoison();
    assertThat(read()).isEqualTo("old");
  }

  @Test
  void anUpdateToNullPoisons() {
    assertThatNullPointerException().isThrownBy(() -> mutex.update(value -> nothing()));
    assertPoisoned();
  }

  @Test
  void aGuardCanPoison() {
    try (Guard<String> guard = mutex.lock()) {
      guard.set("half");
      guard.poison();
      assertThat(guard.get()).isEqualTo("half");
    }
    assertPoisoned();
  }

  @Test
  void anExceptionUnderAGuardDoesNotPoisonByItself() {
    assertThatExceptionOfType(ArithmeticException.class).isThrownBy(this::failUnderGuard);
    assertThat(mutex.isPoisoned()).isFalse();
    assertThat(read()).isEqualTo("old");
  }

  private void failUnderGuard() {
    try (Guard<String> guard = mutex.lock()) {
      throw new ArithmeticException(guard.get());
    }
  }

  private void assertPoisoned() {
    assertThat(mutex.isPoisoned()).isTrue();
    assertThat(mutex.toString()).contains("poisoned: true");
    assertThatExceptionOfType(PoisonedException.class).isThrownBy(mutex::lock);
    assertThatExceptionOfType(PoisonedException.class).isThrownBy(mutex::lockInterruptibly);
    assertThatExceptionOfType(PoisonedException.class).isThrownBy(mutex::tryLock);
    assertThatExceptionOfType(PoisonedException.class)
        .isThrownBy(() -> mutex.tryLock(Duration.ofSeconds(1)));
    assertThatExceptionOfType(PoisonedException.class).isThrownBy(() -> mutex.with(String::length));
    assertThatExceptionOfType(PoisonedException.class).isThrownBy(() -> mutex.update(v -> v));
    assertThatExceptionOfType(PoisonedException.class)
        .isThrownBy(mutex::intoInner)
        .withMessageContaining("lockPoisoned()")
        .withMessageContaining("clearPoison()");
    // None of these has left it locked.
    try (Guard<String> guard = mutex.lockPoisoned()) {
      assertThat(guard.get()).isNotNull();
    }
    assertThat(mutex.isPoisoned()).as("taking it is no cure").isTrue();
  }

  @Test
  void aPoisonedMutexCanBeRepaired() {
    try (Guard<String> guard = mutex.lock()) {
      guard.poison();
    }
    try (Guard<String> guard = mutex.lockPoisoned()) {
      guard.set("repaired");
      mutex.clearPoison();
    }
    assertThat(mutex.isPoisoned()).isFalse();
    assertThat(read()).isEqualTo("repaired");
  }

  @Test
  void intoInnerTakesTheValueForGood() {
    assertThat(mutex.intoInner()).isEqualTo("old");
    assertThat(mutex).hasToString("Mutex { data: <taken>, poisoned: false, .. }");
    assertThatIllegalStateException()
        .isThrownBy(mutex::lock)
        .withMessageContaining("has taken the value");
    assertThatIllegalStateException().isThrownBy(mutex::lockInterruptibly);
    assertThatIllegalStateException().isThrownBy(mutex::tryLock);
    assertThatIllegalStateException().isThrownBy(() -> mutex.tryLock(Duration.ofSeconds(1)));
    assertThatIllegalStateException().isThrownBy(mutex::lockPoisoned);
    assertThatIllegalStateException().isThrownBy(mutex::intoInner);
    assertThat(mutex.isPoisoned()).isFalse();
  }

  @Test
  void printsAsRustDoes() {
    Mutex<Integer> six = new Mutex<>(6);
    assertThat(six).hasToString("Mutex { data: 6, poisoned: false, .. }");
    try (Guard<Integer> guard = six.lock()) {
      assertThat(six).hasToString("Mutex { data: <locked>, poisoned: false, .. }");
      guard.poison();
      Task.start(() -> assertThat(six).hasToString("Mutex { data: <locked>, poisoned: true, .. }"))
          .join();
    }
    assertThat(six).hasToString("Mutex { data: 6, poisoned: true, .. }");
  }

  @Test
  void aValueThatFailsToPrintLeavesTheMutexFree() {
    Mutex<Object> unprintable =
        new Mutex<>(
            new Object() {
              @Override
              public String toString() {
                throw new UnsupportedOperationException();
              }
            });
    assertThatExceptionOfType(UnsupportedOperationException.class)
        .isThrownBy(unprintable::toString);
    try (Guard<Object> guard = unprintable.lock()) {
      assertThat(guard).isNotNull();
    }
  }

  private String read() {
    return mutex.with(value -> value);
  }
}
