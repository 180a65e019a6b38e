package org.counterpoint.analysis.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.regex.Pattern;
import org.counterpoint.analysis.model.Mode;
import org.counterpoint.analysis.model.Plan;
import org.counterpoint.analysis.model.Run;
import org.junit.jupiter.api.Test;

class StripPlotTest {

  private static Chart of(Run run) {
    return StripPlot.of(run, Summary.of(run).contests().get(0), "strip", "data").orElseThrow();
  }

  private static long count(String text, String pattern) {
    return Pattern.compile(pattern).matcher(text).results().count();
  }

  /** The first strategy of the registry has circles, and nobody else has. */
  @Test
  void showsEveryForkOfEveryContender() throws IOException {
    Run run = Runs.own().threads(2).forks(7).make();
    String svg = Images.svg(of(run));
    assertThat(count(svg, "<(ellipse|circle) ")).isEqualTo(7);
    for (Plan.StrategyName strategy : Runs.STRATEGIES) {
      assertThat(svg).contains(">" + strategy.label() + "</text>");
    }
  }

  @Test
  void itsLettersDoNotTouchAndAreText() throws IOException {
    Chart chart = of(Runs.own().threads(2).make());
    TextBoxes.assertApart(chart.canvas());
    assertThat(Images.svg(chart)).contains("<text ").hasSizeLessThan(30_000);
  }

  @Test
  void saysWhatItShowsAndWhere() {
    Chart chart = of(Runs.own().threads(2).make());
    assertThat(chart.title()).contains("throughput", "Increment.increment", "2 threads");
    assertThat(chart.caption()).contains("Each dot is a fork", "JDK 17.0.15", "ops/us", "10 forks");
  }

  /** Coordinates are rounded, and names of clips are the chart's own; what is written is not. */
  @Test
  void whatIsWrittenStaysAsItIs() throws IOException {
    Run run =
        Runs.foreign(
            "names.json",
            Runs.entry(
                "p.B.m",
                Runs.params("strategy", "1.23456 clip-1 2 Mutex"),
                Mode.THROUGHPUT,
                1,
                "ops/s",
                9,
                9),
            Runs.entry(
                "p.B.m",
                Runs.params("strategy", "a\u0001<b>"),
                Mode.THROUGHPUT,
                1,
                "ops/s",
                7.124,
                7.126));
    assertThat(Images.svg(of(run)))
        .contains(">1.23456 clip-1 2 Mutex</text>", ">a\uFFFD&lt;b&gt;</text>", ">7.125</text>");
  }

  @Test
  void aSingleForkMakesNoStrip() {
    Run run = Runs.own().forks(1).threads(1).make();
    assertThat(StripPlot.of(run, Summary.of(run).contests().get(0), "strip", "data")).isEmpty();
  }

  /** Nothing can be put over a value that is not above zero. */
  @Test
  void whatIsNotAboveZeroIsLeftOut() throws IOException {
    Run run =
        Runs.foreign(
            "zero.json",
            Runs.entry("p.B.none", Runs.params(), Mode.AVERAGE_TIME, 1, "ns/op", 0, 0, 0),
            Runs.entry("p.B.some", Runs.params(), Mode.AVERAGE_TIME, 1, "ns/op", 2, 3, 4));
    assertThat(Images.svg(of(run))).contains(">some</text>").doesNotContain(">none</text>");
  }
}
