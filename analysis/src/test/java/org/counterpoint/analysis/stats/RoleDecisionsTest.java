package org.counterpoint.analysis.stats;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.IntToDoubleFunction;
import org.counterpoint.analysis.model.Cell;
import org.counterpoint.analysis.model.Failure;
import org.counterpoint.analysis.model.Fork;
import org.counterpoint.analysis.model.Iterations;
import org.counterpoint.analysis.model.Jdk;
import org.counterpoint.analysis.model.Measurement;
import org.counterpoint.analysis.model.Metric;
import org.counterpoint.analysis.model.Mode;
import org.counterpoint.analysis.model.Plan;
import org.counterpoint.analysis.model.PlannedCell;
import org.counterpoint.analysis.model.Protocol;
import org.counterpoint.analysis.model.Run;
import org.counterpoint.analysis.model.Unit;
import org.counterpoint.analysis.model.Values;
import org.junit.jupiter.api.Test;

/** What is asked and decided where threads have roles: of each role, and nothing of their sum. */
class RoleDecisionsTest {

  private static final int BLOCKS = 20;
  private static final Jdk JDK = new Jdk("17", "17", "VM", "17");
  private static final Cell MUTEX = cell("MUTEX");
  private static final Cell ADDER = cell("LONG_ADDER");

  private final List<Measurement> measurements = new ArrayList<>();
  private final List<Failure> failures = new ArrayList<>();
  private double precision;

  private static Cell cell(String strategy) {
    return new Cell(
        "a.Roles.roles", new TreeMap<>(Map.of(Cell.STRATEGY, strategy)), Mode.THROUGHPUT, 4);
  }

  private static Arm arm(Cell cell) {
    return new Arm(cell, "17");
  }

  /** Of the first blocks, as JMH writes it. */
  private void measured(
      Cell cell, int blocks, IntToDoubleFunction increment, IntToDoubleFunction read) {
    SortedMap<String, Metric> roles = new TreeMap<>();
    roles.put("increment", metric("increment", blocks, increment));
    roles.put("read", metric("read", blocks, read));
    measurements.add(
        new Measurement(
            cell,
            JDK,
            new Protocol(1, 1, "100 ms", 1, "100 ms", List.of()),
            metric(
                Metric.PRIMARY,
                blocks,
                block -> increment.applyAsDouble(block) + read.applyAsDouble(block)),
            roles,
            new TreeSet<>(roles.keySet())));
  }

  private static Metric metric(String name, int blocks, IntToDoubleFunction value) {
    List<Fork> forks = new ArrayList<>();
    for (int block = 0; block < blocks; block++) {
      forks.add(new Fork(block, Values.of(value.applyAsDouble(block)), Optional.empty()));
    }
    return new Metric(name, Unit.of("ops/us"), forks);
  }

  /** Within some hundredths of it. */
  private static IntToDoubleFunction about(double center) {
    return block -> center * (1 + 0.01 * gaussian(block, Double.hashCode(center)));
  }

  /** Anywhere around it, and elsewhere in each block. */
  private static IntToDoubleFunction loud(double center, int seed) {
    return block -> center * Math.exp(gaussian(block, seed));
  }

  private static double gaussian(int block, int seed) {
    return new Random(31_337_001L * block + 7_777_777L * seed).nextGaussian();
  }

  private Run run() {
    return new Run(
        "run",
        Optional.of(
            new Plan(
                "full",
                true,
                1,
                BLOCKS,
                List.of(),
                List.of(),
                List.of(),
                List.of(new PlannedCell(MUTEX, BLOCKS), new PlannedCell(ADDER, BLOCKS)),
                List.of(),
                new Iterations(1, 100, 1, 100),
                0.05,
                true,
                0,
                precision,
                0,
                0,
                "mvn verify -Pbench")),
        Optional.empty(),
        List.of(JDK),
        measurements,
        failures,
        List.of(),
        List.of());
  }

  private static List<String> leaders(Run run) {
    List<String> leaders = new ArrayList<>();
    for (Decision decision : RunDecisions.atTheEnd(run).all()) {
      ((Decision.OfRanking) decision)
          .ranking().entries().stream()
              .filter(entry -> entry.worst() == 1)
              .forEach(entry -> leaders.add(entry.name()));
    }
    return leaders;
  }

  @Test
  void eachRoleIsRankedForItself() {
    measured(MUTEX, 5, about(10), about(100));
    measured(ADDER, 5, about(40), about(20));
    assertThat(leaders(run()))
        .containsExactly(
            "Roles.roles[strategy=LONG_ADDER] thrpt, 4 threads, role increment",
            "Roles.roles[strategy=MUTEX] thrpt, 4 threads, role read");
    assertThat(RunDecisions.questions(run()).all())
        .flatExtracting(Question::arms)
        .containsExactlyInAnyOrder(
            arm(MUTEX.in("increment")),
            arm(ADDER.in("increment")),
            arm(MUTEX.in("read")),
            arm(ADDER.in("read")));
  }

  /** The sum, made by the readers, would have decided it. */
  @Test
  void whatIsForkedIsDoneWhenAllOfItsRolesAreDecided() {
    measured(MUTEX, 5, loud(10, 1), about(100_000));
    measured(ADDER, 5, loud(10, 3), about(20_000));
    assertThat(RunDecisions.doneBefore(run(), 5)).isEmpty();

    measurements.clear();
    measured(MUTEX, 5, about(10), about(100_000));
    measured(ADDER, 5, about(40), about(20_000));
    assertThat(RunDecisions.doneBefore(run(), 5)).containsExactlyInAnyOrder(arm(MUTEX), arm(ADDER));
  }

  @Test
  void oneWhoseRolesCancelOutInTheSumIsDoneAllTheSame() {
    measured(MUTEX, 5, about(10), about(40));
    measured(ADDER, 5, about(40), about(10));
    assertThat(RunDecisions.doneBefore(run(), 5)).containsExactlyInAnyOrder(arm(MUTEX), arm(ADDER));
  }

  @Test
  void theIntervalOfEachRoleIsToBeAsNarrowAsTheSuiteAsks() {
    precision = 0.1;
    measured(MUTEX, 5, loud(1000, 1), about(100));
    measured(ADDER, 5, about(0.1), about(20));
    assertThat(RunDecisions.doneBefore(run(), 5)).containsExactly(arm(ADDER));
    assertThat(RunDecisions.precise(run()))
        .containsExactlyInAnyOrder(
            arm(MUTEX.in("read")), arm(ADDER.in("read")), arm(ADDER.in("increment")));
  }

  @Test
  void whoeverLostAnUpdateIsAskedForInNoRole() {
    measured(MUTEX, 5, about(10), about(100));
    measured(ADDER, 5, about(40), about(20));
    failures.add(new Failure(ADDER, "17", 1, Failure.LOST_UPDATE, "it lost 3"));
    assertThat(RunDecisions.questions(run()).all()).isEmpty();
  }

  @Test
  void aPlannedCellIsWhatWasMeasuredOfIt() {
    measured(MUTEX, 5, about(10), about(100));
    RoleCells cells = RoleCells.in(run());
    assertThat(cells.of(MUTEX)).containsExactly(MUTEX.in("increment"), MUTEX.in("read"));
    assertThat(cells.of(ADDER)).containsExactly(ADDER);
    assertThat(run().plan().orElseThrow().forksOf(MUTEX.in("read"))).isEqualTo(BLOCKS);
  }

  @Test
  void aDecisionOfAnEarlierBlockIsThatOfThatTime() {
    measured(MUTEX, 12, about(10), loud(90, 1));
    measured(ADDER, 12, about(40), loud(80, 2));
    Run whole = run();
    for (int block : Arrays.asList(5, 7, 10)) {
      measurements.clear();
      measured(MUTEX, block, about(10), loud(90, 1));
      measured(ADDER, block, about(40), loud(80, 2));
      assertThat(RunDecisions.soFar(whole, block)).isEqualTo(RunDecisions.soFar(run()));
      Set<Arm> done = RunDecisions.doneBefore(whole, block);
      assertThat(done).isEqualTo(RunDecisions.doneBefore(run(), block));
    }
  }
}
