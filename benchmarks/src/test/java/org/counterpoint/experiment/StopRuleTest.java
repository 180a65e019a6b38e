package org.counterpoint.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.counterpoint.analysis.jmh.Blackhole;
import org.counterpoint.analysis.jmh.ForkHeader;
import org.counterpoint.analysis.jmh.ForkJson;
import org.counterpoint.analysis.jmh.Journal;
import org.counterpoint.analysis.jmh.RunDescription;
import org.counterpoint.analysis.jmh.RunJdk;
import org.counterpoint.analysis.jmh.RunJson;
import org.counterpoint.analysis.model.Cell;
import org.counterpoint.analysis.model.Mode;
import org.counterpoint.analysis.model.PlannedCell;
import org.counterpoint.analysis.stats.Arm;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StopRuleTest {

  private static final Arm WIDE = arm("WIDE");
  private static final Arm NARROW = arm("NARROW");

  private final Path folder;
  private int sequence;

  StopRuleTest(@TempDir Path folder) throws IOException {
    this.folder = folder;
    Files.createDirectories(folder.resolve(Journal.NAME));
  }

  private static Arm arm(String strategy) {
    return new Arm(
        new Cell("a.B.c", new TreeMap<>(Map.of(Cell.STRATEGY, strategy)), Mode.THROUGHPUT, 2),
        "17");
  }

  private void plan(double precision) throws IOException {
    RunJson.write(
        folder.resolve(RunJson.NAME),
        new RunDescription(
            Plans.precise(
                List.of(new PlannedCell(WIDE.cell(), 25), new PlannedCell(NARROW.cell(), 25)),
                precision),
            Machine.observe(),
            List.of(
                new RunJdk("17", "17.0.15", "VM", "17.0.15+6", "/opt/jdk", Blackhole.UNKNOWN))));
  }

  /** One of which half the forks are twice the others, beside one a hundred times as fast. */
  private void blocks(int from, int to) throws IOException {
    for (int block = from; block < to; block++) {
      fork(block, WIDE, block % 2 == 0 ? 10 : 20);
      fork(block, NARROW, block % 2 == 0 ? 1000 : 1001);
    }
  }

  private void fork(int block, Arm arm, double score) throws IOException {
    ForkHeader header =
        new ForkHeader(++sequence, block, 1, arm.jdk(), arm.cell(), Instant.EPOCH, 1);
    ForkJson.writeMeasured(
        folder.resolve(Journal.NAME),
        header,
        String.format(
            Locale.ROOT,
            """
            {"benchmark": "a.B.c", "mode": "thrpt", "threads": 2, "forks": 1,
             "jdkVersion": "17.0.15", "warmupIterations": 1, "warmupTime": "50 ms",
             "measurementIterations": 1, "measurementTime": "50 ms",
             "params": {"strategy": "%s"},
             "primaryMetric": {"score": %s, "scoreError": "NaN", "scoreUnit": "ops/us",
               "rawData": [[%s]]},
             "secondaryMetrics": {}}
            """,
            arm.cell().strategy().orElseThrow(),
            score,
            score));
  }

  private Set<Arm> doneBefore(int block) throws IOException {
    return StopRule.byDecisions(folder).doneBefore(block);
  }

  @Test
  void whatIsDecidedIsDoneWhereNoPrecisionIsAskedFor() throws IOException {
    plan(0);
    blocks(0, 5);
    assertThat(doneBefore(4)).isEmpty();
    assertThat(doneBefore(5)).containsExactlyInAnyOrder(WIDE, NARROW);
  }

  @Test
  void whatIsDecidedIsForkedOnForItsPrecision() throws IOException {
    plan(0.1);
    blocks(0, 5);
    assertThat(doneBefore(4)).isEmpty();
    assertThat(doneBefore(5)).containsExactly(NARROW);
    plan(1);
    assertThat(doneBefore(5)).containsExactlyInAnyOrder(WIDE, NARROW);
  }

  @Test
  void aRunThatGoesOnDropsWhatItWouldHaveDropped() throws IOException {
    plan(0.3);
    blocks(0, 5);
    Set<Arm> then = doneBefore(5);
    blocks(5, 12);
    assertThat(doneBefore(5)).isEqualTo(then).containsExactly(NARROW);
    assertThat(doneBefore(12)).containsExactlyInAnyOrder(WIDE, NARROW);
  }
}
