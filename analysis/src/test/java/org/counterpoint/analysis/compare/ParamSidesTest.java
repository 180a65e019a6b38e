package org.counterpoint.analysis.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.counterpoint.analysis.model.Cell;
import org.counterpoint.analysis.model.Mode;
import org.counterpoint.analysis.model.Run;
import org.counterpoint.analysis.stats.Margin;
import org.counterpoint.analysis.stats.Verdict;
import org.junit.jupiter.api.Test;

/** One run's cells against their likes that differ in a param, in pairs. */
class ParamSidesTest {

  private static Cell cell(String strategy, String layout) {
    return new Cell(
        "a.Many.increment",
        new TreeMap<>(Map.of(Cell.STRATEGY, strategy, "layout", layout)),
        Mode.THROUGHPUT,
        2);
  }

  private static final Run RUN =
      new TestRuns(5)
          .add(TestRuns.JDK_17, cell("SYNCHRONIZED", "PACKED"), 100)
          .add(TestRuns.JDK_17, cell("SYNCHRONIZED", "PADDED"), 100)
          .add(TestRuns.JDK_17, cell("LONG_ADDER", "PACKED"), 50)
          .add(TestRuns.JDK_17, cell("LONG_ADDER", "PADDED"), 150)
          .run("run");

  private static Side side(String layout) {
    return Side.ofParam(RUN, TestRuns.JDK_17, "layout", layout);
  }

  @Test
  void cellsAreMatchedWithoutTheParam() {
    Comparison comparison =
        Comparison.of(
            side("PACKED"),
            side("PADDED"),
            new Comparison.Request(
                Gauge.YARDSTICK, new Margin(0.05), /* force= */ false, Optional.empty()));
    assertThat(side("PACKED").isPairedWith(side("PADDED"))).isTrue();
    assertThat(comparison.cells())
        .extracting(one -> one.cell().strategy().orElseThrow(), ComparedCell::verdict)
        .contains(tuple("LONG_ADDER", Verdict.FASTER))
        .doesNotContain(tuple("SYNCHRONIZED", Verdict.FASTER))
        .doesNotContain(tuple("SYNCHRONIZED", Verdict.SLOWER));
    assertThat(comparison.cells())
        .allMatch(one -> !one.cell().params().containsKey("layout"))
        .hasSize(2);
  }
}
