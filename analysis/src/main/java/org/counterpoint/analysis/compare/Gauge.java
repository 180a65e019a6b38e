package org.counterpoint.analysis.compare;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.counterpoint.analysis.model.Fork;
import org.counterpoint.analysis.model.Measurement;
import org.counterpoint.analysis.model.Metric;
import org.counterpoint.analysis.stats.BlockMeans;
import org.counterpoint.analysis.stats.Quantiles;
import org.counterpoint.analysis.stats.Timing;
import org.counterpoint.analysis.stats.Yardstick;

/** Which value of a fork is compared. */
public enum Gauge {
  /** What a report judges by: the 99th percentile where operations were timed, else the score. */
  YARDSTICK("", "throughput or p99") {
    @Override
    Optional<Reading> read(Measurement measurement, ToDoubleFunction<Fork> value) {
      return Quantiles.isTimed(measurement)
          ? P99.read(measurement, value)
          : THROUGHPUT.read(measurement, value);
    }
  },

  /** JMH's score, in whatever mode. */
  THROUGHPUT("throughput", "throughput") {
    @Override
    Optional<Reading> read(Measurement measurement, ToDoubleFunction<Fork> value) {
      return Optional.of(
          Reading.of(
              measurement.cell().mode().words(),
              measurement.primary(),
              Optional.empty(),
              measurement.cell().mode().higherIsBetter(),
              value));
    }
  },

  /** The 99th percentile of the time of one operation, one value a fork. */
  P99("p99", "p99") {
    @Override
    Optional<Reading> read(Measurement measurement, ToDoubleFunction<Fork> value) {
      return Quantiles.perFork(measurement, Quantiles.Point.P99)
          .map(
              tail ->
                  Reading.of(
                      "p99",
                      tail,
                      Timing.of(measurement).or(() -> Optional.of(Timing.SERVICE)),
                      /* higherIsBetter= */ false,
                      value));
    }
  },

  /**
   * Bytes allocated an operation, as JMH's profiler {@code gc} has them. Less than one byte is
   * taken for one: no object is that small, so it is what JMH itself allocates, and the ratio of
   * two such figures would be a ratio of noise.
   */
  ALLOC("alloc", "allocation") {
    @Override
    Optional<Reading> read(Measurement measurement, ToDoubleFunction<Fork> value) {
      return measurement
          .allocation()
          .map(
              metric ->
                  Reading.of(
                      "allocation",
                      metric,
                      Optional.empty(),
                      /* higherIsBetter= */ false,
                      fork -> Math.max(LEAST_BYTES, value.applyAsDouble(fork))));
    }
  };

  private static final double LEAST_BYTES = 1;

  /**
   * What a gauge reads of a measurement.
   *
   * @param words what it is, such as {@code throughput}
   * @param yardstick the values, one a fork
   */
  public record Reading(String words, Yardstick yardstick) {

    /** What a verdict on these values is about. */
    public Claim claim() {
      if (words.equals(ALLOC.words())) {
        return Claim.ALLOCATION;
      }
      return yardstick.isTail() ? Claim.SERVICE_TIME : Claim.THROUGHPUT;
    }

    private static Reading of(
        String words,
        Metric metric,
        Optional<Timing> tailOf,
        boolean higherIsBetter,
        ToDoubleFunction<Fork> value) {
      return new Reading(
          words,
          new Yardstick(
              metric.unit(), tailOf, higherIsBetter, BlockMeans.of(metric.forks(), value)));
    }
  }

  private final String code;
  private final String words;

  Gauge(String code, String words) {
    this.code = code;
    this.words = words;
  }

  /** Its name on the command line; empty for the one that needs no name. */
  public String code() {
    return code;
  }

  /** Its name in a sentence. */
  public String words() {
    return words;
  }

  /** The gauge of that name, if there is one. */
  public static Optional<Gauge> ofCode(String code) {
    return Arrays.stream(values()).filter(gauge -> gauge.code.equals(code)).findFirst();
  }

  /** Of every fork its mean; empty where the measurement has no such value. */
  public Optional<Reading> means(Measurement measurement) {
    return read(measurement, Fork::mean);
  }

  /** Of every fork the median of its iterations, to see whether a few of them made the mean. */
  Optional<Reading> medians(Measurement measurement) {
    return read(measurement, Fork::median);
  }

  abstract Optional<Reading> read(Measurement measurement, ToDoubleFunction<Fork> value);
}
