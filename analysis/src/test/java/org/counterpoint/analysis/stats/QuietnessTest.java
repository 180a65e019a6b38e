package org.counterpoint.analysis.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.counterpoint.analysis.stats.WatchedRuns.CONTROL;
import static org.counterpoint.analysis.stats.WatchedRuns.OTHER;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.counterpoint.analysis.model.Noise.Reading;
import org.counterpoint.analysis.model.Run;
import org.counterpoint.analysis.stats.Quietness.Drift;
import org.counterpoint.analysis.stats.Quietness.Sign;
import org.counterpoint.analysis.stats.Quietness.Verdict;
import org.counterpoint.analysis.stats.Quietness.WatchedBlock;
import org.junit.jupiter.api.Test;

class QuietnessTest {

  private static List<Integer> numbers(List<WatchedBlock> blocks) {
    return blocks.stream().map(WatchedBlock::block).toList();
  }

  @Test
  void aRunThatSaysNothingIsNotCalledQuiet() {
    Run foreign =
        new Run(
            "x",
            Optional.empty(),
            Optional.empty(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of());
    assertThat(Quietness.of(foreign).verdict()).isEqualTo(Verdict.UNKNOWN);
    Quietness old = new WatchedRuns().fork(OTHER, 0, 0, Map.of()).quietness();
    assertThat(old.verdict()).isEqualTo(Verdict.UNKNOWN);
    assertThat(old.blocks()).isEmpty();
    assertThat(old.others()).isEmpty();
  }

  @Test
  void sharesAreOfAllForksTogether() {
    Quietness quietness =
        new WatchedRuns()
            .fork(OTHER, 0, 0, 20, 10)
            .fork(CONTROL, 0, 2, 40, 0)
            .fork(OTHER, 1, 4, -10, 2)
            .quietness();
    assertThat(quietness.others().orElseThrow()).isCloseTo(50 / 6000.0, within(1e-12));
    assertThat(quietness.steal().orElseThrow()).isCloseTo(12 / 6000.0, within(1e-12));
    assertThat(quietness.throttled()).isEmpty();
    assertThat(quietness.drift()).isEmpty();
    assertThat(quietness.verdict()).isEqualTo(Verdict.QUIET);
    WatchedBlock first = quietness.blocks().get(0);
    assertThat(first.others().orElseThrow()).isCloseTo(60 / 4000.0, within(1e-12));
    // Ticks are counted coarsely: a share below nothing is nothing.
    assertThat(quietness.blocks().get(1).others()).hasValue(0);
  }

  @Test
  void whatOthersUsedIsUnknownWhereWeDoNotKnowWhatWeUsed() {
    Quietness quietness =
        new WatchedRuns()
            .fork(
                OTHER, 0, 0, Map.of(Reading.AVAILABLE_MILLIS, 2000.0, Reading.BUSY_MILLIS, 1500.0))
            .fork(OTHER, 1, 0, Map.of(Reading.BUSY_MILLIS, 1500.0, Reading.OWN_MILLIS, 1000.0))
            .fork(
                OTHER,
                2,
                0,
                Map.of(
                    Reading.AVAILABLE_MILLIS,
                    0.0,
                    Reading.BUSY_MILLIS,
                    0.0,
                    Reading.OWN_MILLIS,
                    0.0))
            .quietness();
    assertThat(quietness.others()).isEmpty();
    assertThat(quietness.verdict()).isEqualTo(Verdict.UNKNOWN);
  }

  @Test
  void aBlockInWhichOthersWorkedStandsOut() {
    WatchedRuns runs = new WatchedRuns();
    for (int block = 0; block < 10; block++) {
      runs.fork(OTHER, block, block, block == 4 ? 140 : 10 + block, 0);
    }
    Quietness quietness = runs.quietness();
    assertThat(numbers(quietness.disturbed())).containsExactly(4);
    assertThat(quietness.disturbed().get(0).signs()).containsExactly(Sign.OTHERS);
    assertThat(quietness.verdict()).isEqualTo(Verdict.DISTURBED);
  }

  @Test
  void whereOthersAlwaysWorkEveryBlockIsDisturbed() {
    WatchedRuns runs = new WatchedRuns();
    for (int block = 0; block < 10; block++) {
      runs.fork(OTHER, block, block, 500, 0);
    }
    assertThat(runs.quietness().disturbed()).hasSize(10);
  }

  @Test
  void stolenAndWithheldTimeAreSigns() {
    WatchedRuns runs = new WatchedRuns();
    for (int block = 0; block < 6; block++) {
      runs.fork(
          OTHER,
          block,
          block,
          Map.of(
              Reading.AVAILABLE_MILLIS,
              2000.0,
              Reading.STEAL_MILLIS,
              block == 1 ? 60.0 : 2.0,
              Reading.THROTTLED_MILLIS,
              block == 2 ? 90.0 : 0.0));
    }
    assertThat(runs.quietness().disturbed())
        .extracting(block -> block.block() + " " + block.signs())
        .containsExactly("1 [STEAL]", "2 [THROTTLED]");
  }

  @Test
  void aSlowControlMarksItsBlockAndSoDoesAFastOne() {
    Quietness quietness =
        new WatchedRuns()
            .control("17", 0.4, 0.401, 0.4, 0.34, 0.399, 0.4, 0.46, 0.4, 0.401, 0.4)
            .quietness();
    assertThat(quietness.disturbed())
        .extracting(block -> block.block() + " " + block.signs())
        .containsExactly("3 [CONTROL]", "6 [CONTROL]");
    assertThat(quietness.blocks().get(3).control().orElseThrow())
        .isCloseTo(0.4 / 0.34, within(1e-9));
  }

  @Test
  void aDifferenceBelowTheFloorMarksNothing() {
    assertThat(
            new WatchedRuns().control("17", 1, 1, 1, 1.019, 1, 1, 0.985, 1).quietness().verdict())
        .isEqualTo(Verdict.QUIET);
  }

  /** What one JDK makes of the loop is no difference between blocks. */
  @Test
  void everyJdkIsComparedWithItself() {
    Quietness quietness =
        new WatchedRuns().control("17", 1, 1, 1, 1, 1).control("25", 2, 2, 2, 1.5, 2).quietness();
    assertThat(numbers(quietness.disturbed())).containsExactly(3);
    assertThat(quietness.blocks().get(3).control().orElseThrow())
        .isCloseTo(Math.sqrt(2 / 1.5), within(1e-9));
  }

  @Test
  void aDriftIsToldWithItsTimeAndDirection() {
    WatchedRuns runs = new WatchedRuns().control("17", 1, 0.99, 0.98, 0.97, 0.96);
    for (int block = 0; block < 5; block++) {
      runs.fork(OTHER, block, 100 * block, 0, 0).fork(CONTROL, block, 100 * block + 7, 0, 0);
    }
    Quietness quietness = runs.quietness();
    Drift drift = quietness.drift().orElseThrow();
    assertThat(drift.timeRatio()).isCloseTo(1 / 0.96, within(1e-3));
    assertThat(drift.size()).isCloseTo(1 / 0.96 - 1, within(1e-3));
    assertThat(drift.seconds()).hasValue(400);
    assertThat(quietness.disturbed()).isEmpty();
    assertThat(quietness.verdict()).isEqualTo(Verdict.DISTURBED);
    assertThat(new Drift(0.5, drift.seconds()).size()).isEqualTo(1);
  }

  @Test
  void aDriftIsToldAlsoWhereNobodyKnowsWhenTheForksRan() {
    Drift drift =
        new WatchedRuns().control("17", 1, 1.01, 1.02, 1.03).quietness().drift().orElseThrow();
    assertThat(drift.timeRatio()).isCloseTo(1 / 1.03, within(1e-3));
    assertThat(drift.seconds()).isEmpty();
  }

  /** The machine gets slower half-way through: no block stands out, the drift tells. */
  @Test
  void aStepIsADriftToo() {
    Quietness quietness =
        new WatchedRuns().control("17", 1, 1, 1, 1, 1, .85, .85, .85, .85, .85).quietness();
    assertThat(quietness.drift().orElseThrow().size()).isBetween(0.1, 0.25);
    assertThat(quietness.verdict()).isEqualTo(Verdict.DISTURBED);
  }

  @Test
  void twoBlocksCannotBeCompared() {
    Quietness quietness =
        new WatchedRuns()
            .control("17", 1, 0.5)
            .fork(OTHER, 0, 0, 10, 0)
            .fork(OTHER, 1, 9, 10, 0)
            .quietness();
    assertThat(quietness.canCompareBlocks()).isFalse();
    assertThat(quietness.drift()).isEmpty();
    assertThat(quietness.disturbed()).isEmpty();
    assertThat(quietness.blocks()).extracting(WatchedBlock::control).allMatch(c -> c.isEmpty());
  }

  @Test
  void switchesAreTheControlsAndFrequenciesEverybodys() {
    WatchedBlock block =
        new WatchedRuns()
            .fork(
                CONTROL,
                0,
                0,
                Map.of(Reading.INVOLUNTARY_SWITCHES, 12.0, Reading.FREQUENCY_MHZ, 3000.0))
            .fork(
                OTHER,
                0,
                2,
                Map.of(Reading.INVOLUNTARY_SWITCHES, 900.0, Reading.FREQUENCY_MHZ, 2000.0))
            .quietness()
            .blocks()
            .get(0);
    assertThat(block.involuntarySwitches()).hasValue(12);
    assertThat(block.frequencyMhz()).hasValue(2500);
  }

  @Test
  void wildValuesDoNoHarm() {
    Quietness quietness =
        new WatchedRuns()
            .control("17", 1e-300, 1e300, 1, 0, 5)
            .control("25", 1e-308, 1e308, 1e-308, 1e308)
            .fork(CONTROL, 0, 1e300, 1e308, 1e308)
            .fork(CONTROL, 1, -1e300, 0, 0)
            .quietness();
    assertThat(quietness.verdict()).isEqualTo(Verdict.DISTURBED);
  }
}
