package org.counterpoint.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.counterpoint.analysis.model.Cell;
import org.counterpoint.analysis.model.Mode;
import org.counterpoint.analysis.model.PlannedCell;
import org.junit.jupiter.api.Test;

class ScheduleTest {

  private static final List<PlannedCell> CELLS =
      IntStream.rangeClosed(1, 12)
          .mapToObj(i -> new PlannedCell(cell(i), i <= 6 ? 10 : 5))
          .toList();

  private static Cell cell(int threads) {
    return new Cell("a.B.c", new TreeMap<>(), Mode.THROUGHPUT, threads);
  }

  private static List<Cell> block(List<Slot> slots, int block) {
    return slots.stream().filter(slot -> slot.block() == block).map(Slot::cell).toList();
  }

  @Test
  void theSameSeedGivesTheSameOrder() {
    assertThat(Schedule.of(CELLS, 42)).isEqualTo(Schedule.of(CELLS, 42));
    assertThat(Schedule.of(CELLS, 42)).isNotEqualTo(Schedule.of(CELLS, 43));
  }

  @Test
  void everyCellHasItsForksAndNoBlockHoldsOneTwice() {
    List<Slot> slots = Schedule.of(CELLS, 1);
    Map<Cell, Long> forks =
        slots.stream().collect(Collectors.groupingBy(Slot::cell, Collectors.counting()));
    for (PlannedCell planned : CELLS) {
      assertThat(forks.get(planned.cell())).isEqualTo(planned.forks());
    }
    for (int b = 0; b < 10; b++) {
      assertThat(block(slots, b)).doesNotHaveDuplicates();
    }
  }

  @Test
  void blocksFollowEachOtherAndAreShuffledApart() {
    List<Slot> slots = Schedule.of(CELLS, 7);
    assertThat(slots).extracting(Slot::block).isSorted();
    assertThat(slots)
        .extracting(Slot::sequence)
        .containsExactlyElementsOf(IntStream.rangeClosed(1, 90).boxed().toList());
    assertThat(block(slots, 1)).isNotEqualTo(block(slots, 3));
  }

  @Test
  void aCellWithFewerForksIsSpreadOverTheRun() {
    List<Integer> blocks =
        Schedule.of(CELLS, 7).stream()
            .filter(slot -> slot.cell().equals(cell(12)))
            .map(Slot::block)
            .toList();
    assertThat(blocks).containsExactly(1, 3, 5, 7, 9);
  }

  @Test
  void nothingToDoIsNoSlot() {
    assertThat(Schedule.of(List.of(), 7)).isEmpty();
  }
}
