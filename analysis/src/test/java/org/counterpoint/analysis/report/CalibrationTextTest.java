package org.counterpoint.analysis.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.List;
import org.counterpoint.analysis.compare.Calibration;
import org.counterpoint.analysis.compare.Comparison;
import org.counterpoint.analysis.compare.Gauge;
import org.counterpoint.analysis.compare.Side;
import org.counterpoint.analysis.model.Run;
import org.counterpoint.analysis.stats.Margin;
import org.junit.jupiter.api.Test;

class CalibrationTextTest {

  /** Two sides of which nothing differs. */
  private static Calibration calibration() {
    Run run = Runs.own().jdks(Runs.JDK_17, Runs.JDK_25).threads(1, 2).noise(0.02).make();
    return Calibration.of(
        Comparison.of(
            Side.ofJdk("17", "JDK 17", run, Runs.JDK_17),
            Side.ofJdk("25", "JDK 25", run, Runs.JDK_25),
            new Comparison.Request(Gauge.YARDSTICK, new Margin(0.05), /* force= */ false)));
  }

  @Test
  void saysWhatEachCellAndAllTogetherAreWorth() {
    List<String> lines = CalibrationText.plain(calibration());
    assertThat(lines.get(0)).startsWith("JDK 17.0.15: the smallest change that is detected");
    assertThat(lines.subList(1, 25))
        .allMatch(line -> line.matches(".* \\d.* % in pairs .* % unpaired +10 forks.*"));
    assertThat(lines)
        .anyMatch(
            line ->
                line.matches("\\d of 24 cells w.* told apart from itself at 5 %, each alone: .*"))
        .contains("Of the verdicts, with margin and correction, none are wrong.")
        .anyMatch(
            line ->
                line.matches(
                    "The same code twice, throughput on average over 12 cells:"
                        + " [-+]\\d\\.\\d % \\[.*\\], the same within 5 %"));
  }

  @Test
  void theJsonHasTheSameNumbers() throws IOException {
    Calibration calibration = calibration();
    JsonNode root = new ObjectMapper().readTree(CalibrationText.json(List.of(calibration)));
    JsonNode one = root.at("/calibrations/0");
    assertThat(root.path("schema").asText()).isEqualTo(CalibrationText.SCHEMA);
    assertThat(one.path("cells")).hasSize(24);
    assertThat(one.at("/falseAlarms/alarms").asInt()).isEqualTo(calibration.alarms().hits());
    assertThat(one.at("/cells/0/detectableInPairs").asDouble()).isBetween(0.01, 0.2);
  }
}
