package org.counterpoint.analysis.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.counterpoint.analysis.model.Measurement;
import org.counterpoint.analysis.model.Mode;
import org.counterpoint.analysis.model.Run;
import org.counterpoint.analysis.stats.Scalability;
import org.junit.jupiter.api.Test;

class ScalingTest {

  private static Scaling of(Run run) {
    return Scalings.scaling(run).orElseThrow();
  }

  private static <T> Map<String, T> byName(Scaling scaling, Function<Scaling.Line, T> what) {
    return scaling.lines().stream()
        .collect(Collectors.toMap(line -> line.contender().label(), what));
  }

  @Test
  void aCurveIsDrawnOnlyWhereTheLawDescribesThePoints() {
    assertThat(byName(of(Scalings.mixed()), line -> line.curve().isPresent()))
        .isEqualTo(
            Map.of(
                "drops", true,
                "climbs", false,
                "late", true,
                "peaks", true,
                "short", false,
                "steps", false));
  }

  @Test
  void aLineSaysWhereItPeaksOrWhyItHasNoCurve() {
    Map<String, String> notes = byName(of(Scalings.mixed()), ScalingWords::note);
    assertThat(notes)
        .containsEntry("drops", "curve falls from 1 on")
        .containsEntry("climbs", "no curve: κ held at 0")
        .containsEntry("late", "curve rises up to 16")
        .containsEntry("short", "no curve: too few loads")
        .containsEntry("steps", "no curve: law misses points");
    assertThat(notes.get("peaks")).matches("peak at 6\\.\\d \\[6(\\.\\d)?, [67](\\.\\d)?\\]");
  }

  @Test
  void theTitleNamesThePeaksThatTheirIntervalsSupport() {
    assertThat(ScalingWords.headline(of(Scalings.mixed()), Optional.empty()))
        .matches("peaks peaks at 6\\.\\d threads \\[[0-9.]+, [0-9.]+\\]");
    assertThat(
            ScalingWords.headline(
                of(
                    Scalings.run(
                        Scalings.of("a", Scalings.PEAKS, 5, Scalings.TO_16),
                        Scalings.of("b", Scalings.law(20, 0.1, 0.1), 5, Scalings.TO_16))),
                Optional.empty()))
        .matches("a peaks at 6\\.\\d threads \\[.*\\]; b at (3|2\\.9|3\\.1) \\[.*\\]");
  }

  @Test
  void theTitleIsTheQuestionWhereNoPeakIsCertain() {
    Run late = Scalings.run(Scalings.of("late", Scalings.PEAKS_LATER, 5, Scalings.TO_16));
    assertThat(ScalingWords.headline(of(late), Optional.empty()))
        .isEqualTo("At how many threads does throughput peak? Not certain within 1 to 16");
    assertThat(ScalingWords.headline(of(Scalings.mixed()), Optional.of("smoke run: no verdict")))
        .isEqualTo("At how many threads does throughput peak? (Smoke run: no verdict)");
  }

  @Test
  void aPeakWhoseIntervalLeavesTheRangeIsNotCertain() {
    Scaling.Line line =
        of(Scalings.run(Scalings.of("near", Scalings.PEAKS_NEAR_THE_END, 5, Scalings.TO_16)))
            .lines()
            .get(0);
    assertThat(line.peak()).isPresent();
    assertThat(line.curve().orElseThrow().peakInterval().orElseThrow().high()).isGreaterThan(16);
    assertThat(line.certainPeak()).isEmpty();
    assertThat(ScalingWords.note(line)).isEqualTo("peak not certain");
  }

  /** Almost flat, and the forks vary by a third: κ may be 0. */
  @Test
  void aPeakIsNotCertainWhereCrosstalkMayBeZero() {
    List<Measurement> all = new ArrayList<>();
    for (int n : Scalings.TO_16) {
      double x = Scalings.law(50, 0.8, 0.01).applyAsDouble(n);
      all.add(
          Scalings.entry("a", Mode.THROUGHPUT, n, "ops/us", 0.7 * x, 0.9 * x, x, 1.1 * x, 1.4 * x));
    }
    Scaling.Line line = of(Scalings.run(all)).lines().get(0);
    assertThat(line.curve().orElseThrow().kappa().interval().low()).isNegative();
    assertThat(line.certainPeak()).isEmpty();
  }

  /** With κ held at 0 and σ above 1 the law only falls, and knows no peak to miss. */
  @Test
  void aFallThatTookAHeldNumberHasNoCurve() {
    Scaling.Line line =
        of(Scalings.run(Scalings.of("flat", Scalings.law(60, 1.3, -0.0005), 5, Scalings.TO_16)))
            .lines()
            .get(0);
    assertThat(line.isKappaHeld()).isTrue();
    assertThat(line.warnings()).contains(Scalability.Warning.FALLS_AT_ONCE);
    assertThat(line.curve()).isEmpty();
    assertThat(ScalingWords.doubts(line)).contains("κ came out at 0 or less, and was held at 0");
  }

  @Test
  void aPeakTakesTheForksOfAVerdict() {
    for (int forks : new int[] {4, 5}) {
      Scaling.Line line =
          of(Scalings.run(Scalings.of("peaks", Scalings.PEAKS, forks, Scalings.TO_16)))
              .lines()
              .get(0);
      assertThat(line.peak()).isPresent();
      assertThat(line.certainPeak().isPresent()).as(forks + " forks").isEqualTo(forks >= 5);
    }
  }

  @Test
  void withOneForkALoadTheFitCannotBeJudged() {
    Scaling.Line line =
        of(Scalings.run(Scalings.of("once", Scalings.PEAKS, 1, Scalings.TO_16))).lines().get(0);
    assertThat(line.fit()).isPresent();
    assertThat(line.curve()).isEmpty();
    assertThat(ScalingWords.note(line)).isEqualTo("no curve: can't be judged");
    assertThat(ScalingWords.doubts(line)).contains("whether the law fits can't be told");
  }

  @Test
  void contentionThatComesOutBelowZeroIsSaid() {
    Scaling.Line line =
        of(Scalings.run(Scalings.of("held", Scalings.law(10, -0.02, 0.01), 5, Scalings.TO_16)))
            .lines()
            .get(0);
    assertThat(line.isSigmaHeld()).isTrue();
    assertThat(line.curve()).isEmpty();
    assertThat(ScalingWords.note(line)).isEqualTo("no curve: σ held at 0");
    assertThat(ScalingWords.doubts(line)).contains("σ came out below 0, and was held at 0");
  }

  @Test
  void itTakesFiveNumbersOfThreads() {
    assertThat(Scalings.scaling(Scalings.run(Scalings.of("a", Scalings.PEAKS, 5, 1, 2, 4, 8))))
        .isEmpty();
    assertThat(Scalings.scaling(Runs.own().threads(1, 2, 4, 8).make())).isEmpty();
  }

  @Test
  void itTakesThroughput() {
    List<Measurement> times = new ArrayList<>();
    for (int n : Scalings.TO_16) {
      times.add(Scalings.entry("a", Mode.AVERAGE_TIME, n, "us/op", Runs.around(n, 5)));
    }
    assertThat(Scalings.scaling(Scalings.run(times))).isEmpty();
  }

  @Test
  void columnsOfADecisionMapHaveNone() {
    for (List<String> values : List.of(List.of("0"), List.of("0", "50"))) {
      List<Measurement> all = new ArrayList<>();
      for (String value : values) {
        for (String name : List.of("a", "b")) {
          for (int n : Scalings.TO_16) {
            all.add(
                Runs.entry(
                    "p.B.m",
                    Runs.params("strategy", name, "reads", value),
                    Mode.THROUGHPUT,
                    n,
                    "ops/us",
                    Runs.around(Scalings.PEAKS.applyAsDouble(n), 5)));
          }
        }
      }
      assertThat(Scalings.scaling(Scalings.run(all)).isPresent())
          .as("reads " + values)
          .isEqualTo(values.size() == 1);
    }
  }

  @Test
  void theTableHasTheNumbersOfDoubtfulFitsAndWhatIsDoubtful() {
    Run run = Scalings.mixed();
    Block.Table table = ScalingTable.of(run, of(run));
    Map<String, List<Block.Cell>> rows =
        table.rows().stream().collect(Collectors.toMap(row -> row.get(0).text(), row -> row));
    assertThat(table.caption()).contains("λ in ops/us").contains("2 cores");
    assertThat(rows.getOrDefault("steps", List.of()).get(1).below()).matches("\\[.+, .+\\]");
    assertThat(rows.getOrDefault("steps", List.of()).get(6).text())
        .contains("the law misses the points", "more threads than cores");
    assertThat(rows.getOrDefault("climbs", List.of()).get(3))
        .isEqualTo(new Block.Cell("0", "held there"));
    assertThat(rows.getOrDefault("climbs", List.of()).get(4).text()).isEqualTo("none");
    assertThat(rows.getOrDefault("short", List.of()).get(6).text()).contains("fewer than 5 loads");
    assertThat(rows.values())
        .extracting(row -> row.get(5).text())
        .containsExactlyInAnyOrder("yes", "no", "yes", "yes", "no", "no");
  }
}
