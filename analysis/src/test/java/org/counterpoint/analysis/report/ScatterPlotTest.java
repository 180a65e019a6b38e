package org.counterpoint.analysis.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.counterpoint.analysis.stats.Estimate;
import org.junit.jupiter.api.Test;

class ScatterPlotTest {

  private static ScatterPlot.Point point(String name, double x, double y) {
    return new ScatterPlot.Point(
        name, 0, new Estimate(1, x, Optional.empty()), new Estimate(1, y, Optional.empty()));
  }

  private static final List<ScatterPlot.Point> POINTS =
      List.of(
          point("fast", 0.5, 10),
          point("between", 0.8, 5),
          point("fair", 1, 2),
          point("beaten", 0.7, 4),
          point("as fair, and slower", 1, 1));

  private static List<String> frontier(boolean moreXIsBetter) {
    return ScatterPlot.undominated(POINTS, moreXIsBetter).stream()
        .map(ScatterPlot.Point::name)
        .toList();
  }

  @Test
  void theFrontierIsOfThoseThatNoOtherBeatsInBoth() {
    assertThat(frontier(true)).containsExactly("fast", "between", "fair");
  }

  @Test
  void whereLessIsBetterTheCheapestAndFastestBeatsAll() {
    assertThat(frontier(false)).containsExactly("fast");
    assertThat(TradeOff.PROCESSOR_TIME.hasFrontier(POINTS)).isFalse();
    assertThat(TradeOff.FAIRNESS.hasFrontier(POINTS)).isTrue();
  }
}
