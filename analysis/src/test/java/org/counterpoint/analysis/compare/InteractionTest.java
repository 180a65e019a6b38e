package org.counterpoint.analysis.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.counterpoint.analysis.compare.TestRuns.JDK_17;
import static org.counterpoint.analysis.compare.TestRuns.JDK_25;
import static org.counterpoint.analysis.compare.TestRuns.cell;
import static org.counterpoint.analysis.compare.TestRuns.side;

import java.util.List;
import org.counterpoint.analysis.model.Run;
import org.counterpoint.analysis.stats.Margin;
import org.junit.jupiter.api.Test;

class InteractionTest {

  private static final List<String> STRATEGIES = List.of("SYNCHRONIZED", "MUTEX", "A", "B");

  private static Comparison compare(Run base, Run candidate) {
    return Comparison.of(
        side(base, JDK_17),
        side(candidate, JDK_25),
        new Comparison.Request(Gauge.YARDSTICK, new Margin(0.05), false));
  }

  private static Run both(int seed, double synchronizedOn25, double othersOn25) {
    TestRuns runs = new TestRuns(seed);
    for (String strategy : STRATEGIES) {
      runs.add(JDK_17, cell(strategy, 2), 100);
      boolean hit = strategy.equals("SYNCHRONIZED");
      runs.add(JDK_25, cell(strategy, 2), 100 * (hit ? synchronizedOn25 : othersOn25));
    }
    return runs.run("both");
  }

  @Test
  void findsTheOneThatAChangeHit() {
    Run run = both(1, 0.5, 1);
    List<Interaction> found = Interaction.in(compare(run, run));
    assertThat(found)
        .filteredOn(one -> one.cell().cell().strategy().orElse("").equals("SYNCHRONIZED"))
        .singleElement()
        .satisfies(
            one -> {
              assertThat(one.isSlower()).isTrue();
              assertThat(one.othersKept()).isTrue();
              assertThat(one.ratio().value()).isEqualTo(2, within(0.1));
              assertThat(one.ratio().interval().contains(2)).isTrue();
              assertThat(one.others()).hasSize(3);
            });
  }

  @Test
  void isSilentWhereAllChangeAlike() {
    Run run = both(2, 0.5, 0.5);
    assertThat(compare(run, run).gate()).isEqualTo(Gate.FAIL);
    assertThat(Interaction.in(compare(run, run))).isEmpty();
  }

  @Test
  void isSilentWithoutARuleToBeTheExceptionFrom() {
    Run two =
        new TestRuns(3)
            .add(JDK_17, cell("A", 2), 100)
            .add(JDK_25, cell("A", 2), 50)
            .add(JDK_17, cell("B", 2), 100)
            .add(JDK_25, cell("B", 2), 100)
            .run("two");
    assertThat(Interaction.in(compare(two, two))).isEmpty();
  }

  /** All are the same on both: a false alarm in 5 % of the comparisons at most. */
  @Test
  void seldomFindsWhatIsNotThere() {
    int alarms = 0;
    for (int seed = 1; seed <= 400; seed++) {
      Run run = both(seed, 1, 1);
      alarms += Interaction.in(compare(run, run)).isEmpty() ? 0 : 1;
    }
    assertThat(alarms).isLessThanOrEqualTo(400 * 6 / 100);
  }
}
