package org.counterpoint.analysis.compare;

import static org.assertj.core.api.Assertions.assertThat;

import org.counterpoint.analysis.model.Cell;
import org.counterpoint.analysis.model.Failure;
import org.junit.jupiter.api.Test;

/** Sides whose threads have roles. */
class RoleSidesTest {

  private static final Cell MUTEX = TestRuns.cell("MUTEX", 4);
  private static final Cell ADDER = TestRuns.cell("LONG_ADDER", 4);

  private static Side side(TestRuns runs) {
    return Side.ofJdk("17", "JDK 17", runs.run("run"), TestRuns.JDK_17);
  }

  private static TestRuns measured() {
    return new TestRuns(5)
        .add(TestRuns.JDK_17, MUTEX.in("increment"), 20)
        .add(TestRuns.JDK_17, MUTEX.in("read"), 300);
  }

  @Test
  void aForkThatFailedAndWasTriedAgainHasNotFailed() {
    Side side =
        side(
            measured()
                .failure(TestRuns.JDK_17, MUTEX, "crash")
                .failure(TestRuns.JDK_17, ADDER, "crash"));
    assertThat(side.measurements()).containsOnlyKeys(MUTEX.in("increment"), MUTEX.in("read"));
    assertThat(side.failed()).containsExactly(ADDER);
  }

  @Test
  void whoeverLostAnUpdateIsComparedInNoRole() {
    Side side = side(measured().failure(TestRuns.JDK_17, MUTEX, Failure.LOST_UPDATE));
    assertThat(side.broken()).containsExactly("MUTEX");
    assertThat(side.measurements()).isEmpty();
  }
}
