package org.counterpoint.analysis.stats;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.apache.commons.math3.random.RandomGenerator;
import org.apache.commons.math3.random.Well19937c;
import org.counterpoint.analysis.model.Values;
import org.counterpoint.analysis.stats.Quietness.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * How often the watch cries wolf, and whether it sees one, on runs whose truth is known. Seeds are
 * fixed; a rate near 5 % from 2,000 runs has a standard error of 0.5 %.
 */
class QuietnessSimulationTest {

  private static final int RUNS = 2000;

  private static double rate(int seed, Predicate<RandomGenerator> outcome) {
    RandomGenerator random = new Well19937c(seed);
    return IntStream.range(0, RUNS).filter(run -> outcome.test(random)).count() / (double) RUNS;
  }

  private static double[] control(RandomGenerator random, int blocks, double cv) {
    double[] rates = new double[blocks];
    Arrays.setAll(rates, block -> 0.4 * Math.exp(cv * random.nextGaussian()));
    return rates;
  }

  private static Quietness of(double... rates) {
    return new WatchedRuns().control("17", rates).quietness();
  }

  private static void tabulate(String check, double rate, String bound) {
    System.out.println(String.format(Locale.ROOT, "%-52s %6.2f %%  %s", check, 100 * rate, bound));
  }

  /** Noise far above the floor, so that it excuses nothing: the hardest case. */
  @ParameterizedTest
  @ValueSource(ints = {3, 5, 7, 10, 20, 40})
  void noiseAloneSeldomMarksABlock(int blocks) {
    double marked = rate(4001, random -> !of(control(random, blocks, 0.2)).disturbed().isEmpty());
    tabulate("any of " + blocks + " blocks marked, noise of 20 %", marked, "<= 6 %");
    assertThat(marked).isLessThanOrEqualTo(0.06);
  }

  /** Why the limit is no fixed number of deviations. */
  @Test
  void fiveDeviationsWouldMarkTooMuchInAShortRun() {
    double marked =
        rate(
            4001,
            random -> !Outliers.farFromMedian(Values.of(control(random, 5, 0.2)), 5).isEmpty());
    tabulate("wrong: 5 robust deviations, 5 blocks", marked, "> 6 %");
    assertThat(marked).isGreaterThan(0.06);
  }

  @Test
  void aQuietMachineIsCalledQuiet() {
    double quiet = rate(4002, random -> of(control(random, 10, 0.003)).verdict() == Verdict.QUIET);
    tabulate("10 blocks, noise of 0.3 %: called quiet", quiet, ">= 99.9 %");
    assertThat(quiet).isGreaterThanOrEqualTo(0.999);
  }

  @ParameterizedTest
  @ValueSource(ints = {5, 10, 20})
  void aSlowBlockIsMarkedAndNoOther(int blocks) {
    double found =
        rate(
            4003,
            random -> {
              double[] rates = control(random, blocks, 0.003);
              int slow = random.nextInt(blocks);
              rates[slow] /= 1.15;
              return of(rates).disturbed().stream()
                  .map(Quietness.WatchedBlock::block)
                  .toList()
                  .equals(List.of(slow));
            });
    tabulate("one of " + blocks + " blocks 15 % slower: it alone is marked", found, ">= 95 %");
    assertThat(found).isGreaterThanOrEqualTo(0.95);
  }

  @Test
  void aMachineThatSlowsDownIsNotCalledQuiet() {
    double found =
        rate(
            4004,
            random -> {
              double[] rates = control(random, 10, 0.003);
              for (int block = 5; block < 10; block++) {
                rates[block] /= 1.15;
              }
              return of(rates).verdict() == Verdict.DISTURBED;
            });
    tabulate("15 % slower from half-way on: not called quiet", found, "100 %");
    assertThat(found).isEqualTo(1);
  }

  @Test
  void noiseAloneIsSeldomADrift() {
    double drift =
        rate(
            4005,
            random ->
                of(control(random, 10, 0.005)).drift().orElseThrow().size() > Quietness.CONTROL);
    tabulate("10 blocks, noise of 0.5 %: a drift above 2 %", drift, "<= 1 %");
    assertThat(drift).isLessThanOrEqualTo(0.01);
  }
}
