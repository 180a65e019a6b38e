package org.counterpoint.analysis.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.apache.commons.math3.distribution.TDistribution;
import org.apache.commons.math3.stat.StatUtils;
import org.apache.commons.math3.stat.inference.TTest;
import org.counterpoint.analysis.model.Cell;
import org.counterpoint.analysis.model.Jdk;
import org.counterpoint.analysis.model.Measurement;
import org.counterpoint.analysis.model.Metric;
import org.counterpoint.analysis.model.Run;
import org.counterpoint.analysis.stats.Verdict;
import org.junit.jupiter.api.Test;

/**
 * Of runs of many shapes, all that a finding may rest on is computed once more from the forks: by
 * another implementation of the test, and with the correction as its authors wrote it down.
 */
class FindingProofsTest {

  private static final double LEVEL = 0.05;
  private static final double MARGIN = 0.05;
  private static final double ROUNDING = 1e-9;
  private static final String JAIN = "fairness.jain";
  private static final List<Integer> THREADS = List.of(1, 2, 4);

  private final Random random = new Random(20261126);

  @Test
  void everyClaimFollowsFromTheForks() {
    Map<String, Integer> claims = new TreeMap<>();
    for (int made = 0; made < 20; made++) {
      for (Run run : List.of(alongReads(), alongLayouts(), ladder())) {
        Summary summary = Summary.of(run);
        List<Compared> all = Comparisons.of(summary);
        double[] p = new double[all.size()];
        for (int i = 0; i < p.length; i++) {
          p[i] = pValue(run, all.get(i));
          assertThat(all.get(i).pValue()).as("%s", all.get(i)).isEqualTo(p[i], within(ROUNDING));
        }
        Arrays.sort(p);
        for (Finding finding : Exhibits.of(summary, new Slugs()).findings().findings()) {
          for (Proof proof : finding.proofs()) {
            Compared compared = ((Proven) proof).compared();
            assertThat(isRejected(pValue(run, compared), p)).as(finding.text()).isTrue();
            holds(run, compared);
            assertThat(finding.text()).contains(named(compared));
            claims.merge(compared.getClass().getSimpleName(), 1, Integer::sum);
          }
        }
      }
    }
    assertThat(claims).containsOnlyKeys("Change", "Lead", "Step", "Twin", "Unfair");
    assertThat(claims).allSatisfy((kind, count) -> assertThat(count).as(kind).isGreaterThan(10));
  }

  /** On two JDKs, of which one has changed something in every other run. */
  private Run alongReads() {
    boolean isChanged = random.nextBoolean();
    List<String> reads = List.of("0", "50", "90");
    double[] levels = levels(2 * 27);
    return found()
        .level(
            (who, value, threads, jdk) ->
                levels[
                    index(who, reads.indexOf(value), threads)
                        + (isChanged && jdk.equals(Runs.JDK_25) ? 27 : 0)])
        .make();
  }

  /** With a param that has two values, and shares of threads that are unequal. */
  private Run alongLayouts() {
    List<String> layouts = List.of("PADDED", "PACKED");
    double[] levels = levels(27);
    return found()
        .jdks(Runs.JDK_17)
        .along("layout", "PADDED", "PACKED")
        .level((who, value, threads, jdk) -> levels[index(who, layouts.indexOf(value), threads)])
        .jain(
            (who, value, threads, jdk) ->
                levels[26 - index(who, layouts.indexOf(value), threads)] / 20)
        .make();
  }

  /** As noisy as it comes, and not all alike; as many forks as make one look. */
  private FoundRun found() {
    double[] noise = random.doubles(FoundRun.STRATEGIES.size(), 0.01, 0.12).toArray();
    return new FoundRun(random.nextLong(), 0)
        .forks(5 + random.nextInt(3))
        .noise((who, value, threads, jdk) -> noise[FoundRun.STRATEGIES.indexOf(who)]);
  }

  /** Of four values, so that some are the same. */
  private double[] levels(int size) {
    return random.doubles(size).map(x -> 10 + 2 * Math.floor(4 * x)).toArray();
  }

  private static int index(String who, int value, int threads) {
    return FoundRun.STRATEGIES.indexOf(who) + 3 * (value + 3 * THREADS.indexOf(threads));
  }

  private Run ladder() {
    double[] rates = levels(4);
    return new Runs.OwnRun()
        .forks(5 + random.nextInt(3))
        .noise(0.01 + 0.05 * random.nextDouble())
        .threads(1)
        .strategies("MUTEX")
        .withoutControls()
        .step("PLAIN", "plain field", rates[0])
        .step("CELL", "RefCell", rates[1])
        .step("LOCK", "lock", rates[2])
        .step("CHECK", "poison check", rates[3])
        .make();
  }

  private static double pValue(Run run, Compared compared) {
    TTest test = new TTest();
    if (compared instanceof Compared.Change change) {
      return beyondTheMargin(differences(run, change));
    }
    double largest = 0;
    double[] first = first(run, compared);
    for (double[] other : others(run, compared)) {
      largest = Math.max(largest, test.tTest(first, other));
    }
    return largest;
  }

  /** The direction, and the number that the sentence prints. */
  private static void holds(Run run, Compared compared) {
    double printed = Math.log(compared.ratio().value());
    if (compared instanceof Compared.Change change) {
      double mean = StatUtils.mean(differences(run, change));
      assertThat(printed).isEqualTo(mean, within(ROUNDING));
      assertThat(change.cell().verdict()).isEqualTo(mean > 0 ? Verdict.FASTER : Verdict.SLOWER);
      assertThat(Math.abs(mean)).isGreaterThan(Math.log1p(MARGIN));
      return;
    }
    double first = StatUtils.mean(first(run, compared));
    double sign = compared instanceof Compared.Unfair ? -1 : 1;
    double nearest =
        others(run, compared).stream()
            .mapToDouble(other -> sign * (first - StatUtils.mean(other)))
            .min()
            .orElseThrow();
    assertThat(printed).as("%s", compared).isEqualTo(nearest, within(ROUNDING));
    if (!(compared instanceof Compared.Step)) {
      assertThat(nearest).as("%s", compared).isPositive();
    }
  }

  private static double[] first(Run run, Compared compared) {
    if (compared instanceof Compared.Step step) {
      // What costs more does fewer operations: its price is that of the one before, times so many.
      return logs(run, step.list().contest().setting(), step.before(), Metric.PRIMARY);
    }
    if (compared instanceof Compared.Twin twin) {
      return logs(run, twin.better().setting(), twin.contender(), Metric.PRIMARY);
    }
    return logs(run, contest(compared).setting(), who(compared), metric(compared));
  }

  private static List<double[]> others(Run run, Compared compared) {
    if (compared instanceof Compared.Step step) {
      Setting setting = step.list().contest().setting();
      return List.of(logs(run, setting, step.price().contender(), Metric.PRIMARY));
    }
    if (compared instanceof Compared.Twin twin) {
      return List.of(logs(run, twin.worse().setting(), twin.contender(), Metric.PRIMARY));
    }
    Contest contest = contest(compared);
    return contest.measured().stream()
        .map(Entry::contender)
        .filter(contender -> !contender.equals(who(compared)))
        .map(contender -> logs(run, contest.setting(), contender, metric(compared)))
        .toList();
  }

  /** Of whom a sentence says it. */
  private static String named(Compared compared) {
    if (compared instanceof Compared.Twin twin) {
      return twin.contender().label();
    }
    if (compared instanceof Compared.Step step) {
      return step.price().contender().label();
    }
    if (compared instanceof Compared.Change change) {
      // Of many changed cells a sentence names the largest alone.
      return change.changes().subject();
    }
    return who(compared).label();
  }

  private static Contender who(Compared compared) {
    return compared instanceof Compared.Lead lead
        ? lead.first()
        : ((Compared.Unfair) compared).least();
  }

  private static Contest contest(Compared compared) {
    return compared instanceof Compared.Lead lead
        ? lead.contest()
        : ((Compared.Unfair) compared).contest();
  }

  private static String metric(Compared compared) {
    return compared instanceof Compared.Unfair ? JAIN : Metric.PRIMARY;
  }

  private static double[] differences(Run run, Compared.Change change) {
    Contender contender = change.cell().contender();
    Setting base = change.cell().setting();
    Jdk jdk = change.changes().jdks().get(1);
    Setting candidate =
        new Setting(base.workload(), base.params(), base.mode(), jdk, base.threads(), base.role());
    double[] differences = logs(run, candidate, contender, Metric.PRIMARY);
    double[] before = logs(run, base, contender, Metric.PRIMARY);
    Arrays.setAll(differences, i -> differences[i] - before[i]);
    return differences;
  }

  /** Of pairs of forks, at one look: that they differ by no more than the margin. */
  private static double beyondTheMargin(double... differences) {
    int n = differences.length;
    double error = Math.sqrt(StatUtils.variance(differences) / n);
    double beyond = Math.abs(StatUtils.mean(differences)) - Math.log1p(MARGIN);
    double tail = 1 - new TDistribution(n - 1).cumulativeProbability(beyond / error);
    return Math.min(1, 2 * tail);
  }

  /** The largest k of which the k-th p-value is at most k/m of 5 %, and all before it. */
  private static boolean isRejected(double pValue, double... ascending) {
    for (int k = ascending.length; k >= 1; k--) {
      if (ascending[k - 1] <= LEVEL * k / ascending.length) {
        return pValue <= ascending[k - 1];
      }
    }
    return false;
  }

  private static double[] logs(Run run, Setting setting, Contender contender, String metric) {
    List<Measurement> found =
        run.measurements().stream()
            .filter(measurement -> measurement.jdk().equals(setting.jdk()))
            .filter(measurement -> isOf(measurement.cell(), setting, contender))
            .toList();
    assertThat(found).hasSize(1);
    Measurement measurement = found.get(0);
    Metric meant =
        metric.equals(Metric.PRIMARY)
            ? measurement.primary()
            : measurement.secondary().getOrDefault(metric, measurement.primary());
    assertThat(meant.name()).isEqualTo(metric);
    return meant.forks().stream().mapToDouble(fork -> Math.log(fork.mean())).toArray();
  }

  private static boolean isOf(Cell cell, Setting setting, Contender contender) {
    String competing = cell.strategy().isPresent() ? Cell.STRATEGY : "guarantee";
    return cell.benchmark().equals(setting.workload())
        && cell.threads() == setting.threads()
        && contender.id().equals(cell.params().get(competing))
        && cell.without(competing).params().equals(setting.params());
  }
}
