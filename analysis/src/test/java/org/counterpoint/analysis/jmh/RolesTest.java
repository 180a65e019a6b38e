package org.counterpoint.analysis.jmh;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.counterpoint.analysis.model.Measurement;
import org.counterpoint.analysis.model.Metric;
import org.counterpoint.analysis.model.Run;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What JMH wrote of a {@code @Group}, and what only looks like it. */
class RolesTest {

  private static final List<String> NAMES = List.of("offer", "poll", "peek", "clear");
  private static final double[][] OFFER = {{1.25, 1.5}, {2.25, 2.5}};
  private static final double[][] POLL = {{10.125, 11.5}, {12.25, 13.75}};

  private final Path folder;

  RolesTest(@TempDir Path folder) {
    this.folder = folder;
  }

  private Run read(String file) throws UnreadableInput {
    return Runs.read(Samples.write(folder, "jmh.json", file));
  }

  private static Map<String, double[][]> pair(double[][] offer, double[][] poll) {
    Map<String, double[][]> roles = new LinkedHashMap<>();
    roles.put("poll", poll);
    roles.put("offer", offer);
    return roles;
  }

  private static List<String> roles(Run run) {
    return run.measurements().stream().map(one -> one.cell().role()).toList();
  }

  @Test
  void anEntryIsOneMeasurementARoleAndTheSumIsKept() throws UnreadableInput {
    GroupEntry entry = GroupEntry.rates(pair(OFFER, POLL));
    Run run =
        read(
            entry
                .with(Map.of("gc.alloc.rate.norm", GroupEntry.metric(new double[][] {{8}}, "B/op")))
                .file());
    assertThat(run.warnings()).isEmpty();
    assertThat(run.measurements())
        .extracting(one -> one.cell().toString())
        .containsExactly(
            "Queue.queue thrpt, 2 threads, role offer", "Queue.queue thrpt, 2 threads, role poll");
    Measurement offer = run.measurements().get(0);
    assertThat(offer.primary().name()).isEqualTo(Metric.PRIMARY);
    assertThat(offer.primary().forks().get(1).iterations().toArray()).containsExactly(2.25, 2.5);
    // What was allocated is of both together.
    assertThat(offer.secondary()).isEmpty();
    assertThat(run.groups()).hasSize(1);
    Measurement sum = run.groups().get(0);
    assertThat(sum.cell().role()).isEmpty();
    assertThat(sum.roles()).containsExactly("offer", "poll");
    assertThat(sum.secondary()).containsOnlyKeys("offer", "poll", "gc.alloc.rate.norm");
    assertThat(sum.primary().forks().get(1).iterations().toArray()).containsExactly(14.5, 16.25);
  }

  @Test
  void groupsOfAnySizeAndModeAreFoundInWhateverOrderTheMetricsStand() throws UnreadableInput {
    for (int seed = 0; seed < 200; seed++) {
      Random random = new Random(seed);
      List<String> names = new ArrayList<>(NAMES.subList(0, 2 + random.nextInt(3)));
      int forks = 1 + random.nextInt(4);
      int iterations = 1 + random.nextInt(4);
      Map<String, double[][]> roles = new LinkedHashMap<>();
      names.forEach(name -> roles.put(name, rates(random, forks, iterations)));
      List<Integer> threads = names.stream().map(name -> 1 + random.nextInt(5)).toList();
      GroupEntry entry =
          new GroupEntry(random.nextBoolean() ? "thrpt" : "avgt", roles, threads, Map.of());
      // The same score, the same metrics, another order.
      Run run = read(entry.file());
      Collections.shuffle(names, random);
      String shuffled = entry.file();
      int start = shuffled.indexOf("\"secondaryMetrics\"");
      List<String> lines =
          new ArrayList<>(shuffled.substring(start).lines().skip(1).limit(names.size()).toList());
      Collections.shuffle(lines, random);
      String other =
          shuffled.substring(0, start)
              + "\"secondaryMetrics\": {\n"
              + String.join(",\n", lines.stream().map(line -> line.replaceAll(",$", "")).toList())
              + "\n}}]\n";

      assertThat(roles(run)).as("seed %d", seed).containsExactlyElementsOf(sorted(names));
      for (Measurement one : run.measurements()) {
        double[][] written = requireNonNull(roles.get(one.cell().role()));
        for (int fork = 0; fork < forks; fork++) {
          assertThat(one.primary().forks().get(fork).iterations().toArray())
              .containsExactly(written[fork]);
        }
      }
      assertThat(read(other)).isEqualTo(run);
    }
  }

  private static List<String> sorted(List<String> names) {
    return names.stream().sorted().toList();
  }

  private static double[][] rates(Random random, int forks, int iterations) {
    double[][] rates = new double[forks][iterations];
    for (double[] fork : rates) {
      Arrays.setAll(fork, i -> Math.exp(3 * random.nextGaussian()));
    }
    return rates;
  }

  /** Each operation is a hit or a miss; a few of them were while JMH was not measuring. */
  @Test
  void countersThatCoverAllOperationsAreNoRoles() throws UnreadableInput {
    for (int seed = 0; seed < 100; seed++) {
      Random random = new Random(seed);
      double[][] hits = {random.doubles(5, 1, 2).toArray(), random.doubles(5, 1, 2).toArray()};
      double[][] misses = {random.doubles(5, 1, 2).toArray(), random.doubles(5, 1, 2).toArray()};
      GroupEntry measured = GroupEntry.rates(pair(hits, misses));
      String rates = measured.file();
      int fork = random.nextInt(2);
      int iteration = random.nextInt(5);
      hits[fork][iteration] *= 1 + 1e-8;
      String counters = GroupEntry.rates(pair(hits, misses)).file();
      String file =
          rates.substring(0, rates.indexOf("\"secondaryMetrics\""))
              + counters.substring(counters.indexOf("\"secondaryMetrics\""));
      Run run = read(file);
      assertThat(roles(run)).as("seed %d", seed).containsExactly("");
      assertThat(run.measurements().get(0).secondary()).containsOnlyKeys("offer", "poll");
      assertThat(run.groups()).isEmpty();
    }
  }

  @Test
  void countersAtOneThreadAreNoRolesHoweverWellTheyAddUp() throws UnreadableInput {
    String file = GroupEntry.rates(pair(OFFER, POLL)).file();
    String alone = file.replace("\"threads\": 2", "\"threads\": 1");
    assertThat(roles(read(alone))).containsExactly("");
    // Nor are they held to what roles have to have.
    assertThat(roles(read(alone.replace("[[1.25, 1.5], ", "[")))).containsExactly("");
  }

  /** As in benchmarks of queues, whose groups count what failed. */
  @Test
  void countersBesideRolesAreNone() throws UnreadableInput {
    Map<String, String> counters =
        Map.of(
            "offersMade",
                GroupEntry.metric(new double[][] {{1.2501, 1.5002}, {2.26, 2.51}}, "ops/us"),
            "offersFailed", GroupEntry.metric(new double[2][2], "ops/us"),
            "pollsMade", GroupEntry.metric(new double[][] {{10.2, 11.6}, {12.3, 13.8}}, "ops/us"));
    Run run = read(GroupEntry.rates(pair(OFFER, POLL)).with(counters).file());
    assertThat(roles(run)).containsExactly("offer", "poll");
    assertThat(run.groups().get(0).secondary()).containsKeys("offersMade", "offersFailed");
  }

  @Test
  void metricsOfOtherUnitsOrWithTheNamesOfProfilersAreNoRoles() throws UnreadableInput {
    String file = GroupEntry.rates(pair(OFFER, POLL)).file();
    assertThat(roles(read(file.replace("\"offer\"", "\"queue.offer\"")))).containsExactly("");
    int last = file.lastIndexOf("ops/us");
    String other = file.substring(0, last) + "ops/ms" + file.substring(last + 6);
    assertThat(roles(read(other))).containsExactly("");
  }

  @Test
  void timesThatAreTheScoreItselfAreNoRoles() throws UnreadableInput {
    GroupEntry same = new GroupEntry("avgt", pair(OFFER, OFFER), List.of(2, 1), Map.of());
    assertThat(roles(read(same.file()))).containsExactly("");
  }

  @Test
  void whereSeveralSetsWouldDoNoneIsTakenAndAWarningSaysSo() throws UnreadableInput {
    Map<String, String> twin = Map.of("made", GroupEntry.metric(OFFER, "ops/us"));
    Run run = read(GroupEntry.rates(pair(OFFER, POLL)).with(twin).file());
    assertThat(roles(run)).containsExactly("");
    assertThat(run.warnings())
        .containsExactly(
            "Queue.queue thrpt, 2 threads: several sets of secondary metrics could be its roles, so"
                + " it is taken as one whole");
  }

  @Test
  void aRoleThatFailedIsRefusedWithItsPlace() {
    assertRefused(
        GroupEntry.rates(pair(OFFER, POLL)).file().replace("[2.25, 2.5]", "[2.25, \"NaN\"]"),
        "6:82: the role \"offer\" of Queue.queue thrpt, 2 threads failed: a value in"
            + " secondaryMetrics.offer.rawData is \"NaN\", not a finite number: re-run this"
            + " benchmark");
  }

  @Test
  void aRoleThatLacksAForkIsRefusedWithItsPlace() {
    assertRefused(
        GroupEntry.rates(pair(OFFER, POLL)).file().replace("[[1.25, 1.5], ", "["),
        "6:61: raw data of 1 fork in \"offer\" of Queue.queue thrpt, 2 threads, its score has 2:"
            + " re-run this benchmark");
  }

  @Test
  void aRoleThatLacksAnIterationIsRefusedWithItsPlace() {
    assertRefused(
        GroupEntry.rates(pair(OFFER, POLL)).file().replace("[2.25, 2.5]", "[2.25]"),
        "6:61: the role \"offer\" of Queue.queue thrpt, 2 threads has 1 iteration in a fork of 2:"
            + " re-run this benchmark");
  }

  private void assertRefused(String file, String message) {
    Path path = Samples.write(folder, "jmh.json", file);
    UnreadableInput refused = catchThrowableOfType(UnreadableInput.class, () -> Runs.read(path));
    assertThat(refused).hasMessage(path + ":" + message);
  }
}
