package org.counterpoint.analysis.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.commons.math3.random.RandomGenerator;
import org.apache.commons.math3.random.Well19937c;
import org.counterpoint.analysis.model.Values;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VarianceComponentsTest {

  private static final JsonNode KALIBERA = Reference.json("kalibera.json");

  @Test
  void reproducesTheWorkedExampleOfKaliberaAndJones() {
    JsonNode example = KALIBERA.get("worked_2_level");
    VarianceComponents components = VarianceComponents.of(forks(example.get("Y")));

    double[] published = Reference.numbers(example.get("S2_published_1dp"));
    assertThat(components.withinForks()).isEqualTo(published[0], within(0.05));
    assertThat(components.betweenForks()).isEqualTo(published[1], within(0.05));
    assertThat(components.forkEffect())
        .isEqualTo(example.get("T2_published_1dp").get(1).asDouble(), within(0.05));

    double[] full = Reference.numbers(example.get("S2_full_computed"));
    assertThat(components.withinForks()).isEqualTo(full[0], within(1e-12));
    assertThat(components.betweenForks()).isEqualTo(full[1], within(1e-12));
    assertThat(components.forkEffect())
        .isEqualTo(example.get("T2_full_computed").get(1).asDouble(), within(1e-12));
  }

  @Test
  void composesToTheThreeLevelsOfTheirSecondExample() {
    JsonNode example = KALIBERA.get("optimum_test");
    double[] t2 = Reference.numbers(example.get("T2"));
    VarianceComponents first = VarianceComponents.of(forks(example.get("Y").get(0)));
    VarianceComponents second = VarianceComponents.of(forks(example.get("Y").get(1)));
    double s1 = (first.withinForks() + second.withinForks()) / 2;
    double s2 = (first.betweenForks() + second.betweenForks()) / 2;

    assertThat(s1).isEqualTo(t2[0], within(1e-6));
    assertThat(s2 - s1 / 3).isEqualTo(t2[1], within(1e-6));

    VarianceComponents top =
        VarianceComponents.of(
            List.of(
                LogNormalForks.forkMeans(forks(example.get("Y").get(0))),
                LogNormalForks.forkMeans(forks(example.get("Y").get(1)))));
    assertThat(top.withinForks()).isEqualTo(s2, within(1e-12));
    assertThat(top.forkEffect()).isEqualTo(t2[2], within(5e-5));
  }

  // In percent. Seven of AtmWtAg's ten digits are constant, and so are lost from its doubles.
  @ParameterizedTest
  @CsvSource({"SiRstv, 5, 1e-10", "AtmWtAg, 24, 1e-8"})
  void agreesWithTheCertifiedMeanSquaresOfNist(String dataset, int replicates, double percent) {
    List<Values> groups = groups("nist_anova_" + dataset + ".csv");
    assertThat(groups).allSatisfy(group -> assertThat(group.size()).isEqualTo(replicates));
    VarianceComponents components = VarianceComponents.of(groups);

    Reference.Row between = expected(dataset, "between");
    double certifiedBetween = between.number("ms");
    double certifiedWithin = expected(dataset, "within").number("ms");
    double certifiedF = between.number("F");
    assertThat(components.withinForks()).isCloseTo(certifiedWithin, withinPercentage(percent));
    assertThat(replicates * components.betweenForks())
        .isCloseTo(certifiedBetween, withinPercentage(percent));
    assertThat(replicates * components.betweenForks() / components.withinForks())
        .isCloseTo(certifiedF, withinPercentage(percent));
    assertThat(components.forkEffect())
        .isCloseTo(
            (certifiedBetween - certifiedWithin) / replicates, withinPercentage(10 * percent));
  }

  @Test
  void clipsAForkEffectThatIterationNoiseExplains() {
    VarianceComponents components =
        VarianceComponents.of(List.of(Values.of(1, 5, 9), Values.of(9, 1, 5)));
    assertThat(components.withinForks()).isEqualTo(16);
    assertThat(components.betweenForks()).isZero();
    assertThat(components.forkEffect()).isZero();
    assertThat(components.forkShare()).isZero();
  }

  @Test
  void theShareIsOfOneIterationsVariance() {
    // S1² = 2, S2² = 8, T2² = 8 − 2/2.
    VarianceComponents components =
        VarianceComponents.of(List.of(Values.of(0, 2), Values.of(4, 6)));
    assertThat(components).isEqualTo(new VarianceComponents(2, 8, 7));
    assertThat(components.forkShare()).isEqualTo(7.0 / 9, within(1e-15));
  }

  @Test
  void givesAllToTheForksWhereIterationsDoNotVary() {
    VarianceComponents components =
        VarianceComponents.of(List.of(Values.of(1, 1), Values.of(3, 3)));
    assertThat(components).isEqualTo(new VarianceComponents(0, 2, 2));
    assertThat(components.forkShare()).isEqualTo(1);
  }

  @Test
  void survivesTheLackOfAnyVariance() {
    VarianceComponents components =
        VarianceComponents.ofLogs(List.of(Values.of(0.1, 0.1, 0.1), Values.of(0.1, 0.1, 0.1)));
    assertThat(components).isEqualTo(new VarianceComponents(0, 0, 0));
    assertThat(components.forkShare()).isZero();
  }

  @Test
  void takesLogsOfLogs() {
    List<Values> logs = List.of(Values.of(1, 2, 4), Values.of(0, 3, 2));
    List<Values> values = List.of(Reference.withLogs(1, 2, 4), Reference.withLogs(0, 3, 2));
    VarianceComponents expected = VarianceComponents.of(logs);
    VarianceComponents components = VarianceComponents.ofLogs(values);
    assertThat(components.withinForks()).isEqualTo(expected.withinForks(), within(1e-12));
    assertThat(components.betweenForks()).isEqualTo(expected.betweenForks(), within(1e-12));
  }

  @Test
  void findsTheForkShareThatTheModelHas() {
    RandomGenerator random = new Well19937c(11);
    LogNormalForks model = LogNormalForks.of(10, 10).withForkShare(0.5);
    double within = 0;
    double effect = 0;
    int runs = 1000;
    for (int run = 0; run < runs; run++) {
      VarianceComponents components = VarianceComponents.ofLogs(model.draw(random));
      within += components.withinForks() / runs;
      effect += components.forkEffect() / runs;
    }
    assertThat(within).isCloseTo(model.iterationVariance(), withinPercentage(3));
    assertThat(effect).isCloseTo(model.forkVariance(), withinPercentage(6));
  }

  @Test
  void isUnbiasedForForksOfUnequalLength() {
    RandomGenerator random = new Well19937c(12);
    LogNormalForks model = LogNormalForks.of(10, 12).withForkShare(0.5);
    double within = 0;
    double effect = 0;
    int runs = 1000;
    for (int run = 0; run < runs; run++) {
      List<Values> forks = new ArrayList<>(model.draw(random));
      for (int fork = 0; fork < 5; fork++) {
        forks.set(fork, Values.of(forks.get(fork).stream().limit(2).toArray()));
      }
      VarianceComponents components = VarianceComponents.ofLogs(forks);
      within += components.withinForks() / runs;
      effect += components.forkEffect() / runs;
    }
    assertThat(within).isCloseTo(model.iterationVariance(), withinPercentage(3));
    assertThat(effect).isCloseTo(model.forkVariance(), withinPercentage(6));
  }

  @Test
  void refusesWhatHasNoTwoLevels() {
    assertThatThrownBy(() -> VarianceComponents.of(List.of(Values.of(1, 2))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("two forks");
    assertThatThrownBy(() -> VarianceComponents.of(List.of(Values.of(1), Values.of(2))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("two iterations");
    assertThatThrownBy(() -> VarianceComponents.of(List.of(Values.of(1, 2), Values.of())))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("without an iteration");
    assertThatThrownBy(() -> VarianceComponents.ofLogs(List.of(Values.of(1, 0), Values.of(1, 2))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("above zero");
  }

  private static List<Values> forks(JsonNode arrays) {
    List<Values> forks = new ArrayList<>();
    arrays.forEach(fork -> forks.add(Values.of(Reference.numbers(fork))));
    return forks;
  }

  private static List<Values> groups(String file) {
    return Reference.csv(file).stream()
        .collect(Collectors.groupingBy(row -> row.text("group")))
        .values()
        .stream()
        .map(rows -> Values.of(rows.stream().mapToDouble(row -> row.number("y")).toArray()))
        .toList();
  }

  private static Reference.Row expected(String dataset, String source) {
    return Reference.csv("nist_anova_expected.csv").stream()
        .filter(row -> row.text("dataset").equals(dataset) && row.text("source").equals(source))
        .findFirst()
        .orElseThrow();
  }
}
