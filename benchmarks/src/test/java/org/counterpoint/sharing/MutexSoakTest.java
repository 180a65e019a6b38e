package org.counterpoint.sharing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The soak holds for the lock, in all its gears, and fails for locks that are broken. */
@Timeout(value = 60, threadMode = ThreadMode.SEPARATE_THREAD) // What is broken may hang.
class MutexSoakTest {

  private static final int THREADS = 6;
  private static final int TURNS = 1_000;

  static Stream<Arguments> gears() {
    return Stream.of(
        Arguments.of("as it is", new MutexLock()),
        Arguments.of("parks at once", new MutexLock(0, MutexLock.PATIENCE_NANOS)),
        Arguments.of("hands over whenever it can", new MutexLock(0, -1)),
        Arguments.of("spins and hands over", new MutexLock(MutexLock.SPIN_NANOS, -1)),
        Arguments.of("release", new ReleaseLock()),
        Arguments.of("release, parks at once", new ReleaseLock(0, MutexLock.PATIENCE_NANOS)),
        Arguments.of("release, hands over", new ReleaseLock(0, -1)));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("gears")
  void holds(String gear, MutexLock lock) {
    MutexSoak.Result result = MutexSoak.run(lock, 20_240_601, THREADS, TURNS, Await.LIMIT);

    assertThat(result.breaches()).isEmpty();
    assertThat(result.allEnded()).isTrue();
    assertThat(result.counted()).isEqualTo(result.stays()).isGreaterThan(THREADS);
    assertThat(lock.queueLength()).isZero();
    assertThat(lock.isHeld()).isFalse();
  }

  @Test
  void findsALockThatForgetsToWake() {
    MutexSoak.Result result =
        MutexSoak.run(new ForgetfulLock(), 1, THREADS, TURNS, Duration.ofSeconds(1));

    assertThat(result.holds()).isFalse();
    assertThat(result.allEnded()).isFalse();
  }

  @Test
  void findsALockWhoseStateIsNotSwappedAtOnce() {
    MutexSoak.Result result =
        MutexSoak.run(new HastyLock(), 1, THREADS, TURNS, Duration.ofSeconds(5));

    assertThat(result.holds()).isFalse();
    assertThat(result.breaches()).isNotEmpty();
  }

  private static final class ForgetfulLock extends MutexLock {
    private static final long serialVersionUID = 1;

    @Override
    void wakeHead() {}
  }

  private static final class HastyLock extends MutexLock {
    private static final long serialVersionUID = 1;

    @Override
    boolean tryAcquire(long id) {
      if (state != 0) {
        return false;
      }
      LockSupport.parkNanos(1_000);
      state = id;
      return true;
    }
  }
}
