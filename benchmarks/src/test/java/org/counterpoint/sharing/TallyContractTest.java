package org.counterpoint.sharing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.counterpoint.sharing.SharedTally.Totals;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What {@link SharedTally} promises, of every strategy that has one. */
@Timeout(value = 60, threadMode = ThreadMode.SEPARATE_THREAD) // What is broken may hang.
class TallyContractTest {

  private static final int WRITERS = 4;
  private static final int ADDITIONS = 20_000;

  private static SharedTally of(Strategy strategy) {
    return strategy.createTally().orElseThrow();
  }

  @ParameterizedTest
  @EnumSource(Strategy.class)
  void theListIsOfThoseThatHaveOne(Strategy strategy) {
    assertThat(Strategy.tallies().contains(strategy)).isEqualTo(strategy.createTally().isPresent());
  }

  @ParameterizedTest
  @MethodSource("org.counterpoint.sharing.Strategy#tallies")
  void startsAtNothingAndAdds(Strategy strategy) {
    try (SharedTally tally = of(strategy)) {
      assertThat(tally.totals()).isEqualTo(Totals.NONE);
      long sum = 0;
      for (int i = 1; i <= 1_000; i++) {
        tally.add(i);
        sum += i;
        assertThat(tally.totals()).isEqualTo(new Totals(i, sum));
      }
      tally.add(-sum);
      assertThat(tally.totals()).isEqualTo(new Totals(1_001, 0));
    }
  }

  /** How many reads, beside writers that add threes, saw a sum that belongs to no count. */
  private static long torn(SharedTally tally) {
    AtomicBoolean done = new AtomicBoolean();
    AtomicLong torn = new AtomicLong();
    Task reader =
        Task.start(
            () -> {
              while (!done.get()) {
                Totals seen = tally.totals();
                torn.addAndGet(seen.sum() == 3 * seen.count() ? 0 : 1);
              }
            });
    List<Task> writers =
        Stream.generate(
                () ->
                    Task.start(
                        () -> {
                          for (int i = 0; i < ADDITIONS; i++) {
                            tally.add(3);
                          }
                        }))
            .limit(WRITERS)
            .toList();
    writers.forEach(Task::join);
    done.set(true);
    reader.join();
    return torn.get();
  }

  @ParameterizedTest
  @MethodSource("org.counterpoint.sharing.Strategy#tallies")
  void keepsBothInStepAndLosesNothing(Strategy strategy) {
    for (int round = 0; round < 3; round++) {
      try (SharedTally tally = of(strategy)) {
        assertThat(torn(tally)).isZero();
        assertThat(tally.totals())
            .isEqualTo(new Totals(WRITERS * ADDITIONS, 3L * WRITERS * ADDITIONS));
      }
    }
  }

  /** Each of the two is atomic, and both together are not. */
  private static final class TwoAtomics implements SharedTally {
    private final AtomicLong count = new AtomicLong();
    private final AtomicLong sum = new AtomicLong();

    @Override
    public void add(long amount) {
      count.incrementAndGet();
      sum.addAndGet(amount);
    }

    @Override
    public Totals totals() {
      return new Totals(count.get(), sum.get());
    }
  }

  @Test
  void theSameCheckCatchesTwoAtomicsThatAreOutOfStep() {
    long torn = 0;
    for (int round = 0; round < 20 && torn == 0; round++) {
      torn = torn(new TwoAtomics());
    }
    assertThat(torn).isPositive();
  }

  @ParameterizedTest
  @MethodSource("org.counterpoint.sharing.Strategy#tallies")
  void theTotalsOutliveClose(Strategy strategy) {
    SharedTally tally = of(strategy);
    tally.add(5);
    tally.add(6);
    tally.close();
    tally.close();
    assertThat(tally.totals()).isEqualTo(new Totals(2, 11));
    if (strategy.ownsThread()) {
      assertThatThrownBy(() -> tally.add(1))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("closed");
    }
  }
}
