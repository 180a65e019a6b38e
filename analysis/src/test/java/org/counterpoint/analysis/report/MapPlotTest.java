package org.counterpoint.analysis.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.counterpoint.analysis.model.Run;
import org.junit.jupiter.api.Test;

class MapPlotTest {

  private static final Frame FRAME = new Frame("Who leads", "throughput", "place", "", "a machine");

  private static Canvas map(int columns) {
    return map(
        IntStream.range(0, columns)
            .mapToObj(i -> "UNIFORM_1024_PADDED_" + (char) ('A' + i))
            .toArray(String[]::new));
  }

  private static Canvas map(String... places) {
    Run run =
        new FoundRun(1, 0.01)
            .jdks(Runs.JDK_17)
            .along("place", places)
            .level((who, place, threads, jdk) -> who.equals("MUTEX") ? 20 : 10)
            .make();
    return MapPlot.draw(FRAME, DecisionMap.of(Summary.of(run).contests()).get(0));
  }

  @Test
  void everyColumnHasItsNameAndNoneRunsIntoTheNext() {
    for (int columns = 2; columns <= 12; columns++) {
      Canvas canvas = map(columns);
      TextBoxes.assertApart(canvas);
      double bottom = canvas.pixelY(0);
      assertThat(canvas.textBoxes())
          .filteredOn(box -> box.getMinY() > bottom && box.getMaxY() < bottom + 28)
          .hasSize(columns);
    }
  }

  /** As wide as a column of seven: in letters that can be read, no name is cut. */
  @Test
  void aNameThatIsTooLongForALineIsWrittenInSeveral() {
    List<String> values = List.of("UNIFORM, 16, PADDED", "ZIPF, 1024, PADDED", "OWN, 16, PACKED");
    ColumnNames names = ColumnNames.of(values, 100);
    assertThat(names.names())
        .containsExactly(
            List.of("UNIFORM, 16,", "PADDED"),
            List.of("ZIPF, 1024,", "PADDED"),
            List.of("OWN, 16,", "PACKED"));
    assertThat(names.font().getSize()).isEqualTo(12);
    assertThat(names.extraHeight()).isPositive();
    assertThat(ColumnNames.of(List.of("20, 100", "200, 1000"), 100).extraHeight()).isZero();
  }

  @Test
  void linesOfNamesAreApartFromEachOtherAndFromTheAxis() {
    for (int columns = 2; columns <= 9; columns++) {
      String[] places =
          IntStream.range(0, columns)
              .mapToObj(i -> "UNIFORM, 1024, PADDED, " + (char) ('A' + i))
              .toArray(String[]::new);
      TextBoxes.assertApart(map(places));
      List<String> names = List.of(places);
      assertThat(ColumnNames.of(names, 74).names())
          .extracting(lines -> String.join(" ", lines))
          .isEqualTo(names);
    }
  }
}
