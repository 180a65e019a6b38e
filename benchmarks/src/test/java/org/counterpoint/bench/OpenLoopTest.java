package org.counterpoint.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The arrivals against queues whose answer is known, in a time that is made: D. G. Kendall's M/M/1
 * and M/D/1, with the mean wait of Pollaczek and Khinchine, {@code W = ρ·S·(1 + c²) / (2·(1 − ρ))},
 * with c the coefficient of variation of the service time: 1 of an exponential one, 0 of a fixed
 * one.
 */
class OpenLoopTest {

  private static final int ARRIVALS = 20_000_000;
  private static final double SERVICE_NANOS = 10_000;

  /** A clock that stands still unless somebody waits or works. */
  private static final class MadeClock implements OpenLoop.Clock {

    private long now = 1_000_000;

    @Override
    public long nanoTime() {
      return now;
    }

    @Override
    public void await(long nanoTime) {
      now = Math.max(now, nanoTime);
    }

    void work(double nanos) {
      now += Math.round(nanos);
    }
  }

  private static Draw draw(int thread) {
    Draw draw = new Draw();
    draw.seed(thread);
    return draw;
  }

  /** The mean wait at that load: from when an operation was due to when it began. */
  private static double meanWait(double load, DoubleSupplier service) {
    MadeClock clock = new MadeClock();
    OpenLoop loop = new OpenLoop(clock, OpenLoop.poisson(load / SERVICE_NANOS, draw(1)));
    double waits = 0;
    for (int i = 0; i < ARRIVALS; i++) {
      long due = loop.arrival();
      waits += loop.since(due);
      clock.work(service.getAsDouble());
    }
    return waits / ARRIVALS;
  }

  private static double pollaczekKhinchine(double load, double squaredVariation) {
    return load * SERVICE_NANOS * (1 + squaredVariation) / (2 * (1 - load));
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.5, 0.8, 0.9})
  void waitsAsAnMM1QueueDoes(double load) {
    double expected = pollaczekKhinchine(load, 1);
    assertThat(meanWait(load, OpenLoop.poisson(1 / SERVICE_NANOS, draw(2))))
        .isCloseTo(expected, within(0.05 * expected));
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.5, 0.8, 0.9})
  void waitsAsAnMD1QueueDoes(double load) {
    double expected = pollaczekKhinchine(load, 0);
    assertThat(meanWait(load, () -> SERVICE_NANOS)).isCloseTo(expected, within(0.05 * expected));
  }

  /** The same operations, with the clock started when each begins: no wait is ever seen. */
  @Test
  void whoStartsTheClockWhenTheOperationBeginsSeesNoWait() {
    MadeClock clock = new MadeClock();
    OpenLoop loop = new OpenLoop(clock, () -> 100);
    List<Long> responses = new ArrayList<>();
    List<Long> fromTheirBegin = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      long due = loop.arrival();
      long begun = clock.nanoTime();
      // One operation takes as long as ten arrivals do, all others take no time to speak of.
      clock.work(i == 4 ? 1000 : 10);
      responses.add(loop.since(due));
      fromTheirBegin.add(clock.nanoTime() - begun);
    }
    assertThat(fromTheirBegin).containsOnly(10L, 1000L);
    // The ones after it were due while it ran: 900 behind, and 90 less with each.
    assertThat(responses.subList(4, 16))
        .containsExactly(1000L, 910L, 820L, 730L, 640L, 550L, 460L, 370L, 280L, 190L, 100L, 10L);
  }

  @Test
  void aNewSequenceOwesNothingToTheOldOne() {
    MadeClock clock = new MadeClock();
    OpenLoop loop = new OpenLoop(clock, () -> 100);
    loop.arrival();
    clock.work(1e9);
    assertThat(loop.since(loop.arrival())).isGreaterThan(900_000_000);
    loop.reset();
    assertThat(loop.since(loop.arrival())).isZero();
  }

  @Test
  void theMachinesClockWaitsUntilItIsTime() {
    OpenLoop.Clock clock = OpenLoop.MachineClock.INSTANCE;
    for (long nanos : new long[] {-5, 0, 30_000, 3_000_000}) {
      long due = clock.nanoTime() + nanos;
      clock.await(due);
      assertThat(clock.nanoTime()).isGreaterThanOrEqualTo(due);
    }
  }

  @Test
  void gapsOfPoissonArrivalsAreExponential() {
    DoubleSupplier gaps = OpenLoop.poisson(0.01, draw(3));
    int draws = 1_000_000;
    double sum = 0;
    int longerThanTwoMeans = 0;
    for (int i = 0; i < draws; i++) {
      double gap = gaps.getAsDouble();
      assertThat(gap).isNotNegative().isFinite();
      sum += gap;
      longerThanTwoMeans += gap > 200 ? 1 : 0;
    }
    assertThat(sum / draws).isCloseTo(100, within(0.5));
    assertThat((double) longerThanTwoMeans / draws).isCloseTo(Math.exp(-2), within(0.002));
  }
}
