package org.counterpoint.analysis.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.LongConsumer;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.apache.commons.math3.random.Well19937c;
import org.counterpoint.analysis.model.Values;
import org.counterpoint.analysis.stats.Ranking.Competitor;
import org.counterpoint.analysis.stats.Ranking.Entry;
import org.junit.jupiter.api.Test;

/** What must hold of any input: each property is tried on 200 inputs drawn from fixed seeds. */
class PropertiesTest {

  private static final double ROUNDING = 1e-9;

  @Test
  void theOrderOfForksDoesNotMatter() {
    forEachSeed(
        seed -> {
          List<Values> run = run(seed);
          List<Values> other = run(seed + 1000);
          List<Values> shuffled = permuted(run, seed);
          List<Values> otherShuffled = permuted(other, seed);

          assertSame(estimate(shuffled), estimate(run));
          assertSame(welch(shuffled, other), welch(run, other));
          assertSame(paired(shuffled, otherShuffled), paired(run, other));
          assertThat(Steadiness.of(shuffled).verdict()).isEqualTo(Steadiness.of(run).verdict());
          VarianceComponents a = VarianceComponents.ofLogs(run);
          VarianceComponents b = VarianceComponents.ofLogs(shuffled);
          assertThat(b.withinForks()).isEqualTo(a.withinForks(), within(1e-12));
          assertThat(b.betweenForks()).isEqualTo(a.betweenForks(), within(1e-12));
          assertThat(b.forkEffect()).isEqualTo(a.forkEffect(), within(1e-12));
          assertThat(outlyingMeans(shuffled)).isEqualTo(outlyingMeans(run));
        });
  }

  @Test
  void theUnitDoesNotMatter() {
    forEachSeed(
        seed -> {
          double factor = Math.pow(10, random(seed).nextInt(25) - 12);
          List<Values> run = run(seed);
          List<Values> other = run(seed + 1000);
          Estimate plain = estimate(run);
          Estimate scaled = estimate(times(run, factor));
          assertClose(scaled.center(), factor * plain.center());
          Interval interval = scaled.interval().orElseThrow();
          assertClose(interval.low(), factor * plain.interval().orElseThrow().low());
          assertClose(interval.high(), factor * plain.interval().orElseThrow().high());

          assertSame(welch(times(run, factor), times(other, factor)), welch(run, other));
          assertSame(paired(times(run, factor), times(other, factor)), paired(run, other));
          assertClose(welch(times(run, factor), other).value(), factor * welch(run, other).value());

          assertThat(Steadiness.of(times(run, factor)).verdict())
              .isEqualTo(Steadiness.of(run).verdict());
          assertClose(
              VarianceComponents.of(times(run, factor)).betweenForks(),
              factor * factor * VarianceComponents.of(run).betweenForks());
          assertThat(VarianceComponents.ofLogs(times(run, factor)).forkShare())
              .isEqualTo(VarianceComponents.ofLogs(run).forkShare(), within(ROUNDING));
          assertThat(Outliers.amongForks(LogNormalForks.forkMeans(times(run, factor))))
              .isEqualTo(Outliers.amongForks(LogNormalForks.forkMeans(run)));
          assertThat(Ranking.of(competitors(seed, factor), true))
              .isEqualTo(Ranking.of(competitors(seed, 1), true));
        });
  }

  @Test
  void swappingSidesInvertsTheRatioAndKeepsP() {
    forEachSeed(
        seed -> {
          assertInverse(welch(run(seed), run(seed + 1)), welch(run(seed + 1), run(seed)));
          assertInverse(paired(run(seed), run(seed + 1)), paired(run(seed + 1), run(seed)));
        });
  }

  @Test
  void pIsBelowFivePercentExactlyWhereTheIntervalExcludesOne() {
    List<Boolean> seen = new ArrayList<>();
    forEachSeed(
        seed -> {
          for (Ratio ratio :
              List.of(welch(run(seed), run(seed + 1)), paired(run(seed), run(seed + 1)))) {
            seen.add(ratio.pValue() < 0.05);
            assertThat(ratio.pValue() < 0.05).isEqualTo(!ratio.interval().contains(1));
            assertThat(ratio.interval().contains(ratio.value())).isTrue();
          }
        });
    assertThat(seen).contains(true, false);
  }

  @Test
  void correctionsOnlyEverRaiseAndKeepTheOrder() {
    forEachSeed(
        seed -> {
          double[] raw = pValues(seed);
          double[] holm = Holm.adjust(raw);
          double[] bh = BenjaminiHochberg.adjust(raw);
          for (int i = 0; i < raw.length; i++) {
            assertThat(bh[i]).isBetween(raw[i], 1.0);
            assertThat(holm[i]).isBetween(raw[i], 1.0);
            assertThat(holm[i]).isGreaterThanOrEqualTo(bh[i] * (1 - 1e-15));
            for (int j = 0; j < raw.length; j++) {
              if (raw[i] <= raw[j]) {
                assertThat(holm[i]).isLessThanOrEqualTo(holm[j]);
                assertThat(bh[i]).isLessThanOrEqualTo(bh[j]);
              }
            }
          }
        });
  }

  @Test
  void correctionsFollowTheirInputsOrder() {
    forEachSeed(
        seed -> {
          double[] raw = pValues(seed);
          List<Integer> order = new ArrayList<>(IntStream.range(0, raw.length).boxed().toList());
          Collections.shuffle(order, random(seed));
          double[] moved = order.stream().mapToDouble(i -> raw[i]).toArray();
          double[] holm = Holm.adjust(raw);
          double[] bh = BenjaminiHochberg.adjust(raw);
          assertThat(Holm.adjust(moved))
              .containsExactly(order.stream().mapToDouble(i -> holm[i]).toArray());
          assertThat(BenjaminiHochberg.adjust(moved))
              .containsExactly(order.stream().mapToDouble(i -> bh[i]).toArray());
        });
  }

  @Test
  void ranksAreIntervalsWithALeader() {
    List<Integer> widths = new ArrayList<>();
    forEachSeed(
        seed -> {
          List<Competitor> competitors = competitors(seed, 1);
          Ranking ranking = Ranking.of(competitors, true);
          assertThat(ranking.leaders()).isNotEmpty().contains(ranking.entries().get(0).name());
          assertThat(ranking.entries()).hasSameSizeAs(competitors);
          for (int i = 0; i < competitors.size(); i++) {
            Entry entry = ranking.entries().get(i);
            widths.add(entry.worst() - entry.best());
            assertThat(i + 1).isBetween(entry.best(), entry.worst());
            assertThat(entry.best()).isGreaterThanOrEqualTo(1);
            assertThat(entry.worst()).isLessThanOrEqualTo(competitors.size());
          }
        });
    assertThat(widths).contains(0, 1, 2);
  }

  @Test
  void theOrderOfCompetitorsDoesNotMatterAndTheDirectionTurnsTheRanking() {
    forEachSeed(
        seed -> {
          List<Competitor> competitors = competitors(seed, 1);
          List<Competitor> shuffled = new ArrayList<>(competitors);
          Collections.shuffle(shuffled, random(seed));
          Ranking ranking = Ranking.of(competitors, true);
          assertThat(Ranking.of(shuffled, true)).isEqualTo(ranking);

          int size = competitors.size();
          List<Entry> turned = new ArrayList<>(Ranking.of(competitors, false).entries());
          Collections.reverse(turned);
          assertThat(turned)
              .extracting(e -> new Entry(e.name(), size + 1 - e.worst(), size + 1 - e.best()))
              .isEqualTo(ranking.entries());
        });
  }

  private static void forEachSeed(LongConsumer property) {
    LongStream.rangeClosed(1, 200).forEach(property);
  }

  /** Neighbouring seeds of {@link Random} start alike: the multiplication keeps them apart. */
  private static Random random(long seed) {
    return new Random(seed * 0x9E3779B97F4A7C15L);
  }

  /** Some five to nine forks of six iterations; the seed moves their level by up to 100 %. */
  private static List<Values> run(long seed) {
    double level = 1 + random(seed).nextDouble();
    return LogNormalForks.of(5 + (int) (seed % 5), 6)
        .withTotalCv(0.1)
        .withForkShare(0.5)
        .times(level)
        .draw(new Well19937c(seed));
  }

  private static List<Competitor> competitors(long seed, double factor) {
    return IntStream.range(0, 6)
        .mapToObj(
            i ->
                new Competitor(
                    "s" + i,
                    LogSample.of(LogNormalForks.forkMeans(times(run(seed * 31 + i), factor)))))
        .toList();
  }

  private static double[] pValues(long seed) {
    Random random = random(seed);
    double[] pValues = new double[1 + random.nextInt(20)];
    // Cubes crowd near 0, where corrections act; every fifth is a tie.
    Arrays.setAll(pValues, i -> i % 5 == 4 ? pValues[i - 1] : Math.pow(random.nextDouble(), 3));
    pValues[0] = random.nextInt(3) == 0 ? 0 : pValues[0];
    return pValues;
  }

  private static <T> List<T> permuted(List<T> list, long seed) {
    List<T> copy = new ArrayList<>(list);
    Collections.shuffle(copy, random(seed));
    return copy;
  }

  private static List<Values> times(List<Values> run, double factor) {
    return run.stream()
        .map(fork -> Values.of(fork.stream().map(value -> value * factor).toArray()))
        .toList();
  }

  private static Estimate estimate(List<Values> run) {
    return Estimate.of(LogNormalForks.forkMeans(run));
  }

  private static Ratio welch(List<Values> first, List<Values> second) {
    return Ratio.welch(
        LogSample.of(LogNormalForks.forkMeans(first)),
        LogSample.of(LogNormalForks.forkMeans(second)));
  }

  /** Of as many forks as the shorter side has. */
  private static Ratio paired(List<Values> first, List<Values> second) {
    int pairs = Math.min(first.size(), second.size());
    return Ratio.paired(
        LogNormalForks.forkMeans(first.subList(0, pairs)),
        LogNormalForks.forkMeans(second.subList(0, pairs)));
  }

  private static List<Double> outlyingMeans(List<Values> run) {
    Values means = LogNormalForks.forkMeans(run);
    return Outliers.amongForks(means).stream().map(means::get).sorted().toList();
  }

  private static void assertClose(double actual, double expected) {
    assertThat(actual).isCloseTo(expected, withinPercentage(100 * ROUNDING));
  }

  private static void assertSame(Estimate actual, Estimate expected) {
    assertThat(actual.forks()).isEqualTo(expected.forks());
    assertClose(actual.center(), expected.center());
    assertSame(actual.interval().orElseThrow(), expected.interval().orElseThrow());
  }

  private static void assertSame(Interval actual, Interval expected) {
    assertClose(actual.low(), expected.low());
    assertClose(actual.high(), expected.high());
  }

  private static void assertSame(Ratio actual, Ratio expected) {
    assertClose(actual.value(), expected.value());
    assertSame(actual.interval(), expected.interval());
    assertClose(actual.degreesOfFreedom(), expected.degreesOfFreedom());
    assertThat(actual.pValue()).isEqualTo(expected.pValue(), within(ROUNDING));
  }

  private static void assertInverse(Ratio there, Ratio back) {
    assertClose(back.value(), 1 / there.value());
    assertClose(back.interval().low(), 1 / there.interval().high());
    assertClose(back.interval().high(), 1 / there.interval().low());
    assertClose(back.degreesOfFreedom(), there.degreesOfFreedom());
    assertThat(back.pValue()).isEqualTo(there.pValue(), within(1e-14));
  }
}
