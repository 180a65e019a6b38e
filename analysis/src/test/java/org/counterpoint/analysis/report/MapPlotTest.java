package org.counterpoint.analysis.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.counterpoint.analysis.model.Run;
import org.junit.jupiter.api.Test;

class MapPlotTest {

  private static final Frame FRAME = new Frame("Who leads", "throughput", "place", "", "a machine");

  private static Canvas map(int columns) {
    String[] places =
        IntStream.range(0, columns)
            .mapToObj(i -> "UNIFORM_1024_PADDED_" + (char) ('A' + i))
            .toArray(String[]::new);
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
}
