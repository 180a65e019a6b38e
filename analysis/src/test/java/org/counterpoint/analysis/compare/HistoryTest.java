package org.counterpoint.analysis.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.counterpoint.analysis.compare.TestRuns.JDK_17;
import static org.counterpoint.analysis.compare.TestRuns.JDK_25;
import static org.counterpoint.analysis.compare.TestRuns.cell;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.counterpoint.analysis.model.ChangedPlans;
import org.counterpoint.analysis.model.Environment;
import org.counterpoint.analysis.model.Failure;
import org.counterpoint.analysis.model.Jdk;
import org.counterpoint.analysis.model.Plan;
import org.counterpoint.analysis.model.Run;
import org.junit.jupiter.api.Test;

class HistoryTest {

  private static final Jdk JDK_17_NEWER =
      new Jdk("17.0.16", "17.0.16", "OpenJDK", "17.0.16+8", "compiler");

  private static List<PastRun> past(List<Run> runs, Gauge gauge) {
    return runs.stream().map(run -> PastRun.of(run, gauge)).toList();
  }

  private static List<Series> history(List<Run> runs) {
    return History.marked(History.of(past(runs, Gauge.YARDSTICK)));
  }

  /** One cell in twelve runs, 10 % slower from the eighth on. */
  private static List<Run> slower() {
    List<Run> runs = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      runs.add(run(i, JDK_17, i < 7 ? 100 : 90));
    }
    return runs;
  }

  private static Run run(int i, Jdk jdk, double level) {
    return new TestRuns(i).add(jdk, cell("MUTEX", 2), level).run("run " + i);
  }

  private static Run on(Run run, UnaryOperator<Environment> machine, UnaryOperator<Plan> plan) {
    return new Run(
        run.name(),
        run.plan().map(plan),
        run.environment().map(machine),
        run.jdks(),
        run.measurements(),
        run.failures(),
        run.warnings(),
        run.watched());
  }

  @Test
  void findsWhatChangedAndSince() {
    Series only = history(slower()).get(0);
    assertThat(only.changes()).hasSize(1);
    assertThat(only.changes().get(0).at()).isEqualTo(7);
    assertThat(only.changes().get(0).ratio().value()).isBetween(0.88, 0.92);
    assertThat(only.points()).hasSize(12);
    assertThat(only.breaks()).isEmpty();
    assertThat(only.level(6)).isEqualTo(1);
    assertThat(only.level(7)).isEqualTo(2);
    assertThat(only.segment(7)).isEqualTo(1);
  }

  @Test
  void whatIsKeptOfARunHasNoObservations() {
    PastRun kept = PastRun.of(run(1, JDK_17, 100), Gauge.YARDSTICK);
    assertThat(kept.run().measurements())
        .allMatch(one -> one.primary().forks().size() == 1)
        .allMatch(one -> one.secondary().isEmpty());
    assertThat(kept.tracks().get(0).readings().values())
        .extracting(reading -> reading.yardstick().forks().byBlock().size())
        .containsExactly(10);
  }

  /** Another processor is no change of the code. */
  @Test
  void anotherMachineBeginsASegmentAndIsNoChange() {
    List<Run> runs = new ArrayList<>();
    for (Run run : slower()) {
      boolean isOther = run.measurements().get(0).primary().forkMeans().mean() < 95;
      runs.add(
          on(run, machine -> Machines.withCpu(machine, isOther ? "Other" : "One"), plan -> plan));
    }
    Series only = history(runs).get(0);
    assertThat(only.changes()).isEmpty();
    assertThat(only.breaks()).hasSize(1);
    assertThat(only.breaks().get(0).at()).isEqualTo(7);
    assertThat(only.breaks().get(0).differences())
        .extracting(Difference::field)
        .containsExactly("environment.cpu");
    assertThat(only.segment(6)).isEqualTo(1);
    assertThat(only.segment(7)).isEqualTo(2);
    assertThat(only.searched()).isEqualTo(1);
  }

  /** B doesn't know its processor, so that it may be A's or C's; A's is not C's. */
  @Test
  void aRunThatKnowsNothingHidesNoDifference() {
    List<Run> runs = new ArrayList<>();
    for (String cpu : List.of("A", "unknown", "C", "unknown", "C")) {
      runs.add(on(run(1, JDK_17, 100), machine -> Machines.withCpu(machine, cpu), plan -> plan));
    }
    Series only = history(runs).get(0);
    assertThat(only.breaks()).extracting(Series.Break::at).containsExactly(2);
  }

  /** A break in a run that lacks the cell still lies between its neighbours. */
  @Test
  void aBreakIsKeptWhereTheCellWasNotMeasured() {
    List<Run> runs =
        List.of(
            on(run(1, JDK_17, 100), machine -> Machines.withCpu(machine, "A"), plan -> plan),
            on(
                new TestRuns(2).add(JDK_17, cell("LONG_ADDER", 2), 1).run("without"),
                machine -> Machines.withCpu(machine, "B"),
                plan -> plan),
            on(run(3, JDK_17, 100), machine -> Machines.withCpu(machine, "B"), plan -> plan));
    Series mutex =
        history(runs).stream()
            .filter(one -> one.cell().equals(cell("MUTEX", 2)))
            .findFirst()
            .orElseThrow();
    assertThat(mutex.points()).extracting(Series.Point::position).containsExactly(0, 2);
    assertThat(mutex.breaks()).extracting(Series.Break::at).containsExactly(1);
  }

  @Test
  void runsTooShortForVerdictsAreShownAndNotJudged() {
    List<Run> runs =
        slower().stream()
            .map(
                run ->
                    on(
                        run,
                        m -> m,
                        plan -> ChangedPlans.ofSuite(ChangedPlans.withoutVerdicts(plan), "smoke")))
            .toList();
    Series only = history(runs).get(0);
    assertThat(only.breaks()).isEmpty();
    assertThat(only.changes()).isEmpty();
    assertThat(only.objection()).contains("smoke runs support no verdict");
    assertThat(only.searched()).isZero();
  }

  /** An update of the JDK is part of the history; two JDKs of one release in a run are two. */
  @Test
  void followsAReleaseOfTheJdkAndKeepsTwoOfOneRunApart() {
    List<Run> updated = List.of(run(1, JDK_17, 100), run(2, JDK_17_NEWER, 100));
    assertThat(history(updated)).extracting(Series::jdk).containsExactly("17");
    Run both =
        new TestRuns(3)
            .add(JDK_17, cell("MUTEX", 2), 100)
            .add(JDK_17_NEWER, cell("MUTEX", 2), 100)
            .add(JDK_25, cell("MUTEX", 2), 100)
            .run("both");
    assertThat(history(List.of(run(1, JDK_17, 100), both)))
        .extracting(one -> one.jdk() + " " + one.points().size())
        .containsExactly("17.0.15 2", "17.0.16 1", "25 1");
  }

  @Test
  void whatLostUpdatesIsNoPartOfIt() {
    Run broken =
        new TestRuns(1)
            .add(JDK_17, cell("MUTEX", 2), 100)
            .failure(JDK_17, cell("MUTEX", 2), Failure.LOST_UPDATE)
            .run("broken");
    assertThat(History.of(past(List.of(broken, broken), Gauge.YARDSTICK))).isEmpty();
  }

  @Test
  void valuesAreInTheUnitOfTheFirst() {
    List<Run> runs = new ArrayList<>();
    for (String unit : List.of("ops/us", "ops/ms")) {
      double scale = unit.equals("ops/us") ? 1 : 1000;
      runs.add(Units.run(unit, cell("MUTEX", 2), 3 * scale, 3.1 * scale));
    }
    Series only = history(runs).get(0);
    assertThat(only.unit().symbol()).isEqualTo("ops/us");
    assertThat(only.points().get(1).estimate().center()).isBetween(3.0, 3.1);
  }

  @Test
  void aValueThatHasNoLogIsShownAndNotJudged() {
    List<Run> runs = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      runs.add(
          new TestRuns(i)
              .add(JDK_17, cell("MUTEX", 2), TestRuns.forks(0, 1), new TreeMap<>())
              .file("zero " + i));
    }
    assertThat(history(runs).get(0).objection())
        .hasValueSatisfying(why -> assertThat(why).contains("not above zero"));
  }

  /** What is found in one history need not be in a thousand that share its chance of an alarm. */
  @Test
  void theLevelIsSharedByAllThatAreSearched() {
    double[] weak = {100, 103, 98, 101, 99, 102, 96.5, 93, 97, 94, 96, 94};
    List<Run> runs = new ArrayList<>();
    for (double value : weak) {
      runs.add(Units.run("ops/us", cell("MUTEX", 2), value, value, value));
    }
    Series alone = History.of(past(runs, Gauge.YARDSTICK)).get(0);
    assertThat(History.marked(List.of(alone)).get(0).changes()).isNotEmpty();
    assertThat(History.marked(Collections.nCopies(1000, alone)).get(0).changes()).isEmpty();
  }
}
