package org.counterpoint.analysis.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.apache.commons.math3.random.RandomGenerator;
import org.apache.commons.math3.random.Well19937c;
import org.junit.jupiter.api.Test;

/**
 * Against published fits, which are made on the plain scale: the same code as on the scale of logs
 * but for the curve's own logarithm.
 */
class UslFitTest {

  private static List<UslPoint> points(String file, String load, String throughput) {
    return Reference.csv(file).stream()
        .map(row -> new UslPoint(row.number(load), row.number(throughput)))
        .toList();
  }

  private static double expected(String dataset, String quantity) {
    return Reference.csv("usl_expected.csv").stream()
        .filter(row -> row.text("dataset").equals(dataset))
        .filter(row -> row.text("quantity").equals(quantity))
        .mapToDouble(row -> row.number("value"))
        .findFirst()
        .orElseThrow();
  }

  private static UslFit fit(List<UslPoint> points, UslFit.Scale scale) {
    return UslFit.of(points, scale).orElseThrow();
  }

  /** To 0.02 %, as its source allows; the standard errors, computed elsewhere, to 0.01 %. */
  @Test
  void findsTheLawOfCiscosBenchmark() {
    UslFit fit = fit(points("usl_cisco.csv", "n", "throughput"), UslFit.Scale.PLAIN);
    UslModel model = fit.model();
    assertThat(model.sigma()).isCloseTo(expected("cisco32", "sigma"), withinPercentage(0.02));
    assertThat(model.kappa()).isCloseTo(expected("cisco32", "kappa"), withinPercentage(0.02));
    assertThat(model.lambda()).isCloseTo(expected("cisco32", "lambda"), withinPercentage(0.02));
    double peak = model.peak().orElseThrow();
    assertThat(Math.floor(peak)).isEqualTo(expected("cisco32", "floor(N*)"));
    assertThat(peak).isCloseTo(expected("cisco32", "N* unfloored"), withinPercentage(0.01));
    for (int n : new int[] {1, 20, 35}) {
      assertThat(model.throughput(n))
          .isCloseTo(expected("cisco32", "X(" + n + ")"), withinPercentage(0.01));
      assertThat(model.residenceTime(n))
          .isCloseTo(expected("cisco32", "R(" + n + ")"), withinPercentage(0.01));
    }
    assertThat(fit.sigma().standardError())
        .isCloseTo(expected("cisco32", "SE sigma"), withinPercentage(0.01));
    assertThat(fit.kappa().standardError())
        .isCloseTo(expected("cisco32", "SE kappa"), withinPercentage(0.01));
    assertThat(fit.lambda().standardError())
        .isCloseTo(expected("cisco32", "SE lambda"), withinPercentage(0.01));
    assertThat(fit.rss()).isCloseTo(expected("cisco32", "RSS"), withinPercentage(0.001));
    assertThat(fit.degreesOfFreedom()).isEqualTo(29);
    // One point a load: nothing tells what the law leaves from what scatters.
    assertThat(fit.lackOfFit()).isEmpty();
  }

  @Test
  void findsTheLawOfTheFirstTenLoads() {
    UslModel model =
        fit(points("usl_cisco.csv", "n", "throughput").subList(0, 10), UslFit.Scale.PLAIN).model();
    assertThat(model.sigma()).isCloseTo(expected("cisco10", "sigma"), withinPercentage(0.01));
    assertThat(model.kappa()).isCloseTo(expected("cisco10", "kappa"), withinPercentage(0.01));
    assertThat(model.lambda()).isCloseTo(expected("cisco10", "lambda"), withinPercentage(0.01));
  }

  /** To the four digits that R prints. */
  @Test
  void findsTheLawOfSpecSdm91() {
    UslFit fit = fit(points("usl_specsdm91.csv", "load", "throughput"), UslFit.Scale.PLAIN);
    UslModel model = fit.model();
    assertThat(model.sigma())
        .isCloseTo(expected("specsdm91", "sigma full"), withinPercentage(1e-3));
    assertThat(model.kappa())
        .isCloseTo(expected("specsdm91", "kappa full"), withinPercentage(1e-3));
    assertThat(model.lambda())
        .isCloseTo(expected("specsdm91", "lambda full"), withinPercentage(1e-3));
    assertThat(fit.rss()).isCloseTo(expected("specsdm91", "RSS"), withinPercentage(1e-3));
    assertThat(fit.sigma().standardError())
        .isCloseTo(expected("specsdm91", "SE alpha"), withinPercentage(0.05));
    assertThat(fit.kappa().standardError())
        .isCloseTo(expected("specsdm91", "SE beta"), withinPercentage(0.05));
    assertThat(fit.lambda().standardError())
        .isCloseTo(expected("specsdm91", "SE gamma"), withinPercentage(0.05));
    assertThat(Math.sqrt(fit.rss() / fit.degreesOfFreedom()))
        .isCloseTo(expected("specsdm91", "residual SE (df 4)"), withinPercentage(0.05));
    double peak = model.peak().orElseThrow();
    assertThat(peak).isCloseTo(expected("specsdm91", "N*"), withinPercentage(0.01));
    assertThat(model.throughput(peak))
        .isCloseTo(expected("specsdm91", "X at N*"), withinPercentage(0.05));
    assertThat(model.limit().orElseThrow())
        .isCloseTo(expected("specsdm91", "limit lambda/sigma"), withinPercentage(0.01));
    assertThat(fit.sigma().value() / fit.sigma().standardError())
        .isCloseTo(expected("specsdm91", "t alpha"), withinPercentage(0.2));
  }

  /** The points were computed from .02, .02 and 1, so either scale must find these. */
  @Test
  void findsTheLawThatPointsWereMadeOf() {
    for (UslFit.Scale scale : UslFit.Scale.values()) {
      UslModel model = fit(points("usl_synthetic.csv", "load", "tput"), scale).model();
      assertThat(model.sigma()).isEqualTo(0.02, within(5e-4));
      assertThat(model.kappa()).isEqualTo(0.02, within(5e-4));
      assertThat(model.lambda()).isEqualTo(1.00, within(5e-3));
    }
  }

  @Test
  void knowsThePeakOfALaw() {
    assertThat(new UslModel(1, 0.001, 0.00001).peak().orElseThrow())
        .isCloseTo(expected("formula sigma=.001 kappa=.00001", "N*"), withinPercentage(0.01));
    assertThat(new UslModel(1, 0.1, 0).peak()).isEmpty();
    assertThat(new UslModel(1, 1.5, 0.1).peak()).isEmpty();
    assertThat(new UslModel(3, 0, 0.1).limit()).isEmpty();
    assertThatThrownBy(() -> new UslModel(1, -0.1, 0)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new UslModel(0, 0.1, 0)).isInstanceOf(IllegalArgumentException.class);
  }

  /** Throughput that grows faster than the load allows has no κ above 0, nor σ. */
  @Test
  void holdsAtZeroWhatWouldBeBelow() {
    List<UslPoint> linear =
        IntStream.of(1, 2, 4, 8, 16)
            .boxed()
            .flatMap(n -> IntStream.range(0, 5).mapToObj(i -> new UslPoint(n, n * (1 + 0.01 * i))))
            .toList();
    List<UslPoint> steeper =
        linear.stream()
            .map(p -> new UslPoint(p.load(), p.throughput() * Math.pow(p.load(), 0.05)))
            .toList();
    UslFit fit = fit(steeper, UslFit.Scale.LOG);
    assertThat(fit.model().sigma()).isZero();
    assertThat(fit.model().kappa()).isZero();
    assertThat(fit.kappa().isHeld()).isTrue();
    assertThat(fit.sigma().isHeld()).isTrue();
    assertThat(fit.peakInterval()).isEmpty();
    assertThat(fit.degreesOfFreedom()).isEqualTo(24);
    // And what it leaves between the loads is more than what scatters within them.
    assertThat(fit.lackOfFit().orElseThrow()).isLessThan(0.001);

    UslFit amdahl =
        fit(
            linear.stream()
                .map(p -> new UslPoint(p.load(), p.throughput() / (1 + 0.1 * (p.load() - 1))))
                .map(p -> new UslPoint(p.load(), p.throughput() * (1 + 0.001 * p.load())))
                .toList(),
            UslFit.Scale.LOG);
    assertThat(amdahl.kappa().isHeld()).isTrue();
    assertThat(amdahl.model().sigma()).isEqualTo(0.1, within(0.01));
    assertThat(amdahl.model().peak()).isEmpty();
  }

  /** What locks do: one thread alone does more than several together. */
  @Test
  void takesThroughputThatOnlyFalls() {
    UslFit fit =
        fit(
            List.of(
                new UslPoint(1, 50),
                new UslPoint(1, 52),
                new UslPoint(2, 14),
                new UslPoint(2, 15),
                new UslPoint(4, 12),
                new UslPoint(4, 13)),
            UslFit.Scale.LOG);
    assertThat(fit.model().sigma()).isGreaterThan(1);
    assertThat(fit.model().peak()).isEmpty();
  }

  @Test
  void makesNoFitOfTooLittle() {
    List<UslPoint> two = List.of(new UslPoint(1, 1), new UslPoint(2, 2), new UslPoint(2, 2.1));
    assertThat(UslFit.of(two, UslFit.Scale.LOG)).isEmpty();
    List<UslPoint> three = List.of(new UslPoint(1, 1), new UslPoint(2, 2), new UslPoint(3, 2.5));
    assertThat(UslFit.of(three, UslFit.Scale.LOG)).isEmpty();
    assertThat(UslFit.of(List.of(), UslFit.Scale.LOG)).isEmpty();
  }

  @Test
  void neitherTheUnitNorTheOrderOfPointsMatters() {
    for (int seed = 1; seed <= 50; seed++) {
      List<UslPoint> points = draw(new Well19937c(seed));
      UslFit plain = fit(points, UslFit.Scale.LOG);
      List<UslPoint> moved = new ArrayList<>(points);
      Collections.shuffle(moved, new Random(seed));
      moved.replaceAll(p -> new UslPoint(p.load(), 1e9 * p.throughput()));
      UslFit scaled = fit(moved, UslFit.Scale.LOG);
      assertThat(scaled.model().lambda())
          .isCloseTo(1e9 * plain.model().lambda(), withinPercentage(1e-4));
      assertThat(scaled.model().sigma()).isEqualTo(plain.model().sigma(), within(1e-6));
      assertThat(scaled.model().kappa()).isEqualTo(plain.model().kappa(), within(1e-7));
      assertThat(scaled.kappa().standardError())
          .isCloseTo(plain.kappa().standardError(), withinPercentage(0.01));
    }
  }

  /** σ = .1, κ = .005, a CV of 3 %, five forks at 1, 2, 4, 8 and 16. */
  static List<UslPoint> draw(RandomGenerator random) {
    UslModel truth = new UslModel(10, 0.1, 0.005);
    double spread = Math.sqrt(Math.log1p(0.03 * 0.03));
    List<UslPoint> points = new ArrayList<>();
    for (int n = 1; n <= 16; n *= 2) {
      for (int fork = 0; fork < 5; fork++) {
        double noise = Math.exp(spread * random.nextGaussian());
        points.add(new UslPoint(n, truth.throughput(n) * noise));
      }
    }
    return points;
  }
}
