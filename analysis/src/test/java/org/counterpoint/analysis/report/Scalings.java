package org.counterpoint.analysis.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import org.counterpoint.analysis.model.Measurement;
import org.counterpoint.analysis.model.Mode;
import org.counterpoint.analysis.model.Run;

/** Runs of contenders that follow the Universal Scalability Law, or do not. */
final class Scalings {

  static final int[] TO_16 = {1, 2, 4, 8, 16};

  /** N* = √(0.9/0.02) = 6.7. */
  static final DoubleUnaryOperator PEAKS = law(10, 0.1, 0.02);

  /** N* = √(0.95/0.001) = 31. */
  static final DoubleUnaryOperator PEAKS_LATER = law(12, 0.05, 0.001);

  /** N* = √(0.9/0.0033) = 16.5. */
  static final DoubleUnaryOperator PEAKS_NEAR_THE_END = law(9, 0.1, 0.0033);

  /** N* = √(0.1/1.0) = 0.3. */
  static final DoubleUnaryOperator FALLS = law(40, 0.9, 1.0);

  /** Up, down and up again, as no law goes. */
  static final DoubleUnaryOperator STEPS = n -> n < 3 ? 10 : n < 6 ? 40 : n < 10 ? 7 : 35;

  /** By hardly more than noise straighter than any law: κ comes out below 0. */
  static final DoubleUnaryOperator GROWS = law(5, 0.1, -0.0003);

  private Scalings() {}

  static DoubleUnaryOperator law(double lambda, double sigma, double kappa) {
    return n -> lambda * n / (1 + sigma * (n - 1) + kappa * n * (n - 1));
  }

  /** Forks of one contender; the noise is the same for the same name. */
  static List<Measurement> of(
      String name, DoubleUnaryOperator throughput, int forks, int... threads) {
    Random random = new Random(name.hashCode());
    List<Measurement> all = new ArrayList<>();
    for (int n : threads) {
      double[] values = new double[forks];
      Arrays.setAll(
          values, i -> throughput.applyAsDouble(n) * Math.exp(0.03 * random.nextGaussian()));
      all.add(entry(name, Mode.THROUGHPUT, n, "ops/us", values));
    }
    return all;
  }

  static Measurement entry(String name, Mode mode, int threads, String unit, double... values) {
    return Runs.entry("p.B.m", Runs.params("strategy", name), mode, threads, unit, values);
  }

  /** On a machine of two cores. */
  @SafeVarargs
  static Run run(List<Measurement>... contenders) {
    List<Measurement> all = new ArrayList<>();
    for (List<Measurement> contender : contenders) {
      all.addAll(contender);
    }
    return new Run(
        "run-1",
        Optional.empty(),
        Optional.of(Runs.MACHINE),
        all.stream().map(Measurement::jdk).distinct().toList(),
        all,
        List.of(),
        List.of(),
        List.of());
  }

  /** One of each kind. */
  static Run mixed() {
    return run(
        of("drops", FALLS, 5, TO_16),
        of("climbs", GROWS, 5, TO_16),
        of("late", PEAKS_LATER, 5, TO_16),
        of("peaks", PEAKS, 5, TO_16),
        of("short", PEAKS, 5, 1, 2, 4),
        of("steps", STEPS, 5, TO_16));
  }

  static Optional<Scaling> scaling(Run run) {
    Exhibits exhibits = Exhibits.of(Summary.of(run), new Slugs());
    return exhibits.scalings().stream().map(Exhibits.OfScaling::scaling).findFirst();
  }
}
