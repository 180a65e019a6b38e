package org.counterpoint.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.HdrHistogram.Histogram;
import org.counterpoint.sharing.SharedCounter;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.infra.Control;
import org.openjdk.jmh.util.SampleBuffer;
import org.openjdk.jmh.util.Statistics;

/**
 * The recorder beside a full record of the same operations: ten million of about 100 ns, of which
 * three in a thousand take 20 µs. And JMH's sample mode beside it, which is off in the tail.
 */
class StopwatchTest {

  private static final int OPERATIONS = 10_000_000;
  private static final List<Double> PERCENTILES = List.of(50.0, 90.0, 99.0, 99.9);

  private static final int[] NANOS = new int[OPERATIONS];
  private static int[] sorted = {};

  @BeforeAll
  static void makeOperations() {
    Random random = new Random(20260301);
    for (int i = 0; i < OPERATIONS; i++) {
      boolean slow = random.nextInt(1000) < 3;
      double spread = slow ? 0.2 : 0.5;
      NANOS[i] = (int) ((slow ? 20_000 : 100) * Math.exp(spread * random.nextGaussian()));
    }
    sorted = NANOS.clone();
    Arrays.sort(sorted);
  }

  private static double full(double percentile) {
    return sorted[(int) Math.ceil(percentile / 100 * OPERATIONS) - 1];
  }

  /** A stopwatch that reads a clock, and a counter that takes its time by the same clock. */
  private static final class Bench extends Stopwatch implements SharedCounter {

    private long clock;
    private int next;

    @Override
    long now() {
      return clock;
    }

    @Override
    public void increment() {
      clock += NANOS[next++];
    }

    @Override
    public long value() {
      return next;
    }
  }

  private static Control measuring() {
    Control control = new Control();
    control.startMeasurement = true;
    return control;
  }

  private static Histogram recorded() {
    Bench bench = new Bench();
    Control control = measuring();
    TimesOfThreads.SERVICE.take();
    bench.reset();
    for (int i = 0; i < OPERATIONS; i++) {
      bench.increment(bench, control);
    }
    bench.publish();
    return TimesOfThreads.SERVICE.take();
  }

  @Test
  void everyPercentileIsThatOfAllOperations() {
    Histogram recorded = recorded();
    assertThat(recorded.getTotalCount()).isEqualTo(OPERATIONS / Stopwatch.STRIDE);
    for (double percentile : PERCENTILES) {
      assertThat((double) recorded.getValueAtPercentile(percentile))
          .as("p%s", percentile)
          .isCloseTo(full(percentile), within(0.05 * full(percentile)));
    }
  }

  /**
   * As JMH samples: each operation at first, and whenever it has 20 samples for each millisecond of
   * an iteration, it halves the counts of what it has and takes half as many from then on. A count
   * of one is never halved to none.
   */
  @Test
  void jmhsSampleModeIsOffInTheTail() {
    SampleBuffer buffer = new SampleBuffer();
    long mostSamples = 20 * Arrays.stream(NANOS).asLongStream().sum() / 1_000_000;
    Random random = new Random(5);
    int mask = 0;
    long samples = 0;
    for (int nanos : NANOS) {
      if ((random.nextInt() & mask) == 0) {
        buffer.add(nanos);
        if (samples++ > mostSamples) {
          buffer.half();
          samples = 0;
          mask = 2 * mask + 1;
        }
      }
    }
    Statistics sampled = buffer.getStatistics(1);
    double tail = full(99.9);
    assertThat(sampled.getPercentile(99.9)).isGreaterThan(1.15 * tail);
    assertThat(sampled.getMean()).isGreaterThan(1.5 * Arrays.stream(NANOS).average().orElseThrow());
  }

  @Test
  void whatIsTimedOutsideTheMeasurementIsNotRecorded() {
    Bench bench = new Bench();
    TimesOfThreads.SERVICE.take();
    bench.reset();
    Control control = new Control();
    for (int i = 0; i < 10 * Stopwatch.STRIDE; i++) {
      bench.increment(bench, control);
    }
    control.startMeasurement = true;
    control.stopMeasurement = true;
    for (int i = 0; i < 10 * Stopwatch.STRIDE; i++) {
      bench.increment(bench, control);
    }
    bench.publish();
    assertThat(TimesOfThreads.SERVICE.take().getTotalCount()).isZero();
  }
}
