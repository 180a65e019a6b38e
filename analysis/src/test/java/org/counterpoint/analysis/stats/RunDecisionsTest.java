package org.counterpoint.analysis.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.commons.math3.random.RandomGenerator;
import org.apache.commons.math3.random.Well19937c;
import org.counterpoint.analysis.model.Cell;
import org.counterpoint.analysis.model.Failure;
import org.counterpoint.analysis.model.JvmVariant;
import org.counterpoint.analysis.model.Run;
import org.junit.jupiter.api.Test;

class RunDecisionsTest {

  private static final JvmVariant ZGC = new JvmVariant("ZGC", List.of("-XX:+UseZGC"));

  private static final Cell MUTEX = PlannedRun.cell("MUTEX");
  private static final Cell ADDER = PlannedRun.cell("LONG_ADDER");
  private static final Cell TIMED_MUTEX = PlannedRun.timed("MUTEX");
  private static final Cell TIMED_ADDER = PlannedRun.timed("LONG_ADDER");

  private static List<Verdict> verdicts(Run run) {
    return BlockedForks.verdicts(RunDecisions.atTheEnd(run));
  }

  private static Set<Arm> asked(Run run) {
    Set<Arm> arms = new HashSet<>();
    RunDecisions.questions(run).all().forEach(question -> arms.addAll(question.arms()));
    return arms;
  }

  /**
   * What a run decides while it goes on, block by block and dropping what is decided, is what its
   * report says when it has ended, whatever came in between; and whoever asks for an earlier block
   * of a finished run gets the answer of that time.
   */
  @Test
  void whenItIsAskedForChangesNoDecision() {
    Set<Integer> lengths = new HashSet<>();
    for (int seed = 0; seed < 20; seed++) {
      RandomGenerator random = new Well19937c(seed);
      PlannedRun growing = new PlannedRun(20, "17", "25").stopsEarly();
      List<Arm> arms = new ArrayList<>();
      Map<Arm, Double> levels = new HashMap<>();
      for (Cell cell : List.of(MUTEX, ADDER, TIMED_MUTEX, TIMED_ADDER, MUTEX.on(ZGC))) {
        growing.plan(cell);
        for (String jdk : List.of("17", "25")) {
          Arm arm = new Arm(cell, jdk);
          arms.add(arm);
          levels.put(arm, Math.exp(0.15 * random.nextInt(3)));
        }
      }
      List<Decisions> before = new ArrayList<>();
      for (int block = 0; block < 20; block++) {
        Decisions known = RunDecisions.soFar(growing.run(), block);
        before.add(known);
        Set<Arm> needed = block < Ranking.MIN_FORKS ? Set.copyOf(arms) : known.needed();
        double effect = 0.1 * random.nextGaussian();
        for (Arm arm : arms) {
          double noise = Math.exp(effect + 0.02 * random.nextGaussian());
          if (needed.contains(arm)) {
            growing.fork(arm, block, levels.getOrDefault(arm, 1.0) * noise);
          }
        }
      }
      Run ended = growing.run();
      Decisions end = RunDecisions.atTheEnd(ended);
      for (int block = Ranking.MIN_FORKS; block < 20; block++) {
        assertThat(RunDecisions.soFar(ended, block)).isEqualTo(before.get(block));
        for (int i = 0; i < end.all().size(); i++) {
          Decision then = before.get(block).all().get(i);
          if (then.decided()) {
            assertThat(end.all().get(i)).isEqualTo(then);
          }
        }
      }
      ended.measurements().forEach(m -> lengths.add(m.primary().forks().size()));
    }
    assertThat(lengths).contains(5, 10, 20);
  }

  @Test
  void whereOperationsWereTimedTheirTailCounts() {
    Run run =
        new PlannedRun(5, "17", "25")
            .forks(TIMED_MUTEX, "17", 1, 1, 1, 1, 1)
            .forks(TIMED_MUTEX, "25", 2, 2.01, 2, 2, 2.02)
            .run();
    assertThat(verdicts(run)).containsExactly(Verdict.SLOWER);
    assertThat(RunDecisions.questions(run).all()).noneMatch(Question::higherIsBetter);
    Run throughput =
        new PlannedRun(5, "17", "25")
            .forks(MUTEX, "17", 1, 1, 1, 1, 1)
            .forks(MUTEX, "25", 2, 2.01, 2, 2, 2.02)
            .run();
    assertThat(verdicts(throughput)).containsExactly(Verdict.FASTER);
  }

  /** One iteration of each fork is slow, as by a collection that happened to run there. */
  @Test
  void concludesNothingOfAChangeThatAFewIterationsMade() {
    Run run =
        new PlannedRun(10, "17", "25")
            .stopsEarly()
            .forks(MUTEX, "17", 100, 100.5, 99.5, 100, 100)
            .forks(MUTEX, "25", 100.2, 100.4, 99.3, 100.1, 100)
            .interrupted(MUTEX, "25")
            .run();
    for (Decisions decisions : List.of(RunDecisions.atTheEnd(run), RunDecisions.soFar(run))) {
      Decision.OfChange change = (Decision.OfChange) decisions.all().get(0);
      assertThat(change.ratio().orElseThrow().value()).isLessThan(0.9);
      assertThat(change.verdict()).isEqualTo(Verdict.UNCLEAR);
      assertThat(change.isDoubted()).isTrue();
      assertThat(decisions.needed()).hasSize(2);
    }
  }

  @Test
  void aTailOfTooFewSamplesCountsForNothing() {
    Run run =
        new PlannedRun(5, "17", "25")
            .samples(999)
            .forks(TIMED_MUTEX, "17", 1, 1, 1, 1, 1)
            .forks(TIMED_MUTEX, "25", 2, 2, 2, 2, 2)
            .run();
    assertThat(RunDecisions.questions(run).all()).isEmpty();
  }

  /** The run's own order of JDKs: the first is the base. */
  @Test
  void jdksAreComparedInTheOrderInWhichTheyWereNamed() {
    Run run =
        new PlannedRun(5, "25", "17")
            .forks(MUTEX, "17", 1, 1, 1, 1, 1)
            .forks(MUTEX, "25", 2, 2.01, 2, 2, 2.02)
            .run();
    assertThat(verdicts(run)).containsExactly(Verdict.SLOWER);
  }

  @Test
  void flagsAreComparedOnOneJdk() {
    Run run =
        new PlannedRun(5, "17")
            .forks(MUTEX, "17", 1, 1, 1, 1, 1)
            .forks(MUTEX.on(ZGC), "17", 0.5, 0.501, 0.5, 0.5, 0.502)
            .run();
    assertThat(verdicts(run)).containsExactly(Verdict.SLOWER);
  }

  @Test
  void controlsAreNotAskedFor() {
    Run run =
        new PlannedRun(5, "17", "25")
            .forks(PlannedRun.CONTROL, "17", 1, 1, 1, 1, 1)
            .forks(PlannedRun.CONTROL, "25", 2, 2, 2, 2, 2)
            .run();
    assertThat(RunDecisions.questions(run).all()).isEmpty();
  }

  /** In all cells, on all JDKs, for one update that was lost in one of them. */
  @Test
  void whatLostUpdatesIsBrokenInTheWholeRun() {
    PlannedRun planned = new PlannedRun(5, "17", "25");
    for (Cell cell : List.of(MUTEX, ADDER, TIMED_MUTEX, TIMED_ADDER)) {
      planned.forks(cell, "17", 1, 1, 1, 1, 1).forks(cell, "25", 1, 1, 1, 1, 1);
    }
    assertThat(asked(planned.run())).hasSize(8);
    planned.failed(TIMED_MUTEX, "25", 3, Failure.LOST_UPDATE);
    assertThat(asked(planned.run())).extracting(arm -> arm.cell()).containsOnly(ADDER, TIMED_ADDER);
    assertThat(RunDecisions.soFar(planned.run(), 3).all()).hasSize(8);
    assertThat(RunDecisions.soFar(planned.run(), 4).all()).hasSize(2);
  }

  @Test
  void anotherFailureBreaksNothing() {
    PlannedRun planned =
        new PlannedRun(6, "17", "25")
            .forks(MUTEX, "17", 1, 1, 1, 1, 1, 1)
            .forks(MUTEX, "25", 2, 2, 2.01, 2, 2)
            .failed(MUTEX, "25", 5, "crash");
    assertThat(verdicts(planned.run())).containsExactly(Verdict.FASTER);
  }

  /** Nor what began when something may have been decided already. */
  @Test
  void whatWasNotMeasuredFromTheBeginningIsNotAskedFor() {
    PlannedRun planned = new PlannedRun(20, "17", "25").plan(ADDER).plan(MUTEX);
    planned.forks(MUTEX, "17", 1, 1, 1, 1, 1, 1).forks(MUTEX, "25", 1, 1, 1, 1, 1, 1);
    planned.fork(new Arm(ADDER, "17"), 4, 1).fork(new Arm(ADDER, "25"), 5, 1);
    assertThat(asked(planned.run()))
        .containsExactlyInAnyOrder(
            new Arm(MUTEX, "17"), new Arm(MUTEX, "25"), new Arm(ADDER, "17"));
  }

  @Test
  void aPlanThatSupportsNoVerdictAsksNothing() {
    PlannedRun planned =
        new PlannedRun(5, "17", "25")
            .forks(MUTEX, "17", 1, 1, 1, 1, 1)
            .forks(MUTEX, "25", 2, 2, 2, 2, 2);
    assertThat(RunDecisions.questions(planned.run()).all()).hasSize(1);
    assertThat(RunDecisions.questions(planned.smoke().run()).all()).isEmpty();
  }

  @Test
  void aRunLooksAsItsPlanSays() {
    PlannedRun planned = new PlannedRun(20, "17", "25").forks(MUTEX, "17", 1).forks(MUTEX, "25", 1);
    assertThat(RunDecisions.questions(planned.run()).all())
        .extracting(Question::looks)
        .containsExactly(Looks.once(20));
    assertThat(RunDecisions.questions(planned.stopsEarly().run()).all())
        .extracting(Question::looks)
        .containsExactly(Looks.upTo(20));
  }

  @Test
  void whatHasNoPlanCannotBeAsked() {
    Run plain = new PlannedRun(5, "17").forks(MUTEX, "17", 1, 1).withoutPlan();
    assertThatThrownBy(() -> RunDecisions.atTheEnd(plain))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("no plan");
  }

  private static final double[] WIDE = {10, 20, 10, 20, 10, 10, 20, 10, 20, 10};
  private static final double[] NARROW = {
    1000, 1001, 1000, 1001, 1000, 1001, 1000, 1001, 1000, 1001
  };

  private static PlannedRun decidedAtOnce() {
    return new PlannedRun(25, "17")
        .stopsEarly()
        .forks(MUTEX, "17", WIDE)
        .forks(ADDER, "17", NARROW);
  }

  @Test
  void withoutAPrecisionWhatIsDecidedIsDone() {
    Run run = decidedAtOnce().run();
    assertThat(RunDecisions.doneBefore(run, 4)).isEmpty();
    assertThat(RunDecisions.doneBefore(run, 5))
        .containsExactlyInAnyOrder(new Arm(MUTEX, "17"), new Arm(ADDER, "17"));
    assertThat(RunDecisions.precise(run)).hasSize(2);
  }

  @Test
  void withAPrecisionItsIntervalMustBeNarrowAsWell() {
    Run run = decidedAtOnce().precision(0.1).run();
    assertThat(RunDecisions.soFar(run, 5).allDecided()).isTrue();
    assertThat(RunDecisions.doneBefore(run, 4)).isEmpty();
    assertThat(RunDecisions.doneBefore(run, 5)).containsExactly(new Arm(ADDER, "17"));
    assertThat(RunDecisions.precise(run)).containsExactly(new Arm(ADDER, "17"));
    // A standard error of .114, and t of 2.26: the interval reaches 29 % further up.
    assertThat(RunDecisions.doneBefore(decidedAtOnce().precision(0.29).run(), 10)).hasSize(1);
    assertThat(RunDecisions.doneBefore(decidedAtOnce().precision(0.30).run(), 10)).hasSize(2);
  }

  @Test
  void anOpenQuestionKeepsItsArmsHoweverNarrowTheyAre() {
    Run run =
        new PlannedRun(25, "17")
            .stopsEarly()
            .precision(1)
            .forks(MUTEX, "17", 1, 1.2, 1, 1.2, 1)
            .forks(ADDER, "17", 1.2, 1, 1.2, 1, 1.2)
            .run();
    assertThat(RunDecisions.precise(run)).hasSize(2);
    assertThat(RunDecisions.doneBefore(run, 5)).isEmpty();
  }

  @Test
  void whatIsAskedNothingOfIsThereForItsPrecision() {
    PlannedRun lone = new PlannedRun(25, "17").stopsEarly().forks(ADDER, "17", NARROW);
    assertThat(RunDecisions.doneBefore(lone.run(), 5)).isEmpty();
    assertThat(RunDecisions.doneBefore(lone.precision(0.01).run(), 5))
        .containsExactly(new Arm(ADDER, "17"));
  }

  /** Forks that vary by a factor of 1.1, which 25 forks know to 4 %. */
  private static final double[] MIDDLING = {100, 110, 100, 110, 100, 110, 100, 110, 100, 110};

  private static final Cell LOCK = PlannedRun.cell("REENTRANT_LOCK");

  private static PlannedRun finer(double... wide) {
    return new PlannedRun(25, "17")
        .stopsEarly()
        .precision(0.05)
        .finer(0.03)
        .forks(MUTEX, "17", wide)
        .forks(LOCK, "17", MIDDLING)
        .forks(ADDER, "17", NARROW);
  }

  @Test
  void aFinerPrecisionIsForWhenNothingWaitsForTheCoarse() {
    Arm mutex = new Arm(MUTEX, "17");
    Arm lock = new Arm(LOCK, "17");
    Arm adder = new Arm(ADDER, "17");
    // Of five forks, one that is not within 5 % yet and can be: the others wait for it.
    Run waiting = finer(1, 1.08, 1, 1.08, 1).run();
    assertThat(RunDecisions.soFar(waiting, 5).allDecided()).isTrue();
    assertThat(RunDecisions.doneBefore(waiting, 5)).containsExactly(adder);
    Run reached = finer(1, 1.01, 1, 1.01, 1, 1.01, 1, 1.01, 1, 1.01).run();
    assertThat(RunDecisions.precise(reached)).containsExactlyInAnyOrder(mutex, lock, adder);
    // Nothing waits: what is within 5 % and not within 3 % is forked again.
    assertThat(RunDecisions.doneBefore(reached, 10)).containsExactlyInAnyOrder(mutex, adder);
  }

  @Test
  void nothingWaitsForWhatNoForkCanBringSoFar() {
    Arm lock = new Arm(LOCK, "17");
    Arm adder = new Arm(ADDER, "17");
    Run hopeless = finer(1, 2, 1, 2, 1, 2, 1, 2, 1, 2).run();
    assertThat(RunDecisions.precise(hopeless)).containsExactlyInAnyOrder(lock, adder);
    assertThat(RunDecisions.doneBefore(hopeless, 10)).containsExactly(adder);
  }

  @Test
  void whatHasNoForkLeftIsWaitedForNoLonger() {
    // A spread of 10 % in ten forks: 15 more would bring it within 5 %, and four would not.
    Run wide = finer(1, 1.2, 1, 1.2, 1, 1.2, 1, 1.2, 1, 1.2).run();
    Arm lock = new Arm(LOCK, "17");
    assertThat(RunDecisions.doneBefore(wide, 10)).contains(lock);
    assertThat(RunDecisions.doneBefore(wide, 21)).doesNotContain(lock);
  }

  /** So that a run that goes on after a crash drops what it would have dropped without. */
  @Test
  void whatComesLaterChangesNothingThatWasDoneBefore() {
    Run early =
        new PlannedRun(25, "17")
            .stopsEarly()
            .precision(0.1)
            .forks(MUTEX, "17", 10, 10.2, 10, 10.2, 10)
            .forks(ADDER, "17", 1000, 1001, 1000, 1001, 1000)
            .run();
    Run late =
        new PlannedRun(25, "17")
            .stopsEarly()
            .precision(0.1)
            .forks(MUTEX, "17", 10, 10.2, 10, 10.2, 10, 90, 1)
            .forks(ADDER, "17", 1000, 1001, 1000, 1001, 1000, 1, 9)
            .run();
    assertThat(RunDecisions.doneBefore(early, 5)).hasSize(2);
    assertThat(RunDecisions.doneBefore(late, 5)).isEqualTo(RunDecisions.doneBefore(early, 5));
    assertThat(RunDecisions.doneBefore(late, 7)).isEmpty();
  }
}
