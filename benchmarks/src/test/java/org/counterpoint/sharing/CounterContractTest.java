package org.counterpoint.sharing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What {@link SharedCounter} promises, of every strategy. */
@Timeout(value = 60, threadMode = ThreadMode.SEPARATE_THREAD) // What is broken may hang.
class CounterContractTest {

  private static final int THREADS = 8;

  private static final Set<Strategy> OWN_A_THREAD =
      EnumSet.of(Strategy.MESSAGE_PASSING, Strategy.MESSAGE_ROUND_TRIP, Strategy.QUEUE_PASSING);

  @ParameterizedTest
  @EnumSource(Strategy.class)
  void startsAtZeroAndCounts(Strategy strategy) {
    try (SharedCounter counter = strategy.create()) {
      assertThat(counter.value()).isZero();
      for (int i = 1; i <= 1_000; i++) {
        counter.increment();
        assertThat(counter.value()).isEqualTo(i);
      }
    }
  }

  @ParameterizedTest
  @EnumSource(Strategy.class)
  void aThreadSeesItsOwnIncrements(Strategy strategy) {
    try (SharedCounter counter = strategy.create()) {
      List<Task> writers =
          Stream.generate(() -> Task.start(() -> incrementAndLook(counter))).limit(4).toList();
      writers.forEach(Task::join);
    }
  }

  private static void incrementAndLook(SharedCounter counter) {
    for (int own = 1; own <= 2_000; own++) {
      counter.increment();
      assertThat(counter.value()).isGreaterThanOrEqualTo(own);
    }
  }

  @ParameterizedTest
  @EnumSource(Strategy.class)
  void losesNoIncrement(Strategy strategy) {
    for (int round = 0; round < 5; round++) {
      try (SharedCounter counter = strategy.create()) {
        CountCheck check = ConcurrentIncrements.run(counter, THREADS, 20_000);
        assertThat(check.exact()).as("%s", check).isTrue();
      }
    }
  }

  @RepeatedTest(20)
  void theSameCheckCatchesARacyCounter() {
    try (SharedCounter counter = new RacyCounter()) {
      CountCheck check = ConcurrentIncrements.run(counter, THREADS, 20_000);
      assertThat(check.exact()).as("%s", check).isFalse();
      assertThat(check.lost()).isPositive();
    }
  }

  @ParameterizedTest
  @EnumSource(Strategy.class)
  void countersAreIndependent(Strategy strategy) {
    try (SharedCounter one = strategy.create();
        SharedCounter other = strategy.create()) {
      one.increment();
      assertThat(other.value()).isZero();
    }
  }

  @ParameterizedTest
  @EnumSource(Strategy.class)
  void theValueOutlivesClose(Strategy strategy) {
    SharedCounter counter = strategy.create();
    IntStream.range(0, 100).forEach(i -> counter.increment());
    counter.close();
    counter.close();
    assertThat(counter.value()).isEqualTo(100);
  }

  @ParameterizedTest
  @EnumSource(Strategy.class)
  void onlyACounterThatOwnsAThreadRefusesIncrementsAfterClose(Strategy strategy) {
    SharedCounter counter = strategy.create();
    counter.close();
    if (OWN_A_THREAD.contains(strategy)) {
      assertThatThrownBy(counter::increment)
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("closed");
      assertThat(counter.value()).isZero();
    } else {
      counter.increment();
      assertThat(counter.value()).isEqualTo(1);
    }
  }

  @ParameterizedTest
  @EnumSource(Strategy.class)
  void saysHowWideItIs(Strategy strategy) {
    try (SharedCounter counter = strategy.create()) {
      assertThat(counter.bits()).isEqualTo(strategy == Strategy.ATOMIC_INTEGER ? 32 : 64);
    }
  }
}
