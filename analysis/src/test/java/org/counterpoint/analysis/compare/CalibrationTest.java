package org.counterpoint.analysis.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.counterpoint.analysis.compare.TestRuns.JDK_17;
import static org.counterpoint.analysis.compare.TestRuns.cell;
import static org.counterpoint.analysis.compare.TestRuns.side;

import java.util.Optional;
import org.counterpoint.analysis.model.Cell;
import org.counterpoint.analysis.model.JvmVariant;
import org.counterpoint.analysis.model.Run;
import org.counterpoint.analysis.stats.Margin;
import org.counterpoint.analysis.stats.Verdict;
import org.junit.jupiter.api.Test;

class CalibrationTest {

  private static final Margin SMALL = new Margin(0.001);

  private static Calibration calibration(int seed, double spread, int cells) {
    TestRuns runs = new TestRuns(seed).spread(spread);
    for (int i = 0; i < cells; i++) {
      runs.add(JDK_17, cell("S" + i, 1), 100);
      runs.add(JDK_17, cell("S" + i, 1).on(JvmVariant.AGAIN), 100);
    }
    Run run = runs.run("calibration");
    return Calibration.of(
        Comparison.of(
            Side.ofFlags(run, JDK_17, JvmVariant.NONE),
            Side.ofFlags(run, JDK_17, JvmVariant.AGAIN),
            new Comparison.Request(Gauge.YARDSTICK, new Margin(0.05), false)));
  }

  @Test
  void countsWhatIsToldApartFromItself() {
    Calibration calibration = calibration(1, 0.02, 400);
    assertThat(calibration.alarms().tries()).isEqualTo(400);
    assertThat(calibration.alarms().interval().contains(0.05)).isTrue();
    assertThat(calibration.wrongVerdicts()).isZero();
  }

  @Test
  void knowsTheSmallestChangeThatItCouldDetect() {
    Calibration quiet = calibration(2, 0.01, 1);
    Calibration loud = calibration(2, 0.1, 1);
    Cell cell = cell("S0", 1);
    double little = quiet.detectable(cell, 10, true).orElseThrow();
    double much = loud.detectable(cell, 10, true).orElseThrow();
    assertThat(much).isBetween(5 * little, 20 * little);
    assertThat(quiet.detectable(cell, 40, true).orElseThrow()).isLessThan(little / 1.8);
    assertThat(quiet.detectable(cell("OTHER", 1), 10, true)).isEmpty();
  }

  /** A quiet pair of runs on a machine that is known to be loud: by luck, and so not claimed. */
  @Test
  void noSmallerChangeIsClaimed() {
    Cell cell = cell("S0", 1);
    Run base = new TestRuns(5).spread(0.01).add(JDK_17, cell, 100).run("base");
    Run candidate = new TestRuns(6).spread(0.01).add(JDK_17, cell, 93).run("candidate");
    assertThat(verdict(base, candidate, Optional.empty())).isEqualTo(Verdict.SLOWER);
    assertThat(verdict(base, candidate, Optional.of(calibration(2, 0.01, 1))))
        .isEqualTo(Verdict.SLOWER);
    assertThat(verdict(base, candidate, Optional.of(calibration(2, 0.2, 1))))
        .isEqualTo(Verdict.UNCLEAR);
  }

  private static Verdict verdict(Run base, Run candidate, Optional<Calibration> calibration) {
    Comparison comparison =
        Comparison.of(
            side(base, JDK_17),
            side(candidate, JDK_17),
            new Comparison.Request(Gauge.YARDSTICK, SMALL, false, calibration));
    ComparedCell cell = comparison.cells().get(0);
    assertThat(cell.gate() == Gate.FAIL).isEqualTo(cell.verdict() == Verdict.SLOWER);
    return cell.verdict();
  }
}
