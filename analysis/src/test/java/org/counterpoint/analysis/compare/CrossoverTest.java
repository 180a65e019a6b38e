package org.counterpoint.analysis.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.counterpoint.analysis.compare.TestRuns.JDK_17;
import static org.counterpoint.analysis.compare.TestRuns.cell;
import static org.counterpoint.analysis.compare.TestRuns.side;

import java.util.List;
import org.counterpoint.analysis.model.Run;
import org.junit.jupiter.api.Test;

class CrossoverTest {

  private static List<Crossover> in(Run run) {
    return Crossover.in(side(run, JDK_17), Gauge.YARDSTICK);
  }

  /** ln of the ratio is −.4 at 1 thread and +.4 at 4: the line is 0 at √(1·4) = 2. */
  private static Run crossing(int seed, double spread) {
    return new TestRuns(seed)
        .spread(spread)
        .add(JDK_17, cell("ATOMIC", 1), 100)
        .add(JDK_17, cell("ADDER", 1), 100 * Math.exp(-0.4))
        .add(JDK_17, cell("ATOMIC", 4), 100)
        .add(JDK_17, cell("ADDER", 4), 100 * Math.exp(0.4))
        .run("run");
  }

  @Test
  void findsWhereOneOvertakesAnother() {
    assertThat(in(crossing(1, 0.02)))
        .singleElement()
        .satisfies(
            one -> {
              assertThat(one.overtakes()).isEqualTo("ADDER");
              assertThat(one.overtaken()).isEqualTo("ATOMIC");
              assertThat(one.threads()).isBetween(1.9, 2.1);
              assertThat(one.interval().contains(one.threads())).isTrue();
            });
  }

  /** In 95 of 100 runs the interval holds the truth: here 300 runs, three standard errors. */
  @Test
  void itsIntervalCoversTheTruthAsOftenAsItSays() {
    int covered = 0;
    int found = 0;
    for (int seed = 1; seed <= 300; seed++) {
      List<Crossover> crossovers = in(crossing(seed, 0.05));
      found += crossovers.size();
      covered += crossovers.stream().anyMatch(one -> one.interval().contains(2)) ? 1 : 0;
    }
    assertThat(found).isEqualTo(300);
    assertThat(covered).isBetween((int) (300 * 0.91), (int) (300 * 0.99));
  }

  @Test
  void isSilentWhereNobodyOvertakes() {
    Run run =
        new TestRuns(2)
            .add(JDK_17, cell("ATOMIC", 1), 100)
            .add(JDK_17, cell("ADDER", 1), 150)
            .add(JDK_17, cell("ATOMIC", 4), 90)
            .add(JDK_17, cell("ADDER", 4), 200)
            .run("run");
    assertThat(in(run)).isEmpty();
  }

  /** Two that overtake each other twice have no threshold. */
  @Test
  void isSilentWhereTheyTurnTwice() {
    Run run =
        new TestRuns(2)
            .add(JDK_17, cell("A", 1), 100)
            .add(JDK_17, cell("B", 1), 150)
            .add(JDK_17, cell("A", 2), 150)
            .add(JDK_17, cell("B", 2), 100)
            .add(JDK_17, cell("A", 4), 100)
            .add(JDK_17, cell("B", 4), 150)
            .run("run");
    assertThat(in(run)).isEmpty();
  }

  /** A level in between at which the two are not told apart widens the gap, and no more. */
  @Test
  void looksOverALevelThatIsNotDecided() {
    Run run =
        new TestRuns(4)
            .add(JDK_17, cell("A", 1), 150)
            .add(JDK_17, cell("B", 1), 100)
            .add(JDK_17, cell("A", 2), 100)
            .add(JDK_17, cell("B", 2), 100)
            .add(JDK_17, cell("A", 4), 100)
            .add(JDK_17, cell("B", 4), 150)
            .run("run");
    assertThat(in(run))
        .singleElement()
        .satisfies(
            one -> {
              assertThat(one.overtakes()).isEqualTo("B");
              assertThat(one.interval().contains(2)).isTrue();
            });
  }
}
