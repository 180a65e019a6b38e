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

  private static final List<String> ONE = List.of("17.0.1");
  private static final List<String> TWO = List.of("17.0.1", "25.0.1");

  private static Cell cell(int threads) {
    return new Cell("a.B.c", new TreeMap<>(), Mode.THROUGHPUT, threads);
  }

  private static List<Cell> block(List<Slot> slots, int block) {
    return slots.stream().filter(slot -> slot.block() == block).map(Slot::cell).toList();
  }

  @Test
  void theSameSeedGivesTheSameOrder() {
    assertThat(Schedule.of(CELLS, ONE, 42)).isEqualTo(Schedule.of(CELLS, ONE, 42));
    assertThat(Schedule.of(CELLS, ONE, 42)).isNotEqualTo(Schedule.of(CELLS, ONE, 43));
  }

  @Test
  void everyCellHasItsForksAndNoBlockHoldsOneTwice() {
    List<Slot> slots = Schedule.of(CELLS, ONE, 1);
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
    List<Slot> slots = Schedule.of(CELLS, ONE, 7);
    assertThat(slots).extracting(Slot::block).isSorted();
    assertThat(slots).hasSize(90);
    assertThat(block(slots, 2)).isNotEqualTo(block(slots, 4));
  }

  @Test
  void aCellWithFewerForksIsSpreadOverTheRun() {
    List<Integer> blocks =
        Schedule.of(CELLS, ONE, 7).stream()
            .filter(slot -> slot.cell().equals(cell(12)))
            .map(Slot::block)
            .toList();
    assertThat(blocks).containsExactly(0, 2, 4, 6, 8);
  }

  @Test
  void everyBlockHasEveryCellOnEveryJdkInterleaved() {
    List<Slot> slots = Schedule.of(CELLS, TWO, 3);

    assertThat(slots).hasSize(2 * 90);
    for (int b = 0; b < 10; b++) {
      int block = b;
      List<Slot> inBlock = slots.stream().filter(slot -> slot.block() == block).toList();
      for (String jdk : TWO) {
        assertThat(inBlock.stream().filter(slot -> slot.jdk().equals(jdk)).map(Slot::cell))
            .doesNotHaveDuplicates()
            .hasSize(inBlock.size() / 2);
      }
      // One JDK after the other would be one change; in random order there are many.
      long changes =
          IntStream.range(1, inBlock.size())
              .filter(i -> !inBlock.get(i).jdk().equals(inBlock.get(i - 1).jdk()))
              .count();
      assertThat(changes).isGreaterThan(1);
    }
  }

  @Test
  void theSameSeedGivesTheSameOrderOnSeveralJdks() {
    assertThat(Schedule.of(CELLS, TWO, 42)).isEqualTo(Schedule.of(CELLS, TWO, 42));
    assertThat(Schedule.of(CELLS, TWO, 42)).isNotEqualTo(Schedule.of(CELLS, TWO, 43));
  }

  @Test
  void aBlockCanBeDrawnWithoutThoseBeforeIt() {
    List<Slot> slots = Schedule.of(CELLS, TWO, 42);
    for (int b = 9; b >= 0; b--) {
      int block = b;
      assertThat(Schedule.block(CELLS, TWO, 42, block))
          .isEqualTo(slots.stream().filter(slot -> slot.block() == block).toList());
    }
  }

  @Test
  void everyOrderOfABlockIsAboutAsLikely() {
    List<PlannedCell> three =
        IntStream.rangeClosed(1, 3).mapToObj(i -> new PlannedCell(cell(i), 6_000)).toList();
    Map<List<Cell>, Long> orders =
        IntStream.range(0, 6_000)
            .mapToObj(b -> Schedule.block(three, ONE, 42, b).stream().map(Slot::cell).toList())
            .collect(Collectors.groupingBy(order -> order, Collectors.counting()));
    assertThat(orders).hasSize(6);
    // 1,000 each, with a standard deviation of 29.
    assertThat(orders.values()).allMatch(count -> count > 850 && count < 1_150);
  }

  @Test
  void theFirstBlockHasEveryCellHoweverFewForksItHas() {
    List<PlannedCell> cells =
        List.of(
            new PlannedCell(cell(1), 20), new PlannedCell(cell(2), 1), new PlannedCell(cell(3), 7));
    assertThat(Schedule.block(cells, ONE, 1, 0)).hasSize(3);
    assertThat(Schedule.of(cells, ONE, 1)).hasSize(28);
  }

  @Test
  void aCellIsForkedOnlyOnTheJdksThatCanMeasureIt() {
    List<PlannedCell> cells = List.of(new PlannedCell(cell(1), 4), new PlannedCell(cell(2), 4, 21));
    List<Slot> slots = Schedule.of(cells, TWO, 42);
    assertThat(slots).hasSize(4 * 3);
    assertThat(slots)
        .filteredOn(slot -> slot.cell().equals(cell(2)))
        .hasSize(4)
        .extracting(Slot::jdk)
        .containsOnly("25.0.1");
    assertThat(Schedule.of(cells, ONE, 42)).extracting(Slot::cell).containsOnly(cell(1));
    assertThat(Schedule.of(cells, List.of("21"), 42)).hasSize(8);
  }

  @Test
  void nothingToDoIsNoSlot() {
    assertThat(Schedule.of(List.of(), ONE, 7)).isEmpty();
  }

  @Test
  void whereATimeLimitMayEndTheRunEveryCellHasItsFirstForksInTheFirstBlocks() {
    List<PlannedCell> cells =
        List.of(
            new PlannedCell(cell(1), 25),
            new PlannedCell(cell(2), 5),
            new PlannedCell(cell(3), 2),
            new PlannedCell(cell(4), 9));
    List<Slot> slots = Schedule.of(Plans.limited(cells, List.of(), 60), ONE);
    assertThat(blocksOf(cell(1), slots)).hasSize(25);
    assertThat(blocksOf(cell(2), slots)).containsExactly(0, 1, 2, 3, 4);
    assertThat(blocksOf(cell(3), slots)).containsExactly(0, 1);
    assertThat(blocksOf(cell(4), slots)).containsExactly(0, 1, 2, 3, 4, 5, 10, 15, 20);
    assertThat(Schedule.of(Plans.of(cells, List.of(), 0), ONE))
        .isEqualTo(Schedule.of(cells, ONE, 42));
  }

  private static List<Integer> blocksOf(Cell cell, List<Slot> slots) {
    return slots.stream().filter(slot -> slot.cell().equals(cell)).map(Slot::block).toList();
  }
}
