package org.counterpoint.sharing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The soak holds for the lock, in all its gears, and fails for locks that are broken. */
@Timeout(value = 60, threadMode = ThreadMode.SEPARATE_THREAD) // What is broken may hang.
class MutexSoakTest {

  private static final int THREADS = 6;
  private static final int TURNS = 1_000;

  record Gear(String name, MutexLock lock) {
    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Gear> gears() {
    return Stream.of(
        new Gear("strict", new MutexLock()),
        new Gear("strict, parks at once", new MutexLock(0, MutexLock.PATIENCE_NANOS)),
        new Gear("strict, must be woken", new MutexLock(0, MutexLock.ENDLESS_PATIENCE_NANOS)),
        new Gear(
            "strict, spins, then must be woken",
            new MutexLock(MutexLock.SPIN_NANOS, MutexLock.ENDLESS_PATIENCE_NANOS)),
        new Gear("strict, hands over whenever it can", new MutexLock(0, -1)),
        new Gear("strict, spins and hands over", new MutexLock(MutexLock.SPIN_NANOS, -1)),
        new Gear("release", new ReleaseMutexLock()),
        new Gear("release, parks at once", new ReleaseMutexLock(0, MutexLock.PATIENCE_NANOS)),
        new Gear(
            "release, must be woken", new ReleaseMutexLock(0, MutexLock.ENDLESS_PATIENCE_NANOS)),
        new Gear("release, hands over", new ReleaseMutexLock(0, -1)));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("gears")
  void holds(Gear gear) {
    assertHolds(run(gear.lock(), Await.LIMIT));
  }

  @Test
  void holdsForPlatformAndVirtualThreadsTogether() {
    Assumptions.assumeTrue(VirtualThreads.exist(), VirtualThreads::missing);

    assertHolds(
        MutexSoak.run(
            gears().map(Gear::lock).toList(),
            1,
            8,
            1_000,
            MutexSoak.Stint.ofTurns(10),
            Await.LIMIT));
  }

  private static void assertHolds(MutexSoak.Result result) {
    assertThat(result.breaches()).isEmpty();
    assertThat(result.stuck()).isEmpty();
    assertThat(result.counted()).isEqualTo(result.stays()).isGreaterThan(result.tallies().size());
    // Or it has not tried what it is for.
    assertThat(result.poisonings()).isPositive();
    assertThat(result.tallies()).anyMatch(tally -> tally.refused > 0);
    assertThat(result.tallies()).anyMatch(tally -> tally.interrupted > 0);
    assertThat(result.tallies()).anyMatch(tally -> tally.foundPoison > 0);
  }

  /** Now and then an interruption rescues whoever was forgotten, in one run of fifty. */
  @Test
  void findsALockThatForgetsToWake() {
    MutexSoak.Result result =
        Stream.generate(() -> run(new ForgetfulLock(), Duration.ofSeconds(1)))
            .limit(10)
            .filter(one -> !one.holds())
            .findFirst()
            .orElseThrow();

    assertThat(result.allEnded()).isFalse();
    assertThat(result.stuck())
        .anySatisfy(thread -> assertThat(thread).contains("waits for a mutex", "MutexLock.park"));
  }

  @Test
  void findsALockWhoseStateIsNotSwappedAtOnce() {
    MutexSoak.Result result = run(new HastyLock(), Duration.ofSeconds(5));

    assertThat(result.holds()).isFalse();
    assertThat(result.breaches()).isNotEmpty();
  }

  private static MutexSoak.Result run(MutexLock lock, Duration limit) {
    return MutexSoak.run(
        List.of(lock), 20_240_601, THREADS, 0, MutexSoak.Stint.ofTurns(TURNS), limit);
  }

  private static final class ForgetfulLock extends MutexLock {
    private static final long serialVersionUID = 1;

    // Who spins first may be lucky every time, and never have to be woken.
    ForgetfulLock() {
      super(0, ENDLESS_PATIENCE_NANOS);
    }

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
