package org.counterpoint.analysis.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.counterpoint.analysis.model.Cell;
import org.counterpoint.analysis.model.Failure;
import org.counterpoint.analysis.model.Fork;
import org.counterpoint.analysis.model.Measurement;
import org.counterpoint.analysis.model.Metric;
import org.counterpoint.analysis.model.Mode;
import org.counterpoint.analysis.model.Plan;
import org.counterpoint.analysis.model.PlannedCell;
import org.counterpoint.analysis.model.Run;
import org.counterpoint.analysis.model.Unit;
import org.counterpoint.analysis.model.Values;
import org.counterpoint.analysis.stats.RunDecisions;
import org.junit.jupiter.api.Test;

/** A run of ours whose threads have roles. */
class RoleReportTest {

  private static final int FORKS = 6;

  private final List<Measurement> measurements = new ArrayList<>();
  private final List<Failure> failures = new ArrayList<>();
  private int planned = FORKS;

  private static Cell cell(String strategy, String writers, int threads) {
    return new Cell(
        "org.example.bench.Roles.roles",
        Runs.params("strategy", strategy, "writers", writers),
        Mode.THROUGHPUT,
        threads);
  }

  private void measured(String strategy, String writers, int threads, double write, double read) {
    SortedMap<String, Metric> roles = new TreeMap<>();
    roles.put("increment", metric("increment", write));
    roles.put("read", metric("read", read));
    measurements.add(
        new Measurement(
            cell(strategy, writers, threads),
            Runs.JDK_17,
            Runs.own().make().measurements().get(0).protocol(),
            metric(Metric.PRIMARY, write + read),
            roles,
            new TreeSet<>(roles.keySet())));
  }

  private static Metric metric(String name, double center) {
    Random random = new Random(Double.hashCode(center));
    List<Fork> forks = new ArrayList<>();
    for (int block = 0; block < FORKS; block++) {
      double value = center * (1 + 0.01 * random.nextGaussian());
      forks.add(new Fork(block, Values.of(value), Optional.empty()));
    }
    return new Metric(name, Unit.of("ops/us"), forks);
  }

  private void everywhere() {
    for (String writers : List.of("1", "all but 1")) {
      for (int threads : new int[] {2, 4}) {
        measured("MUTEX", writers, threads, 20, 300);
        measured("LONG_ADDER", writers, threads, 90, 40);
      }
    }
  }

  private Run run() {
    Runs.OwnRun own = Runs.own().forks(FORKS);
    Plan plan =
        (planned > FORKS ? own.planned(planned) : own)
            .make()
            .plan()
            .orElseThrow()
            .withCells(
                measurements.stream().map(one -> new PlannedCell(one.cell(), planned)).toList());
    return new Run(
        "run-1",
        Optional.of(plan),
        Optional.of(Runs.MACHINE),
        List.of(Runs.JDK_17),
        measurements,
        failures,
        List.of(),
        List.of());
  }

  @Test
  void whoLetsTheWriterWriteAndWhoLetsTheReadersRead() {
    everywhere();
    Summary summary = Summary.of(run());
    assertThat(summary.contests())
        .extracting(contest -> contest.setting().title(), contest -> contest.setting().threads())
        .containsExactly(
            tuple("Roles.roles, role increment, writers=1", 2),
            tuple("Roles.roles, role increment, writers=1", 4),
            tuple("Roles.roles, role read, writers=1", 2),
            tuple("Roles.roles, role read, writers=1", 4),
            tuple("Roles.roles, role increment, writers=all but 1", 2),
            tuple("Roles.roles, role increment, writers=all but 1", 4),
            tuple("Roles.roles, role read, writers=all but 1", 2),
            tuple("Roles.roles, role read, writers=all but 1", 4));
    assertThat(summary.contests())
        .allSatisfy(
            contest ->
                assertThat(contest.leaders())
                    .extracting(Contender::id)
                    .containsExactly(
                        contest.setting().role().equals("read") ? "MUTEX" : "LONG_ADDER"));
  }

  @Test
  void eachRoleHasItsChartAlongTheThreadsAndItsMap() throws IOException {
    everywhere();
    List<Chart> charts = Charts.of(Exhibits.of(Summary.of(run()), new Slugs())).charts();
    assertThat(charts)
        .extracting(Chart::title)
        .containsExactly(
            "Increment: LongAdder wins in 4 of 4 fields",
            "Read: Mutex wins in 4 of 4 fields",
            "LongAdder is fastest in role increment at 2 and 4 threads",
            "Mutex is fastest in role read at 2 and 4 threads",
            "LongAdder is fastest in role increment at 2 and 4 threads",
            "Mutex is fastest in role read at 2 and 4 threads");
    String page =
        new String(
            Report.files(List.of(run())).getOrDefault("report.md", new byte[0]),
            StandardCharsets.UTF_8);
    assertThat(page)
        .contains("Throughput of increment, ops/us (more is better)")
        .contains("Throughput of read, ops/us (more is better)");
  }

  @Test
  void whatFailedStandsInTheTableOfEachRole() {
    everywhere();
    failures.add(new Failure(cell("ATOMIC_INTEGER", "1", 2), "17", 0, "crash", "it crashed"));
    Summary summary = Summary.of(run());
    assertThat(summary.contests())
        .filteredOn(
            contest -> contest.entries().stream().anyMatch(e -> e.status() == Entry.Status.FAILED))
        .extracting(contest -> contest.setting().role(), contest -> contest.setting().threads())
        .containsExactly(tuple("increment", 2), tuple("read", 2));
  }

  @Test
  void aCellThatStoppedEarlyIsCountedOnceAndNotOnceARole() {
    everywhere();
    planned = 20;
    Run run = run();
    assertThat(Shortfall.of(run, RunDecisions.atTheEnd(run)).orElseThrow().spared())
        .contains("8 of 8 cells stopped early, since all of their questions were decided.");
  }
}
