package org.counterpoint.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.counterpoint.analysis.model.PlannedCell;
import org.counterpoint.sharing.Strategy;
import org.junit.jupiter.api.Test;

class CellsTest {

  private static final List<Integer> THREADS = List.of(1, 8);

  private static List<PlannedCell> contending(Suite.Workload workload, List<Strategy> strategies) {
    return Cells.of(workload, strategies, THREADS, 10, 5).stream()
        .filter(planned -> !Cells.controls().contains(planned.cell().benchmark()))
        .toList();
  }

  @Test
  void everyStrategyIncrementsAtEveryNumberOfThreadsInBothBenchmarks() {
    List<PlannedCell> cells = contending(Suite.Workload.INCREMENTS, Strategy.core());
    assertThat(cells).hasSize(Strategy.core().size() * 2 * THREADS.size()).doesNotHaveDuplicates();
    assertThat(cells).extracting(PlannedCell::forks).containsOnly(10, 5);
  }

  @Test
  void everyLockIsMeasuredUnderEveryLoad() {
    List<PlannedCell> cells = contending(Suite.Workload.SECTIONS, Strategy.locks());
    assertThat(cells).hasSize(Strategy.locks().size() * 3 * THREADS.size()).doesNotHaveDuplicates();
    assertThat(cells).extracting(PlannedCell::forks).containsOnly(10);
    assertThat(cells)
        .extracting(
            planned ->
                planned.cell().params().get("inside")
                    + "/"
                    + planned.cell().params().get("outside"))
        .containsOnly("null/null", "20/100", "100/2000");
  }

  @Test
  void theControlsRunInEveryWorkload() {
    for (Suite.Workload workload : Suite.Workload.values()) {
      assertThat(Cells.of(workload, Strategy.locks(), THREADS, 10, 5))
          .extracting(planned -> planned.cell().benchmark())
          .containsAll(Cells.controls());
    }
  }
}
