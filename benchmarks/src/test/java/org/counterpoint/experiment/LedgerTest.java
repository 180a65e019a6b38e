package org.counterpoint.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.TreeMap;
import org.counterpoint.analysis.jmh.ForkHeader;
import org.counterpoint.analysis.model.Cell;
import org.counterpoint.analysis.model.Mode;
import org.counterpoint.analysis.stats.Arm;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LedgerTest {

  private static final Cell CELL = new Cell("a.B.c", new TreeMap<>(), Mode.THROUGHPUT, 1);
  private static final Arm ARM = new Arm(CELL, "17");

  private static ForkHeader header(int sequence, int block, int attempt, double seconds) {
    return new ForkHeader(
        sequence, block, attempt, "17", CELL, Instant.parse("2026-01-01T00:00:00Z"), seconds);
  }

  @Test
  void aSlotIsSettledByAMeasurementOrByTheSecondFailure(@TempDir Path folder) throws IOException {
    Ledger ledger = Ledger.of(folder);
    Slot first = new Slot(0, ARM);
    Slot second = new Slot(1, ARM);

    ledger.add(header(1, 0, 1, 1), /* wasMeasured= */ false);
    assertThat(ledger.isSettled(first)).isFalse();
    ledger.add(header(2, 0, 2, 1), /* wasMeasured= */ true);
    assertThat(ledger.isSettled(first)).isTrue();
    assertThat(ledger.lost()).isZero();

    ledger.add(header(3, 1, 1, 1), /* wasMeasured= */ false);
    ledger.add(header(4, 1, 2, 1), /* wasMeasured= */ false);
    assertThat(ledger.isSettled(second)).isTrue();
    assertThat(ledger.lost()).isEqualTo(1);
    assertThat(ledger.measured()).isEqualTo(1);
  }

  @Test
  void timeIsCountedByBlockAndByArm(@TempDir Path folder) throws IOException {
    Ledger ledger = Ledger.of(folder);
    ledger.add(header(1, 0, 1, 2), /* wasMeasured= */ false);
    ledger.add(header(2, 0, 2, 3), /* wasMeasured= */ true);
    ledger.add(header(3, 1, 1, 1.5), /* wasMeasured= */ true);

    assertThat(ledger.secondsIn(0)).containsExactlyEntriesOf(java.util.Map.of(ARM, 5.0));
    assertThat(ledger.secondsIn(2)).isEmpty();
    assertThat(ledger.longest(ARM)).isEqualTo(3);
    assertThat(ledger.spent()).isEqualTo(6.5);
    assertThat(ledger.last()).isEqualTo(3);
  }

  @Test
  void aJournalThatWasBegunIsTakenUp(@TempDir Path results) throws IOException {
    RunFolder folder = RunFolder.create(results, "smoke");
    folder.append(header(1, 0, 1, 2), new ForkOutcome.Failed("crash", "gone", ""));
    folder.append(header(7, 3, 1, 2), new ForkOutcome.Failed("crash", "gone", ""));

    Ledger ledger = Ledger.of(folder.journal());

    assertThat(ledger.last()).isEqualTo(7);
    assertThat(ledger.failures(new Slot(0, ARM))).isEqualTo(1);
    assertThat(ledger.failures(new Slot(3, ARM))).isEqualTo(1);
    assertThat(ledger.isSettled(new Slot(0, ARM))).isFalse();
  }
}
